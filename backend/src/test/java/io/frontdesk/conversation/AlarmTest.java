package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.ConversationEvent.Alarmed;
import io.frontdesk.conversation.ConversationEvent.CallerStartedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerStoppedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerTranscribed;
import io.frontdesk.conversation.ConversationEvent.CallerTurnEnded;
import io.frontdesk.conversation.ConversationEvent.Outcome;
import io.frontdesk.conversation.ConversationEvent.ResponseEnded;
import io.frontdesk.conversation.ConversationEvent.ResponseStarted;
import io.frontdesk.conversation.ConversationEvent.SpeechHeard;
import io.frontdesk.conversation.ConversationEvent.SpeechStarted;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.Effect.FallSilent;
import io.frontdesk.conversation.Effect.HandOver;
import io.frontdesk.conversation.Effect.RunTool;
import io.frontdesk.conversation.Effect.Speak;
import io.frontdesk.conversation.alarm.Alarm;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What follows at once from what a caller said, whatever the model is about to do.
class AlarmTest {
  private static final Alarm DANGER =
      new Alarm("self_harm", Alarm.Kind.SELF_HARM, "Call 988.", null);
  private static final Alarm.Connection ON_CALL =
      new Alarm.Connection("Kim", "An emergency", Urgency.EMERGENCY);
  private static final Alarm GAS =
      new Alarm("emergency", Alarm.Kind.EMERGENCY, "Get out.", ON_CALL);
  private static final Script SCRIPT = Script.english("Acme, hello!", true);

  private final Talk talk = Talk.afterTheGreeting();

  @Test
  void theModelsOwnAnswerGivesWay() {
    talk.callerSays("u1", "I want to end my life.", "resp_1");

    assertThat(talk.on(new Alarmed(DANGER))).contains(new FallSilent("resp_1", true));
    assertThat(cancelled("resp_1")).contains(new Speak("r1", "Call 988."));
    talk.follows("resp_2");
    talk.receptionistSays("resp_2", "a2", "Call 988.");

    assertThat(talk.turns().getLast().text()).isEqualTo("Call 988.");
  }

  @Test
  void itIsSaidThoughTimeIsUp() {
    talk.callerSays("u1", "I want to end my life.", "resp_1");
    talk.on(new Alarmed(DANGER));
    talk.on(new ConversationEvent.BudgetSpent());

    assertThat(cancelled("resp_1")).contains(new Speak("r1", "Call 988."));
    talk.follows("resp_2");
    assertThat(talk.receptionistSays("resp_2", "a2", "Call 988."))
        .contains(new Speak("r2", SCRIPT.timeIsUp()));
  }

  @Test
  void anAnswerThatBeginsLateIsNotHeard() {
    talk.on(new CallerStartedSpeaking("u1"));
    talk.on(new CallerStoppedSpeaking("u1"));
    talk.on(new CallerTurnEnded("u1"));
    talk.on(new CallerTranscribed("u1", "I want to end my life."));

    assertThat(talk.on(new Alarmed(DANGER))).contains(new Speak("r1", "Call 988."));
    assertThat(talk.on(new ResponseStarted("resp_1", null)))
        .contains(new FallSilent("resp_1", true));
    talk.on(new ConversationEvent.ResponseRefused("r1"));

    assertThat(cancelled("resp_1")).contains(new Speak("r2", "Call 988."));
  }

  @Test
  void itIsHeardToItsEndWhateverTheCallerSays() {
    talk.callerSays("u1", "I want to end my life.", "resp_1");
    talk.on(new Alarmed(DANGER));
    cancelled("resp_1");
    talk.follows("resp_2");
    talk.on(new SpeechStarted("a2"));

    assertThat(talk.on(new CallerStartedSpeaking("u2"))).noneMatch(FallSilent.class::isInstance);
  }

  @Test
  void theCallerIsConnectedOnceTheyHaveHeardSo() {
    talk.callerSays("u1", "I smell gas.", "resp_1");
    var effects = talk.on(new Alarmed(GAS));
    FunctionCall call = AlarmRules.call(GAS, ON_CALL);
    assertThat(effects).contains(new RunTool(call));
    assertThat(call.arguments()).contains("\"to\":\"Kim\"", "emergency");
    cancelled("resp_1");
    talk.follows("resp_2");
    talk.receptionistSays("resp_2", "a2", "Get out.");

    assertThat(talk.on(finished(call, true))).contains(new Speak("r2", SCRIPT.connecting()));
    talk.follows("resp_3");
    talk.on(new SpeechStarted("a3"));
    callerUrges();
    talk.completes("resp_3");

    assertThat(talk.on(new SpeechHeard("a3", SCRIPT.connecting()))).contains(new HandOver());
  }

  @Test
  void whereNobodyIsThereTheCallGoesOn() {
    talk.callerSays("u1", "I smell gas.", "resp_1");
    talk.on(new Alarmed(GAS));
    cancelled("resp_1");
    talk.follows("resp_2");
    talk.receptionistSays("resp_2", "a2", "Get out.");

    talk.on(finished(AlarmRules.call(GAS, ON_CALL), false));
    talk.follows("resp_3");

    assertThat(talk.receptionistSays("resp_3", "a3", SCRIPT.nobodyFree()))
        .noneMatch(HandOver.class::isInstance);
    assertThat(talk.turns().getLast().text()).isEqualTo(SCRIPT.nobodyFree());
  }

  @Test
  void whoIsUpsetWhereNobodyCanBeRungIsPromisedACallBack() {
    var angry = new Alarm("anger", Alarm.Kind.ANGER, "I am sorry.", null);
    talk.callerSays("u1", "This is ridiculous.", "resp_1");

    var effects = talk.on(new Alarmed(angry));

    FunctionCall promise = AlarmRules.callBack(angry);
    assertThat(effects).contains(new RunTool(promise));
    assertThat(promise.name()).isEqualTo("promise_call_back");
    cancelled("resp_1");
    talk.follows("resp_2");
    talk.receptionistSays("resp_2", "a2", "I am sorry.");
    assertThat(talk.on(finished(promise, false)))
        .as("the words at once have said it")
        .noneMatch(Speak.class::isInstance);
    assertThat(talk.on(new Alarmed(angry))).noneMatch(RunTool.class::isInstance);
  }

  @Test
  void nobodyIsConnectedTwice() {
    talk.callerSays("u1", "I smell gas.", "resp_1");
    talk.on(new Alarmed(GAS));

    assertThat(talk.on(new Alarmed(GAS))).noneMatch(RunTool.class::isInstance);
  }

  private void callerUrges() {
    talk.on(new CallerStartedSpeaking("u2"));
    talk.on(new CallerStoppedSpeaking("u2"));
    talk.on(new CallerTranscribed("u2", "Hurry up, please, it smells terribly!"));
  }

  private List<Effect> cancelled(String responseId) {
    return talk.on(new ResponseEnded(responseId, Outcome.CANCELLED, List.of()));
  }

  private static ToolFinished finished(FunctionCall call, boolean handsOver) {
    var output = JsonNodeFactory.instance.objectNode().put("ok", handsOver).put("say", "Said.");
    var done =
        new ToolCall(call.callId(), call.name(), JsonNodeFactory.instance.objectNode(), output);
    return new ToolFinished(done, false, true, handsOver);
  }
}
