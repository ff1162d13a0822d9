package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.Turn;
import io.frontdesk.conversation.ConversationEvent.CallerInsists;
import io.frontdesk.conversation.ConversationEvent.CallerStartedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerStoppedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerTranscribed;
import io.frontdesk.conversation.ConversationEvent.CallerTurnEnded;
import io.frontdesk.conversation.ConversationEvent.FunctionCallBegun;
import io.frontdesk.conversation.ConversationEvent.KeyPressed;
import io.frontdesk.conversation.ConversationEvent.SpeechCut;
import io.frontdesk.conversation.ConversationEvent.SpeechHeard;
import io.frontdesk.conversation.ConversationEvent.SpeechStarted;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.Effect.AskToHold;
import io.frontdesk.conversation.Effect.FallBack;
import io.frontdesk.conversation.Effect.FallSilent;
import io.frontdesk.conversation.Effect.Speak;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a caller hears who has said something while the model says nothing.
class HoldingOnTest {
  private static final FunctionCall BOOK = new FunctionCall("c1", "schedule_appointment", "{}");
  private static final ToolFinished BOOKED = new ToolFinished(Talk.done(BOOK), false);
  private static final String ONE_MOMENT = "One moment, please.";
  private static final Duration ALMOST = Duration.ofMillis(1499);
  private static final Duration A_BIT = Duration.ofMillis(1);

  private final Talk talk = Talk.afterTheGreeting();

  @Test
  void aCallerWhoHearsNothingIsAskedToHoldOnBeforeTwoSecondsAreOver() {
    talk.callerSays("u1", "Hi.", "resp_1");

    assertThat(talk.pass(ALMOST)).isEmpty();
    assertThat(talk.pass(A_BIT)).containsExactly(new AskToHold("hold_1"));
  }

  @Test
  void theAnswerFollowsInOrderAndNobodyIsAskedAgain() {
    asksToHold();
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_1");
    assertThat(talk.pass(1)).isEmpty();
    talk.on(new SpeechHeard("hold_1", ONE_MOMENT));
    assertThat(talk.pass(5)).isEmpty();
    talk.on(new SpeechHeard("a1", "We are open until five."));

    assertThat(talk.turns())
        .extracting(Turn::text)
        .containsSubsequence("Hi.", ONE_MOMENT, "We are open until five.");
  }

  @Test
  void whoHasHeldOnForLongEnoughIsHelpedInAnotherWay() {
    asksToHold();
    assertThat(talk.pass(1)).as("what asks them to is playing").isEmpty();
    talk.on(new SpeechHeard("hold_1", ONE_MOMENT));

    assertThat(talk.pass(ALMOST)).isEmpty();
    assertThat(talk.pass(A_BIT)).containsExactly(new FallBack("no_answer"));
  }

  @Test
  void whereNothingIsRecordedTheModelIsGivenUpAsSoon() {
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.pass(Duration.ofMillis(1500));

    assertThat(talk.pass(ALMOST)).isEmpty();
    assertThat(talk.pass(A_BIT)).containsExactly(new FallBack("no_answer"));
  }

  @Test
  void aCallerIsAskedOnceForEachWait() {
    asksToHold();
    talk.on(new SpeechHeard("hold_1", ONE_MOMENT));
    talk.receptionistSays("resp_1", "a1", "Hello!");
    talk.callerSays("u2", "Are you open?", "resp_2");

    assertThat(talk.pass(Duration.ofMillis(1500))).containsExactly(new AskToHold("hold_2"));
  }

  @Test
  void whoeverSpeaksAgainIsNotAsked() {
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.pass(1);
    talk.on(new CallerStartedSpeaking("u2"));

    assertThat(talk.pass(5)).doesNotHaveAnyElementsOfTypes(AskToHold.class, FallBack.class);
  }

  @Test
  void aVoiceOverItIsAVoiceIntoSilence() {
    Talk patient = Talk.withAPatientReceptionist();
    patient.on(new SpeechHeard(Conversation.GREETING, "Acme, hello!"));
    asks(patient, "u1");
    patient.pass(Duration.ofMillis(1500));
    patient.on(new SpeechStarted("hold_1"));

    assertThat(patient.on(new CallerStartedSpeaking("u2")))
        .containsExactly(new FallSilent(null, false));
    patient.on(new SpeechCut("hold_1", ONE_MOMENT, "One"));
    patient.on(new CallerStoppedSpeaking("u2"));
    patient.on(new CallerTurnEnded("u2"));
    assertThat(patient.on(new CallerTranscribed("u2", "")))
        .as("a noise: nothing of it is said again")
        .noneMatch(Speak.class::isInstance);
  }

