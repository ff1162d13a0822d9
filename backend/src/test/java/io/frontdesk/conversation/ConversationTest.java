package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.Speaker;
import io.frontdesk.call.Turn;
import io.frontdesk.conversation.ConversationEvent.CallerNotTranscribed;
import io.frontdesk.conversation.ConversationEvent.CallerStartedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerStoppedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerTranscribed;
import io.frontdesk.conversation.ConversationEvent.CallerTurnEnded;
import io.frontdesk.conversation.ConversationEvent.KeyPressed;
import io.frontdesk.conversation.ConversationEvent.ModelReady;
import io.frontdesk.conversation.ConversationEvent.Outcome;
import io.frontdesk.conversation.ConversationEvent.ResponseEnded;
import io.frontdesk.conversation.ConversationEvent.ResponseRefused;
import io.frontdesk.conversation.ConversationEvent.ResponseStarted;
import io.frontdesk.conversation.ConversationEvent.SpeechCut;
import io.frontdesk.conversation.ConversationEvent.SpeechStarted;
import io.frontdesk.conversation.ConversationEvent.StreamStarted;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.Effect.AnswerTool;
import io.frontdesk.conversation.Effect.FallSilent;
import io.frontdesk.conversation.Effect.PlayGreeting;
import io.frontdesk.conversation.Effect.RunTool;
import io.frontdesk.conversation.Effect.Speak;
import io.frontdesk.conversation.Effect.StoreTurn;
import io.frontdesk.conversation.Effect.TellModel;
import io.frontdesk.conversation.Effect.TellModelHeard;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/// Who speaks when, and what is written down.
class ConversationTest {
  private static final FunctionCall TAKE = new FunctionCall("c1", "take_message", "{}");
  private static final FunctionCall BOOK = new FunctionCall("c2", "schedule_appointment", "{}");

  @Test
  void theRecordedGreetingPlaysAtOnceAndTheModelIsToldOfIt() {
    var talk = new Talk(Limits.DEFAULT, Script.english("Acme, hello!", true));

    assertThat(talk.on(new StreamStarted())).containsExactly(new PlayGreeting());
    assertThat(talk.on(new ModelReady()))
        .containsExactly(new TellModel(Speaker.RECEPTIONIST, "Acme, hello!", "greeting"));
  }

  @Test
  void theModelIsToldHowMuchOfTheGreetingWasHeard() {
    var talk = new Talk(Limits.DEFAULT, Script.english("Acme, hello!", true));
    talk.on(new StreamStarted());
    talk.on(new SpeechStarted(Conversation.GREETING));
    talk.on(new ModelReady());
    talk.on(new CallerStartedSpeaking("u1"));

    assertThat(talk.on(new SpeechCut(Conversation.GREETING, "Acme, hello!", "Acme,")))
        .contains(new TellModelHeard(Conversation.GREETING, "Acme,"));
  }

  @Test
  void aGreetingThatWasCutBeforeTheModelWasThereIsToldAsItWasHeard() {
    var talk = new Talk(Limits.DEFAULT, Script.english("Acme, hello!", true));
    talk.on(new StreamStarted());
    talk.on(new SpeechStarted(Conversation.GREETING));
    talk.on(new KeyPressed('5'));
    talk.on(new SpeechCut(Conversation.GREETING, "Acme, hello!", ""));

    assertThat(talk.on(new ModelReady()))
        .startsWith(
            new TellModel(Speaker.RECEPTIONIST, "Acme, hello!", "greeting"),
            new TellModelHeard("greeting", ""));
  }

  @Test
  void theModelGreetsWhereNoGreetingWasRecorded() {
    var talk = new Talk(Limits.DEFAULT, Script.english("Acme, hello!", false));

    assertThat(talk.on(new ModelReady())).isEmpty();
    assertThat(talk.on(new StreamStarted())).containsExactly(new Speak("r1", "Acme, hello!"));
  }

  @Test
  void nobodyGreetsACallerWhoWasFaster() {
    var talk = new Talk(Limits.DEFAULT, Script.english("Acme, hello!", false));
    talk.on(new StreamStarted());
    talk.on(new CallerStartedSpeaking("u1"));

    assertThat(talk.on(new ModelReady())).isEmpty();
  }

