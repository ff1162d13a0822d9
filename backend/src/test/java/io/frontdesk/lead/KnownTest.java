package io.frontdesk.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.Urgency;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What is known of one person under two numbers, put together and taken apart.
class KnownTest {
  @Property
  void puttingTogetherAndUndoingLeavesWhatWasThere(
      @ForAll("known") Known one, @ForAll("known") Known other) {
    Known both = one.and(other);

    assertThat(both.undone(one, both)).isEqualTo(one);
    assertThat(both.and(other)).as("the same again adds nothing").isEqualTo(both);
  }

  @Property
  void nothingOfTheOneThatStaysIsLostButWhatSomebodyMadeSureOfElsewhere(
      @ForAll("known") Known one, @ForAll("known") Known other) {
    Known both = one.and(other);

    assertThat(both.name()).isEqualTo(one.name() == null ? other.name() : one.name());
    assertThat(both.fields().keySet())
        .containsAll(one.fields().keySet())
        .containsAll(other.fields().keySet());
    one.fields()
        .forEach(
            (key, answer) -> {
              if (!answer.equals(both.fields().get(key))) {
                assertThat(answer.verified()).isFalse();
                assertThat(both.fields().get(key)).matches(LeadField::verified);
              }
            });
  }

  @Property
  void whatWasWrittenSinceStays(@ForAll("known") Known one, @ForAll("known") Known other) {
    Known both = one.and(other);
    var edited = new TreeMap<>(both.fields());
    edited.put("issue", LeadField.written("written since"));
    Known since = new Known("Written Since", both.email(), both.urgency(), both.intent(), edited);

    Known left = since.undone(one, both);

    assertThat(left.name()).isEqualTo("Written Since");
    assertThat(left.fields()).containsEntry("issue", LeadField.written("written since"));
    assertThat(left.email()).isEqualTo(one.email());
    assertThat(left.intent()).isEqualTo(one.intent());
  }

  @Provide
  Arbitrary<Known> known() {
    Arbitrary<String> text = Arbitraries.of("Dana", "Kim", "repair", "kim@example.com");
    Arbitrary<LeadField> answer =
        Combinators.combine(text, Arbitraries.of(true, false))
            .as(
                (said, written) ->
                    written ? LeadField.written(said) : LeadField.spoken(said, null));
    Arbitrary<Map<String, LeadField>> fields =
        Arbitraries.maps(Arbitraries.of("issue", "address", "budget"), answer);
    return Combinators.combine(
            text.injectNull(0.4),
            text.injectNull(0.4),
            Arbitraries.of(Urgency.class).injectNull(0.4),
            text.injectNull(0.4),
            fields)
        .as(Known::new);
  }
}
