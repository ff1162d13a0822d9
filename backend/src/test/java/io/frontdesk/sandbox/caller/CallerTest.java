package io.frontdesk.sandbox.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.sandbox.caller.Turn.Speaker;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerTest {
  private static final Voice VOICE = new Voice();
  private static final byte[] SILENCE = new byte[MuLaw.FRAME_SAMPLES];

  static {
    Arrays.fill(SILENCE, MuLaw.SILENCE);
  }

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int utterances;

  @Test
  void opensWhenTheGreetingIsOver() {
    var caller = caller(script().opens("My sink leaks."));

    receptionist(caller, "Good morning, this is Acme.");
    assertThat(said(caller)).isEmpty();
    silence(caller, Duration.ofSeconds(3));

    assertThat(said(caller)).containsExactly("My sink leaks.");
    assertThat(heard(caller)).containsExactly("Good morning, this is Acme.");
    assertThat(WatermarkReader.words(line.toByteArray())).isEqualTo("My sink leaks.");
  }

  @Test
  void doesNotTakeAShortPauseForTheEnd() {
    var caller = caller(script().opens("My sink leaks."));

    receptionist(caller, "Good morning.");
    silence(caller, Duration.ofMillis(500));
    receptionist(caller, "This is Acme.");
    silence(caller, Duration.ofMillis(580));

    assertThat(said(caller)).isEmpty();
    assertThat(line.toByteArray()).containsOnly(MuLaw.SILENCE);
  }

  @Test
  void answersTheLastQuestionWithTheFirstReplyThatFits() {
    var caller =
        caller(
            script().opens("Hi.").asked("address").says("Oak Street.").asked("name").says("Anna."));
    exchange(caller, "Hello.");

    exchange(caller, "I have noted the address. What is your name?");
    exchange(caller, "What is the address, and the name?");
    exchange(caller, "Your name again?");

    assertThat(said(caller)).containsExactly("Hi.", "Anna.", "Oak Street.", "Anna.");
  }

  @Test
  void repeatsWhatItWasOffered() {
    var caller = caller(script().opens("Hi.").hearing("free are {time}").says("{time}, please."));
    exchange(caller, "Hello.");

    exchange(caller, "That is taken. Free are Monday at 9:00 or Tuesday. Which one suits you?");

    assertThat(said(caller)).endsWith("Monday at 9:00, please.");
  }

  @Test
  void answersQuestionsOtherwiseAndLetsStatementsBe() {
    var caller = caller(script().opens("Hi.").otherwise("Yes."));
    exchange(caller, "Hello.");

    exchange(caller, "One moment.");
    exchange(caller, "Are you there?");

    assertThat(said(caller)).containsExactly("Hi.", "Yes.");
  }

  @Test
  void asksAgainWhenTheSoundIsDamaged() {
    var caller = caller(script().opens("Hi.").asked("name").says("Anna."));
    exchange(caller, "Hello.");
    var question = Speech.of(VOICE, "May I have your name, please?", utterances++).ulaw();
    play(caller, Arrays.copyOfRange(question, 0, 1600));

    play(caller, Arrays.copyOfRange(question, 1760, question.length));
    silence(caller, Duration.ofSeconds(4));

    assertThat(heard(caller).getLast()).contains("\uFFFD");
    assertThat(said(caller)).containsExactly("Hi.", "Sorry, could you say that again?");
  }

  @Test
  void talksOverTheReceptionistOnceEnoughWordsAreHeard() {
    var caller = caller(script().opens("Hi.").interrupts(3, "Wait a moment."));

    receptionist(caller, "Thank you for calling Acme, the best plumbers in all of Springfield.");

    assertThat(WatermarkReader.words(line.toByteArray())).isEqualTo("Wait a moment.");
    assertThat(said(caller)).containsExactly("Wait a moment.");
    silence(caller, Duration.ofSeconds(3));
    assertThat(said(caller)).hasSize(1);
  }

  @Test
  void hangsUpInTheMiddleOfAWord() {
    var caller =
        caller(
            script().opens("Hi.").asked("help").saysAndHangsUpInWord(2, "It is radiators again."));
    exchange(caller, "Hello.");

    exchange(caller, "How can I help?");

    assertThat(caller.hungUp()).contains("in the middle of a word");
    assertThat(caller.turns().getLast())
        .satisfies(
            turn -> {
              assertThat(turn.words()).startsWith("It is ra").hasSizeLessThan(15);
              assertThat(turn.whole()).isFalse();
            });
    assertThat(WatermarkReader.words(line.toByteArray()))
        .endsWith(caller.turns().getLast().words());
  }

  @Test
  void hangsUpAWhileAfterTheGoodbye() {
    var caller = caller(script().opens("Hi.").lingers(Duration.ofSeconds(2)));
    exchange(caller, "Hello.");

    receptionist(caller, "Thank you for calling. Goodbye!");
    silence(caller, Duration.ofMillis(2500));
    assertThat(caller.hungUp()).isEmpty();
    silence(caller, Duration.ofMillis(200));

    assertThat(caller.hungUp()).contains("the goodbyes were said");
    assertThat(said(caller)).containsExactly("Hi.");
  }

  @Test
  void asksWhetherAnybodyIsThere() {
    var caller = caller(script().opens("Hi.").nudges(Duration.ofSeconds(5), "Hello?"));

    silence(caller, Duration.ofMillis(4900));
    assertThat(line.toByteArray()).containsOnly(MuLaw.SILENCE);
    silence(caller, Duration.ofSeconds(2));

    assertThat(said(caller)).containsExactly("Hello?");
    exchange(caller, "Good morning.");
    assertThat(said(caller)).containsExactly("Hello?", "Hi.");
  }

  @Test
  void saysNothingAndLeavesAtTheLatest() {
    var caller = caller(script().atMost(Duration.ofSeconds(10)));

    exchange(caller, "Hello? Is anybody there?");
    silence(caller, Duration.ofSeconds(10));

    assertThat(said(caller)).isEmpty();
    assertThat(caller.hungUp()).contains("the call had lasted 10 s");
    assertThat(line.toByteArray()).containsOnly(MuLaw.SILENCE);
  }

  @Test
  void pressesKeys() {
    var caller = caller(script().opens("Hi.").hearing("press one").presses("1#"));
    exchange(caller, "Hello.");

    exchange(caller, "For sales, press one.");

    assertThat(caller.takePressed()).isEqualTo("1#");
    assertThat(caller.takePressed()).isEmpty();
  }

  @Test
  void ringingIsNoConversation() {
    var caller = caller(script().nudges(Duration.ofSeconds(1), "Hello?"));

    for (var i = 0; i < 500; i++) {
      caller.ring();
      assertThat(caller.speak()).containsOnly(MuLaw.SILENCE);
    }

    assertThat(caller.progress().onTheLine()).isEqualTo(Duration.ofSeconds(10));
    assertThat(said(caller)).isEmpty();
  }

  @Test
  void goesOnAfterABreakWhereItWas() {
    var scenario = script().opens("Hi.").asked("name").says("Anna.").end();
    var before = new Caller(scenario, Progress.START, VOICE, Runnable::run);
    exchange(before, "Hello.");

    var after = new Caller(scenario, before.progress(), VOICE, Runnable::run);
    exchange(after, "Sorry, we were cut off. What is your name?");

    assertThat(said(after)).containsExactly("Anna.");
    assertThat(after.turns().getFirst().at()).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void everyShippedCallerLeavesWithin45Seconds() {
    assertThat(Scenarios.shipped())
        .extracting(Scenario::id)
        .startsWith(
            "new_lead_books_visit",
            "message_after_hours",
            "caller_interrupts",
            "hangs_up_mid_word",
            "says_nothing",
            "is_in_danger",
            "moves_visit",
            "cancels_visit",
            "asks_a_question")
        .endsWith("elder_checkin_caller")
        .hasSize(17)
        .doesNotHaveDuplicates();
    for (var scenario : Scenarios.shipped()) {
      assertThat(scenario.maximum()).isLessThan(Duration.ofSeconds(45));
    }
  }

  @Test
  void whoHasSomethingToSayStaysLongerWhereTheMachineNeedsTime() {
    Duration longer = Duration.ofMinutes(3);

    for (Scenario scenario : Scenarios.shipped()) {
      assertThat(scenario.staying(longer).maximum())
          .isEqualTo(scenario.replies().isEmpty() ? scenario.maximum() : longer);
      assertThat(scenario.staying(Duration.ZERO)).isEqualTo(scenario);
    }
  }

  private static Script script() {
    return Scenario.script("test", "A test");
  }

  private static Caller caller(Script script) {
    return new Caller(script.end(), Progress.START, VOICE, Runnable::run);
  }

  /// The receptionist says this and waits for an answer.
  private void exchange(Caller caller, String words) {
    receptionist(caller, words);
    silence(caller, Duration.ofSeconds(4));
  }

  private void receptionist(Caller caller, String words) {
    play(caller, Speech.of(VOICE, words, utterances++).ulaw());
  }

  private void silence(Caller caller, Duration length) {
    for (var i = 0; i < length.dividedBy(Caller.FRAME); i++) {
      live(caller, SILENCE);
    }
  }

  private void play(Caller caller, byte[] sound) {
    for (var at = 0; at < sound.length; at += MuLaw.FRAME_SAMPLES) {
      live(caller, Arrays.copyOfRange(sound, at, at + MuLaw.FRAME_SAMPLES));
    }
  }

  private void live(Caller caller, byte[] frame) {
    caller.hear(frame);
    line.writeBytes(caller.speak());
  }

  private static List<String> said(Caller caller) {
    return words(caller, Speaker.CALLER);
  }

  private static List<String> heard(Caller caller) {
    return words(caller, Speaker.RECEPTIONIST);
  }

  private static List<String> words(Caller caller, Speaker speaker) {
    return caller.turns().stream().filter(t -> t.speaker() == speaker).map(Turn::words).toList();
  }
}