  @Test
  void turnsAreStoredWhenTheyEnd() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi, I need help.", "resp_1");
    talk.receptionistSays("resp_1", "a1", "Of course.");

    assertThat(talk.turns())
        .extracting(Turn::index, Turn::speaker, Turn::text, Turn::heardText)
        .containsExactly(
            Tuple.tuple(0, Speaker.RECEPTIONIST, "Acme, hello!", null),
            Tuple.tuple(1, Speaker.CALLER, "Hi, I need help.", null),
            Tuple.tuple(2, Speaker.RECEPTIONIST, "Of course.", null));
  }

  @Test
  void wordsThatComeLateHoldLaterTurnsBack() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new CallerStartedSpeaking("u1"));
    talk.on(new CallerStoppedSpeaking("u1"));
    talk.on(new CallerTurnEnded("u1"));
    talk.on(new ResponseStarted("resp_1", null));

    assertThat(talk.receptionistSays("resp_1", "a1", "Of course.")).isEmpty();
    assertThat(talk.on(new CallerTranscribed("u1", "Help!")))
        .extracting(effect -> ((StoreTurn) effect).turn().text())
        .containsExactly("Help!", "Of course.");
  }

  @Test
  void wordsThatNeverComeAreGivenUp() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new CallerStartedSpeaking("u1"));
    talk.on(new CallerStoppedSpeaking("u1"));
    talk.on(new CallerTurnEnded("u1"));
    talk.on(new ResponseStarted("resp_1", null));
    talk.receptionistSays("resp_1", "a1", "Of course.");

    talk.pass(10);

    assertThat(talk.turns())
        .extracting(Turn::text)
        .startsWith("Acme, hello!", "[inaudible]", "Of course.");
  }

  @Test
  void wordsThatFailedAreInaudibleAndNoiseIsNoTurn() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "  ", "resp_1");
    talk.on(new CallerStartedSpeaking("u2"));
    talk.on(new CallerStoppedSpeaking("u2"));
    talk.on(new CallerTurnEnded("u2"));
    talk.on(new CallerNotTranscribed("u2"));

    assertThat(talk.turns())
        .extracting(Turn::index, Turn::text)
        .endsWith(Tuple.tuple(1, "[inaudible]"));
  }

  @Test
  void aCallerWhoTalksOverTheReceptionistIsLetSpeak() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.on(new SpeechStarted("a1"));

    assertThat(talk.on(new CallerStartedSpeaking("u2")))
        .containsExactly(new FallSilent("resp_1", false));
    talk.on(new SpeechCut("a1", "We are open from nine to five.", "We are open"));
    assertThat(talk.turns().getLast())
        .satisfies(
            turn -> {
              assertThat(turn.interrupted()).isTrue();
              assertThat(turn.text()).isEqualTo("We are open from nine to five.");
              assertThat(turn.heardText()).isEqualTo("We are open");
            });
  }

  @Test
  void speakingUpIntoSilenceInterruptsNothing() {
    Talk talk = Talk.afterTheGreeting();

    assertThat(talk.on(new CallerStartedSpeaking("u1"))).isEmpty();
  }

  @Test
  void theModelGoesOnOnceWhenAllItsToolsAreDone() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi.", "resp_1");

    assertThat(talk.completes("resp_1", TAKE, BOOK))
        .containsExactly(new RunTool(TAKE), new RunTool(BOOK));
    assertThat(talk.on(finished(BOOK))).containsExactly(new AnswerTool(Talk.done(BOOK)));
    assertThat(talk.on(finished(TAKE)))
        .containsExactly(new AnswerTool(Talk.done(TAKE)), new Speak("r1", null));
  }

  @Test
  void whatWasDoneIsWrittenDownWithTheWordsThatFollow() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Take a message.", "resp_1");
    talk.completes("resp_1", TAKE);
    talk.on(finished(TAKE));
    talk.follows("resp_2");
    talk.receptionistSays("resp_2", "a1", "Done.");

    assertThat(talk.turns().getLast().toolCalls()).containsExactly(Talk.done(TAKE));
  }

  @Test
  void aToolOfAnAnswerThatIsNotCompleteIsNotRun() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi.", "resp_1");

    assertThat(talk.on(new ResponseEnded("resp_1", Outcome.CANCELLED, List.of(TAKE)))).isEmpty();
    talk.callerSays("u2", "Hi.", "resp_2");
    assertThat(talk.on(new ResponseEnded("resp_2", Outcome.INCOMPLETE, List.of(TAKE)))).isEmpty();
  }

  @Test
  void aCallThatComesTwiceIsRunOnce() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.completes("resp_1", TAKE);

    assertThat(talk.completes("resp_1", TAKE)).isEmpty();
    assertThat(talk.on(finished(TAKE))).hasSize(2);
    assertThat(talk.on(finished(TAKE))).isEmpty();
  }

  @Test
  void whatToolsFoundWaitsUntilTheCallerHasSpoken() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.completes("resp_1", TAKE);
    talk.on(new CallerStartedSpeaking("u2"));

    assertThat(talk.on(finished(TAKE))).containsExactly(new AnswerTool(Talk.done(TAKE)));
    talk.on(new CallerStoppedSpeaking("u2"));
    talk.on(new CallerTurnEnded("u2"));
    assertThat(talk.on(new ResponseStarted("resp_2", null))).isEmpty();
    assertThat(talk.completes("resp_2")).as("that answer knew what the tool found").isEmpty();
  }

  @Test
  void aRefusedRequestIsMadeOnceMoreWhenTheAnswerInItsWayIsOver() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.completes("resp_1", TAKE);
    talk.on(finished(TAKE));
    talk.on(new ResponseStarted("resp_2", null));

    assertThat(talk.on(new ResponseRefused("r1"))).isEmpty();
    assertThat(talk.completes("resp_2")).containsExactly(new Speak("r2", null));
    assertThat(talk.on(new ResponseRefused("r2"))).as("not a third time").isEmpty();
  }

  @Test
  void ourOwnRequestThatBeginsWhileTheCallerSpeaksIsStopped() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi.", "resp_1");
    talk.completes("resp_1", TAKE);
    talk.on(finished(TAKE));
    talk.on(new CallerStartedSpeaking("u2"));

    assertThat(talk.follows("resp_2")).containsExactly(new FallSilent("resp_2", true));
  }

  @Test
  void anAnswerThatFailedIsTriedOnceMore() {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "Hi.", "resp_1");

    assertThat(talk.on(new ResponseEnded("resp_1", Outcome.FAILED, List.of())))
        .containsExactly(new Speak("r1", null));
    talk.follows("resp_2");
    assertThat(talk.on(new ResponseEnded("resp_1", Outcome.FAILED, List.of())))
        .as("told twice, it is still one failure")
        .isEmpty();
    assertThat(talk.on(new ResponseEnded("resp_2", Outcome.FAILED, List.of())))
        .containsExactly(new Effect.FallBack("response_failed"));
  }

  @Test
  void anAnswerThatIsDueAndNeverBeginsIsAskedFor() {
    Talk talk = afterAQuestion();

    assertThat(talk.pass(Duration.ofMillis(1500)))
        .containsExactly(new Effect.AskToHold("hold_1"), new Speak("r1", null));
    assertThat(talk.pass(Duration.ofMillis(1500)))
        .containsExactly(new Effect.FallBack("no_answer"));
  }

  @Test
  void aQuestionThatTheModelAnswersByItselfAfterAllIsAnsweredOnce() {
    Talk talk = afterAQuestion();
    assertThat(talk.pass(Duration.ofMillis(1500))).contains(new Speak("r1", null));

    talk.on(new ResponseStarted("resp_1", null));
    talk.on(new ResponseRefused("r1"));

    assertThat(talk.completes("resp_1")).doesNotHaveAnyElementsOfTypes(Speak.class);
  }

  /// The model knows that the caller has said something, and does not answer.
  private static Talk afterAQuestion() {
    Talk talk = Talk.afterTheGreeting();
    talk.on(new CallerStartedSpeaking("u1"));
    talk.on(new CallerStoppedSpeaking("u1"));
    talk.on(new CallerTurnEnded("u1"));
    talk.on(new CallerTranscribed("u1", "Hello?"));
    return talk;
  }

  private static ToolFinished finished(FunctionCall call) {
    return new ToolFinished(Talk.done(call), false);
  }
}