  @Test
  void whoSpeaksOverTheAnswerThatFollowsMustMeanItAsEver() {
    Talk patient = Talk.withAPatientReceptionist();
    patient.on(new SpeechHeard(Conversation.GREETING, "Acme, hello!"));
    asks(patient, "u1");
    patient.follows("resp_1");
    patient.pass(Duration.ofMillis(1500));
    patient.on(new SpeechStarted("hold_1"));
    patient.on(new SpeechStarted("a1"));

    assertThat(patient.on(new CallerStartedSpeaking("u2"))).isEmpty();
    assertThat(patient.on(new CallerInsists("u2"))).containsExactly(new FallSilent("resp_1", true));
    patient.on(new SpeechCut("hold_1", ONE_MOMENT, "One"));
    patient.on(new SpeechCut("a1", "We are open.", ""));
    patient.on(
        new ConversationEvent.ResponseEnded(
            "resp_1", ConversationEvent.Outcome.CANCELLED, List.of()));
    patient.on(new CallerStoppedSpeaking("u2"));
    patient.on(new CallerTurnEnded("u2"));
    assertThat(patient.on(new CallerTranscribed("u2", "")))
        .as("the model knows best what it had not said yet")
        .contains(new Speak("r2", null));
  }

  @Test
  void aToolHasWordsOfItsOwn() {
    talk.callerSays("u1", "Book me in.", "resp_1");
    talk.pass(1);
    talk.completes("resp_1", BOOK);

    assertThat(talk.pass(Duration.ofMillis(1500))).containsExactly(new Speak("r1", ONE_MOMENT));
  }

  @Test
  void whatAToolTookIsWaitedToo() {
    talk.callerSays("u1", "Book me in.", "resp_1");
    talk.completes("resp_1", BOOK);
    talk.pass(1);
    talk.on(BOOKED);

    assertThat(talk.pass(Duration.ofMillis(499))).isEmpty();
    assertThat(talk.pass(A_BIT)).containsExactly(new AskToHold("hold_1"));
  }

  @Test
  void aModelThatUsesAToolHasNotFallenSilent() {
    asksToHold();
    talk.on(new SpeechHeard("hold_1", ONE_MOMENT));
    talk.completes("resp_1", BOOK);
    talk.on(BOOKED);
    talk.follows("resp_2");

    assertThat(talk.pass(Duration.ofMillis(1500))).containsExactly(new AskToHold("hold_2"));
  }

  @Test
  void aModelThatWritesWhatAToolNeedsHasNotFallenSilentEither() {
    asksToHold();
    talk.on(new SpeechHeard("hold_1", ONE_MOMENT));
    talk.on(new FunctionCallBegun());

    assertThat(talk.pass(6)).isEmpty();
    assertThat(talk.pass(1)).containsExactly(new FallBack("no_answer"));
  }

  @Test
  void whoPressedKeysIsAskedToo() {
    talk.on(new KeyPressed('5'));
    talk.on(new KeyPressed('#'));

    assertThat(talk.pass(Duration.ofMillis(1500))).containsExactly(new AskToHold("hold_1"));
  }

  @Test
  void nobodyIsAskedWhoHasNotSaidAnything() {
    talk.pass(7);
    talk.follows("resp_1");

    assertThat(talk.pass(5)).isEmpty();
  }

  @Test
  void whileTheReceptionistSpeaksNobodyIsAsked() {
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.on(new SpeechStarted("a1"));

    assertThat(talk.pass(20)).isEmpty();
  }

  private void asksToHold() {
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.pass(Duration.ofMillis(1500));
    talk.on(new SpeechStarted("hold_1"));
  }

  /// Says something, of which no answer is begun.
  private static void asks(Talk talk, String item) {
    talk.on(new CallerStartedSpeaking(item));
    talk.on(new CallerStoppedSpeaking(item));
    talk.on(new CallerTurnEnded(item));
    talk.on(new CallerTranscribed(item, "Are you open?"));
  }
}
