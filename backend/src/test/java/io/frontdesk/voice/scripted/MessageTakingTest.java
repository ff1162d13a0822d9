package io.frontdesk.voice.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.frontdesk.voice.exchange.Heard;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a message is taken without a model, sentence by sentence.
class MessageTakingTest {
  private static final E164 CALLER = new E164("+12125550142");
  private static final E164 GERMAN = new E164("+493012345678");

  @Test
  void wordsAloneLeaveAMessage() {
    var talk = talk("en").says("Tom Baker.").says("Yes, this number is fine.");
    talk.says("My boiler is broken.").says("No, it is not urgent.");

    assertThat(talk.question()).isEqualTo(Question.RIGHT);
    assertThat(talk.says("That is right.").left())
        .contains(new Note("Tom Baker", CALLER, "My boiler is broken.", Urgency.NORMAL, none()));
  }

  @Test
  void keysDoWhereTheyCan() {
    var talk = talk("en").says("My name is Tom Baker").keys("3475550188");
    talk.says("My boiler is broken.").keys("1").keys("1");

    assertThat(talk.left())
        .contains(
            new Note(
                "Tom Baker",
                new E164("+13475550188"),
                "My boiler is broken.",
                Urgency.HIGH,
                none()));
  }

  @Test
  void aNumberIsUnderstoodHoweverItIsSaid() {
    assertThat(phone("It's 347 555 0188.")).contains(new E164("+13475550188"));
    assertThat(phone("three four seven, double five five, oh one double eight"))
        .contains(new E164("+13475550188"));
    assertThat(phone("+49 30 12345678")).contains(GERMAN);
    assertThat(phone("seven")).isEmpty();
  }

  @Test
  void whoHasNoNumberIsAskedForOne() {
    var talk = Talking.withheld("en").says("Tom Baker");

    assertThat(talk.question()).isEqualTo(Question.PHONE);
    assertThat(talk.says("yes").question()).as("yes is no number").isEqualTo(Question.PHONE);
    assertThat(talk.keys("2125550188").question()).isEqualTo(Question.REASON);
  }

  @Test
  void whoRefusesTheNumberIsAskedForAnother() {
    var talk = talk("en").says("Tom Baker").says("No.");

    assertThat(talk.phrases()).containsExactly("phone_other");
    assertThat(talk.says("212 555 0188").state().note().phone())
        .isEqualTo(new E164("+12125550188"));
  }

  @Test
  void whatIsWrongIsPutRightAndNothingElseIsAskedAgain() {
    var talk = complete().says("No.").says("the name").says("Tim Baker");

    assertThat(talk.question()).isEqualTo(Question.RIGHT);
    assertThat(talk.keys("2").keys("3").says("My heating is cold.").keys("1").left())
        .map(Note::text)
        .contains("My heating is cold.");
    assertThat(talk.left()).map(Note::name).contains("Tim Baker");
  }

  @Test
  void whatSomebodySaysInsteadOfTheirNameIsKept() {
    var talk = talk("en").says("Good evening, I would like to leave a message for Rosa.");

    assertThat(talk.phrases()).containsExactly("name_first");
    assertThat(talk.says("Tom").state().note())
        .isEqualTo(
            Note.EMPTY
                .named("Tom")
                .andBesides("Good evening, I would like to leave a message for Rosa."));
  }

  @Test
  void whoSaysNothingIsAskedTwiceMoreAndThenLetGo() {
    var talk = talk("en").silence();

    assertThat(talk.phrases()).containsExactly("not_heard", "name");
    assertThat(talk.silence().silence().left()).contains(Note.EMPTY.reachedAt(CALLER));
    assertThat(talk.phrases()).containsExactly("nobody_there");
  }

  @Test
  void whoFallsSilentHasLeftWhatTheySaid() {
    var talk = talk("en").says("Tom").keys("1").says("The boiler is broken.");

    assertThat(talk.silence().silence().silence().left())
        .contains(Note.EMPTY.named("Tom").reachedAt(CALLER).about("The boiler is broken."));
  }

  @Test
  void nonsenseIsAskedThreeTimesAndThenPassedOver() {
    var talk = talk("en").keys("7").keys("7").keys("7");

    assertThat(talk.question()).as("a name is not needed").isEqualTo(Question.PHONE);
    assertThat(talk.says("bananas").says("bananas").says("bananas").question())
        .as("nor is a number, where they call from one")
        .isEqualTo(Question.REASON);
    assertThat(talk.state().note().phone()).isEqualTo(CALLER);
    assertThat(talk.state().note().text()).contains("bananas");
  }

  @Test
  void whoTakesACallOverDoesNotGreetNorAskWhatIsKnown() {
    var move = Talking.taking("en", CALLER).begin(Note.EMPTY.named("Anna"), true);

    assertThat(Talking.phrases(move)).containsExactly("take_over", "phone_offer");
  }

  @ParameterizedTest
  @CsvSource({
    "en, It is an emergency!, EMERGENCY",
    "en, It is not an emergency., NORMAL",
    "en, As soon as possible., HIGH",
    "es, 'Sí, es urgente.', HIGH",
    "es, No., NORMAL",
    "de, Das ist ein Notfall!, EMERGENCY",
    "de, Nein danke., NORMAL"
  })
  void urgencyIsUnderstood(String language, String said, Urgency urgency) {
    var understanding = Talking.taking(language, CALLER).understanding();

    assertThat(understanding.urgency(new Heard.Words(said))).contains(urgency);
  }

  @ParameterizedTest
  @CsvSource({
    "en, My name is Anna Miller., Anna Miller",
    "en, 'Hi, this is Anna.', Anna",
    "es, Me llamo José Pérez., José Pérez",
    "de, Ich heiße Jürgen Groß., Jürgen Groß",
    "de, Ich möchte einen Termin., "
  })
  void namesAreUnderstood(String language, String said, String name) {
    var understanding = Talking.taking(language, CALLER).understanding();

    assertThat(understanding.name(said)).isEqualTo(Optional.ofNullable(name));
  }

  private static Optional<E164> phone(String said) {
    return Talking.taking("en", CALLER).understanding().phone(new Heard.Words(said));
  }

  private static Talking complete() {
    return talk("en").says("Tom").keys("1").says("The boiler is broken.").keys("2");
  }

  private static Talking talk(String language) {
    return Talking.from(language, CALLER);
  }

  private static List<String> none() {
    return List.of();
  }
}
