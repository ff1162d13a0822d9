package io.frontdesk.voice.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.tenancy.E164;
import io.frontdesk.voice.exchange.Heard;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever a caller says, keys in or does not do.
class MessageTakingPropertyTest {
  private static final E164 CALLER = new E164("+12125550142");

  /// However long a caller goes on, leave is taken.
  @Property(tries = 500)
  void everyCallEnds(@ForAll("language") String language, @ForAll("heard") List<Heard> heard) {
    var talking = Talking.from(language, CALLER);

    int asked = 1;
    while (!talking.isOver()) {
      assertThat(asked).isLessThanOrEqualTo(MessageTaking.MOST_QUESTIONS);
      talking.does(heard.get(asked % heard.size()));
      asked++;
    }
  }

  /// What somebody said whom nobody understood is in the message, and nobody is greeted goodbye
  /// with nothing to pass on.
  @Property(tries = 500)
  void nothingThatWasSaidIsLost(@ForAll("heard") List<Heard> heard) {
    var talking = Talking.from("en", CALLER);
    talking.says("gadzooks the zeppelin is in my kitchen again");

    for (int i = 0; !talking.isOver(); i++) {
      talking.does(heard.get(i % heard.size()));
    }

    assertThat(talking.left())
        .hasValueSatisfying(note -> assertThat(note.text()).contains("zeppelin"));
  }

  /// As the same was said, the same follows.
  @Property(tries = 200)
  void theSameIsAnsweredTheSame(@ForAll("heard") List<Heard> heard) {
    var one = Talking.withheld("de");
    var other = Talking.withheld("de");

    for (int i = 0; !one.isOver(); i++) {
      Heard next = heard.get(i % heard.size());
      assertThat(one.does(next).phrases()).isEqualTo(other.does(next).phrases());
    }
    assertThat(one.left()).isEqualTo(other.left());
  }

  @Provide
  Arbitrary<String> language() {
    return Arbitraries.of("en-US", "es-MX", "de-DE", "fr-FR");
  }

  @Provide
  Arbitrary<List<Heard>> heard() {
    Arbitrary<Heard> words =
        Arbitraries.oneOf(
                Arbitraries.of(
                    "yes", "no", "Anna Miller", "347 555 0188", "not urgent", "the name", "ja"),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(60))
            .map(Heard.Words::new);
    Arbitrary<Heard> keys =
        Arbitraries.strings()
            .withChars("0123456789*#")
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(Heard.Keys::new);
    Arbitrary<Heard> nothing = Arbitraries.just(new Heard.Nothing());
    return Arbitraries.oneOf(words, keys, nothing).list().ofMinSize(1).ofMaxSize(40);
  }
}
