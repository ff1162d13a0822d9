package io.frontdesk.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.ResponseGate.Purpose;
import io.frontdesk.conversation.ResponseGate.Wish;
import io.frontdesk.conversation.alarm.Alarm;
import io.frontdesk.web.WireName;

/// What follows at once from what a caller said: words are said to their end and the caller is
/// connected, whatever the model is about to do.
public final class AlarmRules {
  /// What begins the names of tool calls that the model did not make.
  private static final String CALL = "alarm_";

  private static final String CALL_BACK = "promise_call_back";

  private final Draft draft;

  AlarmRules(Draft draft) {
    this.draft = draft;
  }

  /// The tool call that connects the caller; always the same for one alarm.
  public static FunctionCall call(Alarm alarm, Alarm.Connection with) {
    var arguments =
        JsonNodeFactory.instance
            .objectNode()
            .put("reason", with.reason())
            .put("urgency", WireName.of(with.urgency()));
    if (with.to() != null) {
      arguments.put("to", with.to());
    }
    return new FunctionCall(CALL + alarm.name(), "transfer_call", arguments.toString());
  }

  /// The tool call that has somebody call back; always the same for one alarm.
  public static FunctionCall callBack(Alarm alarm) {
    var arguments =
        JsonNodeFactory.instance
            .objectNode()
            .put("reason", "Was upset on the telephone, and nobody was there to be rung.")
            .put("urgency", WireName.of(Urgency.HIGH));
    return new FunctionCall(CALL + alarm.name(), CALL_BACK, arguments.toString());
  }

  static boolean isOurs(String callId) {
    return callId.startsWith(CALL);
  }

  void raised(Alarm alarm) {
    if (!draft.line.isOpen() || isLeavingForGood()) {
      return;
    }
    draft.ending = null;
    draft.gate = withoutSmallTalk(draft.gate);
    draft.overlap = draft.overlap.answered();
    draft.silence = draft.silence.forgotten();
    if (!draft.floor.isCallers()) {
      draft.floor = draft.floor.replying();
    }
    if (mayBeCut()) {
      draft.fallSilent(true);
    }
    String words = alarm.says();
    if (words != null) {
      say(words);
    }
    Alarm.Connection connection = alarm.connects();
    if (connection != null) {
      run(call(alarm, connection));
    } else if (alarm.owesCallBack()) {
      run(callBack(alarm));
    }
  }

  private void run(FunctionCall call) {
    if (!draft.tools.knows(call)) {
      draft.tools = draft.tools.with(call).excuse();
      draft.effect(new Effect.RunTool(call));
    }
  }

  /// Somebody else has the call already, or it has taken all that one may.
  private boolean isLeavingForGood() {
    Ending ending = draft.ending;
    return ending != null
        && switch (ending.reason()) {
          case HANDED_OVER, TIME_LIMIT, MODEL_FAILED -> true;
          case CALLER_HUNG_UP, RECEPTIONIST_ENDED, SILENCE -> false;
        };
  }

  private static ResponseGate withoutSmallTalk(ResponseGate gate) {
    return gate.without(Purpose.REPLY)
        .without(Purpose.RESUMPTION)
        .without(Purpose.SILENCE)
        .without(Purpose.EXCUSE)
        .without(Purpose.GOODBYE);
  }

  /// What is said to its end is, but for the greeting: nobody waits for that in an emergency.
  private boolean mayBeCut() {
    return !draft.transcript.isGuarded() || draft.transcript.isSaying(Conversation.GREETING);
  }

  private void say(String words) {
    draft.wish(new Wish(Purpose.ALARM, words).guarded(true));
  }

  /// What the caller is told of it: a test call says what would have happened.
  private String saying(ToolFinished event) {
    if (event.handsOver()) {
      return draft.script.connecting();
    }
    boolean practice = event.call().output().path("practice").asBoolean();
    return practice ? event.call().output().path("say").asText() : draft.script.nobodyFree();
  }

  /// It is known with whom the caller is connected, or why with nobody; or that somebody will call
  /// back, of which the caller was told at once.
  void connected(ToolFinished event) {
    ToolCall call = event.call();
    draft.tools = draft.tools.without(call.id());
    draft.transcript = draft.transcript.used(call);
    if (!draft.line.isOpen()) {
      return;
    }
    if (draft.model == State.Model.READY) {
      String told =
          "[By the business's rules, %s was used for you: %s]"
              .formatted(call.tool(), call.output());
      draft.effect(new Effect.TellModel(Speaker.SYSTEM, told, null));
    }
    if (!call.tool().equals(CALL_BACK)) {
      say(saying(event));
    }
    if (event.handsOver()) {
      draft.takeLeave(EndReason.HANDED_OVER);
      draft.stayFirm();
    }
  }
}
