package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.Speaker;
import io.frontdesk.call.Turn;
import io.frontdesk.conversation.ConversationEvent.CallerInsists;
import io.frontdesk.conversation.ConversationEvent.CallerNotTranscribed;
import io.frontdesk.conversation.ConversationEvent.CallerStartedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerStoppedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerTranscribed;
import io.frontdesk.conversation.ConversationEvent.CallerTurnEnded;
import io.frontdesk.conversation.ConversationEvent.Outcome;
import io.frontdesk.conversation.ConversationEvent.ResponseEnded;
import io.frontdesk.conversation.ConversationEvent.SpeechCut;
import io.frontdesk.conversation.ConversationEvent.SpeechHeard;
import io.frontdesk.conversation.ConversationEvent.SpeechStarted;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.Effect.FallSilent;
import io.frontdesk.conversation.Effect.HangUp;
import io.frontdesk.conversation.Effect.Speak;
import io.frontdesk.conversation.Effect.TellModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When a receptionist who does not yield to every sound falls silent, and what becomes of what was
/// said over it.
class InterruptionTest {
  private static final String HOURS = "We are open from nine to five, on Saturdays until noon.";

  private final Talk talk = Talk.withAPatientReceptionist();

  @BeforeEach
  void listensToTheGreeting() {
    talk.on(new SpeechHeard(Conversation.GREETING, "Acme, hello!"));
  }

