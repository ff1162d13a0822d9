package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.Speaker;
import io.frontdesk.conversation.ConversationEvent.CallerStartedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerStoppedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerTranscribed;
import io.frontdesk.conversation.ConversationEvent.CallerTurnEnded;
import io.frontdesk.conversation.ConversationEvent.KeyPressed;
import io.frontdesk.conversation.ConversationEvent.ModelFailed;
import io.frontdesk.conversation.ConversationEvent.ResponseStarted;
import io.frontdesk.conversation.ConversationEvent.SpeechCut;
import io.frontdesk.conversation.ConversationEvent.SpeechHeard;
import io.frontdesk.conversation.ConversationEvent.SpeechStarted;
import io.frontdesk.conversation.ConversationEvent.StreamEnded;
import io.frontdesk.conversation.ConversationEvent.StreamStarted;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.Effect.Close;
import io.frontdesk.conversation.Effect.FallBack;
import io.frontdesk.conversation.Effect.FallSilent;
import io.frontdesk.conversation.Effect.FinishCallerTurn;
import io.frontdesk.conversation.Effect.HangUp;
import io.frontdesk.conversation.Effect.LetModelYield;
import io.frontdesk.conversation.Effect.Speak;
import io.frontdesk.conversation.Effect.StoreTurn;
import io.frontdesk.conversation.Effect.TellModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How calls end.
class ConversationEndTest {
  private static final FunctionCall END = new FunctionCall("c1", "end_call", "{}");
  private static final FunctionCall TAKE = new FunctionCall("c2", "take_message", "{}");
  private static final Script SCRIPT = Script.english("Acme, hello!", true);

  @Test
  void theLineIsClosedWhenTheGoodbyeHasBeenHeard() {
    Talk talk = saysGoodbye();
    talk.on(new SpeechStarted("a1"));

    assertThat(talk.completes("resp_2")).isEmpty();
    assertThat(talk.on(new SpeechHeard("a1", "Goodbye.")))
        .contains(new HangUp(EndReason.RECEPTIONIST_ENDED));
    assertThat(talk.on(new StreamEnded())).contains(new Close(EndReason.RECEPTIONIST_ENDED));
    assertThat(talk.isOver()).isTrue();
  }

  @Test
  void aGoodbyeThatIsNeverHeardDoesNotKeepTheLineOpen() {
    Talk talk = saysGoodbye();
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_2");

    assertThat(talk.pass(19)).isEmpty();
    assertThat(talk.pass(1)).containsExactly(new HangUp(EndReason.RECEPTIONIST_ENDED));
  }

  @Test
  void aCallThatHasCostEnoughIsTakenLeaveOfOnce() {
    Talk talk = Talk.afterTheGreeting();

    assertThat(talk.on(new ConversationEvent.BudgetSpent()))
        .containsExactly(new LetModelYield(false), new Speak("r1", SCRIPT.timeIsUp()));
    assertThat(talk.on(new ConversationEvent.BudgetSpent())).isEmpty();
    talk.follows("resp_1");

    assertThat(talk.receptionistSays("resp_1", "a1", SCRIPT.timeIsUp()))
        .contains(new HangUp(EndReason.TIME_LIMIT));
    assertThat(talk.on(new ConversationEvent.BudgetSpent())).isEmpty();
  }

  @Test
  void whoeverHasMoreToSayDuringTheGoodbyeIsHeard() {
    Talk talk = saysGoodbye();
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_2");
    talk.on(new CallerStartedSpeaking("u2"));
    talk.on(new SpeechCut("a1", "Goodbye then.", "Goodbye"));
    talk.on(new CallerStoppedSpeaking("u2"));
    talk.on(new CallerTurnEnded("u2"));
    talk.on(new CallerTranscribed("u2", "Wait, are you open on Monday?"));
    talk.on(new ResponseStarted("resp_3", null));
    talk.receptionistSays("resp_3", "a2", "Yes, from nine.");

    assertThat(talk.pass(3)).isEmpty();
    assertThat(talk.pass(1)).containsExactly(new HangUp(EndReason.RECEPTIONIST_ENDED));
  }

