package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.conversation.ConversationEvent.CallerInsists;
import io.frontdesk.conversation.ConversationEvent.CallerStartedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerStoppedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerTurnEnded;
import io.frontdesk.conversation.ConversationEvent.KeyPressed;
import io.frontdesk.conversation.ConversationEvent.ModelReady;
import io.frontdesk.conversation.ConversationEvent.ResponseStarted;
import io.frontdesk.conversation.ConversationEvent.SpeechHeard;
import io.frontdesk.conversation.ConversationEvent.SpeechStarted;
import io.frontdesk.conversation.ConversationEvent.StreamStarted;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.Effect.AnswerTool;
import io.frontdesk.conversation.Effect.FallSilent;
import io.frontdesk.conversation.Effect.LetModelYield;
import io.frontdesk.conversation.Effect.Speak;
import io.frontdesk.conversation.Effect.TellModel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What is to be heard to its end is, and what the caller says meanwhile is kept and answered.
class GuardedSpeechTest {
  private static final FunctionCall BOOK = new FunctionCall("c1", "schedule_appointment", "{}");
  private static final ToolFinished BOOKED = new ToolFinished(Talk.done(BOOK), false, true);
  private static final Script NOTICE =
      Script.english("Acme, hello! This call is recorded.", true).guardingTheGreeting();

  @Test
  void nobodyInterruptsAGuardedGreetingAndWhatIsSaidOverItIsAnswered() {
    Talk talk = Talk.withAPatientReceptionist(NOTICE);
    talk.on(new CallerStartedSpeaking("u1"));
    assertThat(talk.on(new CallerInsists("u1"))).isEmpty();
    talk.pass(Duration.ofSeconds(2));
    talk.on(new CallerStoppedSpeaking("u1"));

    assertThat(talk.on(new CallerTurnEnded("u1"))).containsExactly(new Speak("r1", null));
    talk.follows("resp_1");
    assertThat(talk.on(new SpeechStarted("a1"))).isEmpty();
    talk.on(new SpeechHeard(Conversation.GREETING, NOTICE.greeting()));
    assertThat(talk.all()).noneMatch(FallSilent.class::isInstance);
  }

  @Test
  void whatFollowsTheGuardedPassageGivesWayToWhoeverIsStillSpeaking() {
    Talk talk = Talk.withAPatientReceptionist(NOTICE);
    turn(talk, "u1");
    talk.follows("resp_1");
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_1");
    talk.on(new CallerStartedSpeaking("u2"));
    talk.on(new CallerInsists("u2"));

    assertThat(talk.on(new SpeechHeard(Conversation.GREETING, NOTICE.greeting())))
        .contains(new FallSilent(null, false));
  }

  @Test
  void keysPressedMeanwhileAreKept() {
    Talk talk = Talk.withAPatientReceptionist(NOTICE);

    assertThat(talk.on(new KeyPressed('5'))).isEmpty();
    assertThat(talk.on(new KeyPressed('#')))
        .anyMatch(effect -> effect instanceof TellModel told && told.text().contains("5#"))
        .contains(new Speak("r1", null));
  }

  @Test
  void whatWasBookedIsReadBackToItsEnd() {
    Talk talk = Talk.withAPatientReceptionist();
    talk.on(new SpeechHeard(Conversation.GREETING, "Acme, hello!"));
    turn(talk, "u1");
    talk.follows("resp_1");
    talk.completes("resp_1", BOOK);

    assertThat(talk.on(BOOKED))
        .containsExactly(new AnswerTool(BOOKED.call()), new Speak("r2", null));
    talk.follows("resp_2");
    talk.on(new SpeechStarted("a2"));
    talk.completes("resp_2");
    talk.on(new CallerStartedSpeaking("u2"));
    assertThat(talk.on(new CallerInsists("u2"))).isEmpty();
  }

  @Test
  void whatWasBookedIsNotSaidOverACallerWhoWasFaster() {
    Talk talk = Talk.withAPatientReceptionist();
    talk.on(new SpeechHeard(Conversation.GREETING, "Acme, hello!"));
    turn(talk, "u1");
    talk.follows("resp_1");
    talk.completes("resp_1", BOOK);
    talk.on(BOOKED);
    talk.follows("resp_2");

    assertThat(talk.on(new CallerStartedSpeaking("u2")))
        .containsExactly(new FallSilent("resp_2", true));
  }

  @Test
  void aModelThatYieldsByItselfMustNotMeanwhile() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Book me in.", "resp_1");
    talk.completes("resp_1", BOOK);

    assertThat(talk.on(BOOKED))
        .containsExactly(
            new AnswerTool(BOOKED.call()), new LetModelYield(false), new Speak("r1", null));
    talk.follows("resp_2");
    talk.on(new SpeechStarted("a2"));
    assertThat(talk.on(new CallerStartedSpeaking("u2"))).isEmpty();
    talk.on(new CallerStoppedSpeaking("u2"));
    assertThat(talk.on(new CallerTurnEnded("u2"))).isEmpty();
    assertThat(talk.completes("resp_2"))
        .as("the model could not answer by itself while it was answering")
        .containsExactly(new Speak("r2", null));
    talk.follows("resp_3");
    assertThat(talk.on(new SpeechHeard("a2", "Booked."))).contains(new LetModelYield(true));
  }

  @Test
  void aModelThatYieldsByItselfMustNotDuringAGuardedGreeting() {
    var talk = new Talk(Limits.DEFAULT, NOTICE);
    talk.on(new StreamStarted());
    talk.on(new SpeechStarted(Conversation.GREETING));

    assertThat(talk.on(new ModelReady())).endsWith(new LetModelYield(false));
    talk.on(new CallerStartedSpeaking("u1"));
    talk.on(new CallerStoppedSpeaking("u1"));
    talk.on(new CallerTurnEnded("u1"));
    assertThat(talk.on(new ResponseStarted("resp_1", null))).isEmpty();
    assertThat(talk.on(new SpeechHeard(Conversation.GREETING, NOTICE.greeting())))
        .contains(new LetModelYield(true));
  }

  private static void turn(Talk talk, String item) {
    talk.on(new CallerStartedSpeaking(item));
    talk.on(new CallerInsists(item));
    talk.pass(Duration.ofSeconds(2));
    talk.on(new CallerStoppedSpeaking(item));
    talk.on(new CallerTurnEnded(item));
  }
}