  @Test
  void aTurnIsAnsweredAtOnce() {
    assertThat(turn("u1", 2000)).containsExactly(new Speak("r1", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mm-hmm.", "Uh-huh", "Okay.", "Yeah, right.", "ajá", "Ja, genau.", " "})
  void whoeverOnlyListensStopsNobodyAndIsNotAnswered(String words) {
    saysTheHours();

    assertThat(turn("u2", 700)).isEmpty();
    assertThat(talk.on(new CallerTranscribed("u2", words))).noneMatch(Speak.class::isInstance);
    talk.on(new SpeechHeard("a1", HOURS));
    assertThat(talk.all()).noneMatch(FallSilent.class::isInstance);
    assertThat(talk.pass(6)).isEmpty();
  }

  @Test
  void aNoiseThatIsShortStopsNobodyAndIsNotAnswered() {
    saysTheHours();
    turn("u2", 700);

    assertThat(talk.on(new CallerNotTranscribed("u2"))).noneMatch(Speak.class::isInstance);
  }

  @Test
  void aShortWordThatWantsAnAnswerGetsOneWithoutStoppingAnybody() {
    saysTheHours();
    turn("u2", 800);

    assertThat(talk.on(new CallerTranscribed("u2", "And Sundays?")))
        .contains(new Speak("r2", null));
    assertThat(talk.all()).noneMatch(FallSilent.class::isInstance);
  }

  @Test
  void anAnswerInTheLastMomentOfTheQuestionIsAnAnswer() {
    saysTheHours();
    talk.on(new CallerStartedSpeaking("u2"));
    talk.on(new SpeechHeard("a1", HOURS));
    talk.pass(Duration.ofMillis(600));
    talk.on(new CallerStoppedSpeaking("u2"));

    assertThat(talk.on(new CallerTurnEnded("u2"))).contains(new Speak("r2", null));
  }

  @Test
  void whoeverGoesOnSpeakingIsLetSpeakAndAnswered() {
    saysTheHours();
    talk.on(new CallerStartedSpeaking("u2"));
    talk.pass(Duration.ofMillis(500));

    assertThat(talk.on(new CallerInsists("u2"))).containsExactly(new FallSilent(null, false));
    talk.on(new SpeechCut("a1", HOURS, "We are open"));
    talk.pass(Duration.ofSeconds(2));
    talk.on(new CallerStoppedSpeaking("u2"));
    assertThat(talk.on(new CallerTurnEnded("u2"))).contains(new Speak("r2", null));
  }

  @Test
  void anAnswerThatIsStillBeingMadeIsCancelledByUs() {
    turn("u1", 2000);
    talk.follows("resp_1");
    talk.on(new SpeechStarted("a1"));
    talk.on(new CallerStartedSpeaking("u2"));

    assertThat(talk.on(new CallerInsists("u2"))).containsExactly(new FallSilent("resp_1", true));
  }

  @Test
  void anAnswerThatHasNotMadeASoundGivesWayAtOnce() {
    turn("u1", 2000);
    talk.follows("resp_1");

    assertThat(talk.on(new CallerStartedSpeaking("u2")))
        .as("the caller had not finished")
        .containsExactly(new FallSilent("resp_1", true));
  }

  @Test
  void aFalseAlarmIsFollowedByWhatWasNotHeard() {
    saysTheHours();
    interrupts("u2", "We are open from nine");

    assertThat(talk.all())
        .as("it is not answered before its words are known")
        .doesNotContain(second());
    assertThat(talk.on(new CallerTranscribed("u2", "")))
        .containsExactly(new Speak("r2", "to five, on Saturdays until noon."));
  }

  @Test
  void aFalseAlarmWhoseWordsCouldNotBeWrittenDownIsOneToo() {
    saysTheHours();
    interrupts("u2", "We are open from nine");

    talk.on(new CallerNotTranscribed("u2"));

    assertThat(talk.all()).contains(new Speak("r2", "to five, on Saturdays until noon."));
    assertThat(talk.turns()).extracting(Turn::text).doesNotContain("[inaudible]");
  }

  @Test
  void afterAFalseAlarmInAnAnswerThatWasNotMadeToItsEndTheModelGoesOnByItself() {
    turn("u1", 2000);
    talk.follows("resp_1");
    talk.on(new SpeechStarted("a1"));
    talk.on(new CallerStartedSpeaking("u2"));
    talk.on(new CallerInsists("u2"));
    talk.on(new SpeechCut("a1", "We are open from", "We are"));
    talk.on(new ResponseEnded("resp_1", Outcome.CANCELLED, List.of()));
    ends("u2", 700);

    assertThat(talk.on(new CallerTranscribed("u2", "")))
        .satisfiesExactly(
            told -> assertThat(((TellModel) told).speaker()).isEqualTo(Speaker.SYSTEM),
            speak -> assertThat(speak).isEqualTo(new Speak("r2", null)));
  }

  @Test
  void itGoesOnOnlyOnce() {
    saysTheHours();
    interrupts("u2", "We are open from nine");
    talk.on(new CallerTranscribed("u2", ""));
    talk.follows("resp_2");
    talk.on(new SpeechStarted("a2"));
    talk.completes("resp_2");
    talk.on(new CallerStartedSpeaking("u3"));
    talk.on(new CallerInsists("u3"));
    talk.on(new SpeechCut("a2", "to five, on Saturdays until noon.", "to five,"));
    ends("u3", 700);

    assertThat(talk.on(new CallerTranscribed("u3", ""))).containsExactly(new Speak("r3", null));
  }

  @Test
  void whatWasSaidInTheInterruptionIsAnsweredOnceItsWordsAreKnown() {
    saysTheHours();
    interrupts("u2", "We are open from nine");

    assertThat(talk.on(new CallerTranscribed("u2", "And Sundays?")))
        .contains(new Speak("r2", null));
  }

  @Test
  void wordsThatDoNotComeAreNotWaitedForLong() {
    saysTheHours();
    interrupts("u2", "We are open from nine");

    assertThat(talk.pass(Duration.ofMillis(1499))).isEmpty();
    assertThat(talk.pass(Duration.ofMillis(1))).containsExactly(new Speak("r2", null));
  }

  @Test
  void aGoodbyeGoesOnAfterAFalseAlarm() {
    saysGoodbyeAndIsCutOffByANoise();

    assertThat(talk.on(new CallerTranscribed("u2", "")))
        .containsExactly(new Speak("r3", "for calling. Goodbye."));
    talk.follows("resp_3");
    talk.on(new SpeechStarted("a3"));
    talk.completes("resp_3");
    assertThat(talk.on(new SpeechHeard("a3", "for calling. Goodbye.")))
        .contains(new HangUp(EndReason.RECEPTIONIST_ENDED));
  }

  @Test
  void aGoodbyeCutOffByANoiseIsNotGoneBackToWhenTimeIsUp() {
    saysGoodbyeAndIsCutOffByANoise();
    talk.on(new ConversationEvent.BudgetSpent());
    talk.follows("resp_3");
    talk.on(new SpeechStarted("a3"));
    talk.completes("resp_3");

    assertThat(talk.on(new CallerTranscribed("u2", ""))).noneMatch(Speak.class::isInstance);
    assertThat(talk.on(new SpeechHeard("a3", "Your time is up.")))
        .contains(new HangUp(EndReason.TIME_LIMIT));
  }

  @Test
  void aByeOverTheGoodbyeDoesNotKeepTheLineOpen() {
    saysGoodbye();
    turn("u2", 700);
    talk.on(new CallerTranscribed("u2", "Bye."));

    assertThat(talk.on(new SpeechHeard("a2", "Thank you for calling. Goodbye.")))
        .contains(new HangUp(EndReason.RECEPTIONIST_ENDED));
  }

  private void saysTheHours() {
    turn("u1", 2000);
    talk.on(new CallerTranscribed("u1", "When are you open?"));
    talk.follows("resp_1");
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_1");
  }

  private void saysGoodbye() {
    var end = new FunctionCall("c1", "end_call", "{}");
    turn("u1", 2000);
    talk.follows("resp_1");
    talk.completes("resp_1", end);
    talk.on(new ToolFinished(Talk.done(end), true));
    talk.follows("resp_2");
    talk.on(new SpeechStarted("a2"));
    talk.completes("resp_2");
  }

  private void saysGoodbyeAndIsCutOffByANoise() {
    saysGoodbye();
    talk.on(new CallerStartedSpeaking("u2"));
    talk.on(new CallerInsists("u2"));
    talk.on(new SpeechCut("a2", "Thank you for calling. Goodbye.", "Thank you"));
    ends("u2", 700);
  }

  /// A turn that is told to be over so many milliseconds after it began.
  private List<Effect> turn(String item, int ms) {
    var effects = new ArrayList<>(talk.on(new CallerStartedSpeaking(item)));
    effects.addAll(ends(item, ms));
    return effects;
  }

  private List<Effect> ends(String item, int ms) {
    var effects = new ArrayList<>(talk.pass(Duration.ofMillis(ms)));
    effects.addAll(talk.on(new CallerStoppedSpeaking(item)));
    effects.addAll(talk.on(new CallerTurnEnded(item)));
    return effects;
  }

  /// A sound of a second makes the receptionist fall silent.
  private void interrupts(String item, String heard) {
    talk.on(new CallerStartedSpeaking(item));
    talk.on(new CallerInsists(item));
    talk.on(new SpeechCut("a1", HOURS, heard));
    ends(item, 1000);
  }

  private static Effect second() {
    return new Speak("r2", null);
  }
}