  @Test
  void aCallerWhoNeverSpeaksIsAskedTwiceAndLetGoWithin45Seconds() {
    var talk = new Talk(Limits.DEFAULT, SCRIPT);
    talk.on(new StreamStarted());
    talk.on(new SpeechStarted(Conversation.GREETING));
    talk.on(new ConversationEvent.ModelReady());
    talk.pass(4);
    talk.on(new SpeechHeard(Conversation.GREETING, "Acme, hello!"));

    for (String words : List.of(SCRIPT.stillThere().get(0), SCRIPT.stillThere().get(1))) {
      assertThat(talk.pass(Duration.ofMillis(6999))).isEmpty();
      assertThat(talk.pass(Duration.ofMillis(1)))
          .containsExactly(new Speak(talk.lastRequest(), words));
      answer(talk, words, 2);
    }
    talk.pass(7);
    answer(talk, SCRIPT.nobodyThere(), 5);

    assertThat(talk.all()).contains(new HangUp(EndReason.SILENCE));
    assertThat(Duration.between(Talk.NOON, talk.now())).isLessThan(Duration.ofSeconds(45));
  }

  @Test
  void aCallerWhoSpeaksAgainIsAskedAnew() {
    Talk talk = Talk.afterTheGreeting();
    talk.pass(7);
    answer(talk, "Are you still there?", 1);
    talk.callerSays("u1", "Yes, sorry.", "resp_8");
    talk.receptionistSays("resp_8", "a8", "No problem.");

    assertThat(talk.pass(7)).containsExactly(new Speak("r2", "Are you still there?"));
  }

  @Test
  void nobodyIsAskedWhileAToolRunsOrSpeechIsUnheard() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_1", TAKE);

    assertThat(talk.pass(15)).isEmpty();
    talk.on(new SpeechHeard("a1", "One moment."));
    assertThat(talk.pass(1)).isEmpty();
    talk.pass(1);
    answer(talk, "One moment, please.", 1);
    assertThat(talk.pass(15)).isEmpty();
  }

  @Test
  void aCallerWhoSpeaksUpDuringTheLastGoodbyeStays() {
    Talk talk = Talk.afterTheGreeting();
    talk.pass(7);
    answer(talk, "Are you still there?", 1);
    talk.pass(7);
    answer(talk, "Hello, can you hear me?", 1);
    talk.pass(7);
    talk.follows("resp_bye");
    talk.on(new SpeechStarted("a_bye"));
    talk.completes("resp_bye");
    talk.on(new CallerStartedSpeaking("u1"));
    talk.on(new SpeechCut("a_bye", SCRIPT.nobodyThere(), "I cannot"));
    talk.on(new CallerStoppedSpeaking("u1"));
    talk.on(new CallerTurnEnded("u1"));
    talk.on(new CallerTranscribed("u1", "I am here!"));
    talk.on(new ResponseStarted("resp_9", null));

    assertThat(talk.receptionistSays("resp_9", "a9", "Good.")).noneMatch(HangUp.class::isInstance);
  }

  @Test
  void aCallThatIsTooLongEndsPolitely() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_1");
    talk.pass(Duration.ofMinutes(30).minusSeconds(1));

    assertThat(talk.pass(1))
        .containsExactly(
            new LetModelYield(false), new Speak(talk.lastRequest(), SCRIPT.timeIsUp()));
    talk.follows("resp_2");
    talk.on(new SpeechHeard("a1", "A long story."));
    talk.on(new CallerStartedSpeaking("u2"));
    assertThat(talk.receptionistSays("resp_2", "a2", SCRIPT.timeIsUp()))
        .contains(new HangUp(EndReason.TIME_LIMIT));
  }

  @Test
  void aLongAnswerIsHeardToItsEndBeforeACallThatIsTooLongEnds() {
    Talk talk = Talk.afterTheGreeting();
    talk.pass(6);
    talk.callerSays("u1", "Tell me everything.", "resp_1");
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_1");
    talk.on(new ConversationEvent.BudgetSpent());
    talk.follows("resp_2");
    talk.on(new SpeechStarted("a2"));
    talk.completes("resp_2");

    assertThat(talk.pass(50)).noneMatch(HangUp.class::isInstance);
    talk.on(new SpeechHeard("a1", "A long story."));
    assertThat(talk.on(new SpeechHeard("a2", SCRIPT.timeIsUp())))
        .contains(new HangUp(EndReason.TIME_LIMIT));
  }

  @Test
  void aCallThatIsTooLongIsNotBegunAnewWhenItsModelFails() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new ConversationEvent.BudgetSpent());
    talk.follows("resp_1");

    assertThat(talk.on(new ModelFailed("lost")))
        .contains(new HangUp(EndReason.TIME_LIMIT))
        .noneMatch(FallBack.class::isInstance);
  }

  @Test
  void whoeverIsTakingLeaveWhenTimeIsUpTakesItOnce() {
    Talk talk = saysGoodbye();
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_2");

    assertThat(talk.on(new ConversationEvent.BudgetSpent())).isEmpty();
    assertThat(talk.on(new SpeechHeard("a1", "Goodbye.")))
        .contains(new HangUp(EndReason.RECEPTIONIST_ENDED));
  }

  @Test
  void aCallThatIsTooLongEndsThoughItsLastWordsAreNeverHeard() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new ConversationEvent.BudgetSpent());
    talk.follows("resp_1");
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_1");

    assertThat(talk.pass(19)).noneMatch(HangUp.class::isInstance);
    assertThat(talk.pass(1)).containsExactly(new HangUp(EndReason.TIME_LIMIT));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whyACallThatIsTooLongEndsIsSaidOverWhoeverSpeaksUp(boolean beforeItsFirstSound) {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new ConversationEvent.BudgetSpent());
    talk.follows("resp_1");
    if (!beforeItsFirstSound) {
      talk.on(new SpeechStarted("a1"));
    }

    assertThat(talk.on(new CallerStartedSpeaking("u1"))).noneMatch(FallSilent.class::isInstance);
    assertThat(talk.on(new CallerTurnEnded("u1"))).noneMatch(HangUp.class::isInstance);
    if (beforeItsFirstSound) {
      talk.on(new SpeechStarted("a1"));
    }
    talk.completes("resp_1");
    assertThat(talk.on(new SpeechHeard("a1", SCRIPT.timeIsUp())))
        .contains(new HangUp(EndReason.TIME_LIMIT));
  }

  @Test
  void theLastWordsOfACallerWhoHangsUpAreWaitedFor() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new CallerStartedSpeaking("u1"));

    assertThat(talk.on(new StreamEnded())).containsExactly(new FinishCallerTurn());
    talk.pass(1);
    talk.on(new CallerStoppedSpeaking("u1"));
    assertThat(talk.on(new CallerTurnEnded("u1"))).isEmpty();
    assertThat(talk.on(new CallerTranscribed("u1", "My number is")))
        .satisfiesExactly(
            turn -> assertThat(((StoreTurn) turn).turn().text()).isEqualTo("My number is"),
            close -> assertThat(close).isEqualTo(new Close(EndReason.CALLER_HUNG_UP)));
  }

  @Test
  void lastWordsAreWaitedForTwoSecondsAtMost() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new CallerStartedSpeaking("u1"));
    talk.on(new CallerStoppedSpeaking("u1"));
    talk.on(new CallerTurnEnded("u1"));
    talk.on(new ResponseStarted("resp_1", null));
    talk.on(new SpeechStarted("a1"));
    talk.on(new SpeechCut("a1", "Of course.", "Of"));

    assertThat(talk.on(new StreamEnded())).isEmpty();
    assertThat(talk.pass(Duration.ofMillis(1999))).isEmpty();
    assertThat(talk.pass(Duration.ofMillis(1)))
        .satisfiesExactly(
            turn -> assertThat(((StoreTurn) turn).turn().text()).isEqualTo("[inaudible]"),
            turn -> assertThat(((StoreTurn) turn).turn().heardText()).isEqualTo("Of"),
            close -> assertThat(close).isInstanceOf(Close.class));
  }

  @Test
  void aToolThatTheCallerDoesNotWaitForIsStillWrittenDown() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Tell them I called. Bye.", "resp_1");
    talk.completes("resp_1", TAKE);

    assertThat(talk.on(new StreamEnded())).isEmpty();
    talk.pass(3);
    talk.on(new ToolFinished(Talk.done(TAKE), false));

    assertThat(talk.turns().getLast().speaker()).isEqualTo(Speaker.SYSTEM);
    assertThat(talk.turns().getLast().toolCalls()).containsExactly(Talk.done(TAKE));
    assertThat(talk.isOver()).isTrue();
  }

  @Test
  void aModelThatFailsHandsTheCallOn() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new CallerStartedSpeaking("u1"));

    assertThat(talk.on(new ModelFailed("closed"))).containsExactly(new FallBack("closed"));
    assertThat(talk.on(new ModelFailed("closed"))).isEmpty();
    assertThat(talk.on(new StreamEnded())).endsWith(new Close(EndReason.MODEL_FAILED));
    assertThat(talk.turns().getLast().text()).isEqualTo("[inaudible]");
  }

  @Test
  void aModelThatIsNeverReadyHandsTheCallOn() {
    var talk = new Talk(Limits.DEFAULT, SCRIPT);
    talk.on(new StreamStarted());
    talk.on(new SpeechStarted(Conversation.GREETING));

    assertThat(talk.pass(5)).contains(new FallBack("model_not_ready"));
  }

  @Test
  void aModelThatFailsAfterTheGoodbyeWasMadeIsNotMissed() {
    Talk talk = saysGoodbye();
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_2");

    assertThat(talk.on(new ModelFailed("closed"))).isEmpty();
    assertThat(talk.on(new SpeechHeard("a1", "Goodbye.")))
        .contains(new HangUp(EndReason.RECEPTIONIST_ENDED));
  }

  @Test
  void keysAreToldTogetherWhenTheCallerIsDone() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new KeyPressed('5'));
    talk.pass(1);
    talk.on(new KeyPressed('7'));

    assertThat(talk.pass(Duration.ofMillis(1499))).isEmpty();
    assertThat(talk.pass(Duration.ofMillis(1)))
        .satisfiesExactly(
            told ->
                assertThat(told)
                    .isEqualTo(
                        new TellModel(
                            Speaker.CALLER,
                            "[The caller pressed these keys on the telephone: 57]",
                            null)),
            turn -> assertThat(((StoreTurn) turn).turn().text()).isEqualTo("[pressed 57]"),
            speak -> assertThat(speak).isEqualTo(new Speak("r1", null)));
  }

  @Test
  void theHashKeyEndsANumberAtOnce() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new KeyPressed('5'));

    assertThat(talk.on(new KeyPressed('#'))).hasSize(3);
  }

  @Test
  void nothingFollowsAfterTheEnd() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new StreamEnded());
    assertThat(talk.isOver()).isTrue();

    assertThat(talk.on(new StreamEnded())).isEmpty();
    assertThat(talk.on(new ModelFailed("late"))).isEmpty();
    assertThat(talk.callerSays("u9", "Hello?", "resp_9")).isEmpty();
    assertThat(talk.pass(Duration.ofHours(1))).isEmpty();
  }

  private static Talk saysGoodbye() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "That is all, bye.", "resp_1");
    talk.completes("resp_1", END);
    talk.on(new ToolFinished(Talk.done(END), true));
    talk.follows("resp_2");
    return talk;
  }

  private static void answer(Talk talk, String words, int seconds) {
    String id = talk.lastRequest();
    talk.follows("resp_" + id);
    talk.on(new SpeechStarted("a_" + id));
    talk.completes("resp_" + id);
    talk.pass(seconds);
    talk.on(new SpeechHeard("a_" + id, words));
  }
}
