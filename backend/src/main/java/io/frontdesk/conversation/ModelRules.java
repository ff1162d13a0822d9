package io.frontdesk.conversation;

import io.frontdesk.call.Speaker;
import io.frontdesk.conversation.ConversationEvent.ResponseEnded;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.ResponseGate.Purpose;
import io.frontdesk.conversation.ResponseGate.Wish;
import io.frontdesk.conversation.State.Model;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows from what the model and its tools do.
final class ModelRules {
  private static final int FAILURES_BORNE = 1;

  private final Draft draft;

  ModelRules(Draft draft) {
    this.draft = draft;
  }

  void ready() {
    if (draft.model != Model.CONNECTING) {
      return;
    }
    draft.model = Model.READY;
    if (draft.script.greetingIsRecorded()) {
      draft.effect(
          new Effect.TellModel(
              Speaker.RECEPTIONIST, draft.script.greeting(), Conversation.GREETING));
      if (draft.greetingHeard != null) {
        draft.effect(new Effect.TellModelHeard(Conversation.GREETING, draft.greetingHeard));
      }
    }
    greet();
  }

  /// The recorded greeting was not heard to its end.
  void greetingCut(String heard) {
    draft.greetingHeard = heard;
    if (draft.model == Model.READY && draft.line.isOpen()) {
      draft.effect(new Effect.TellModelHeard(Conversation.GREETING, heard));
    }
  }

  /// A model knows no time but that which it is told.
  void clockRead(String text, Instant until) {
    draft.clockUntil = until;
    if (draft.model == Model.READY && draft.line.isOpen()) {
      draft.effect(new Effect.TellModel(Speaker.SYSTEM, text, null));
    }
  }

  /// Whether an item that begins now is to be heard to its end.
  boolean guards(String itemId) {
    if (Conversation.asksToHold(itemId)) {
      return false;
    }
    return itemId.equals(Conversation.GREETING)
        ? draft.script.greetingIsGuarded()
        : draft.gate.isRunningGuarded();
  }

  /// Lets the model greet if the greeting was not made beforehand, and the caller was not faster.
  void greet() {
    boolean first = !draft.transcript.hasBegun() && draft.floor.isFree() && draft.gate.isIdle();
    if (!draft.script.greetingIsRecorded() && draft.model == Model.READY && first) {
      Wish greeting = new Wish(Purpose.GREETING, draft.script.greeting());
      draft.wish(greeting.guarded(draft.script.greetingIsGuarded()));
    }
  }

  void responseStarted(String responseId, @Nullable String request) {
    draft.gate = draft.gate.started(responseId, request, draft.now);
    var running = draft.gate.running();
    Wish wish = running == null ? null : running.wish();
    if (draft.gate.isOvertaken(wish)) {
      draft.floor = draft.floor.replying();
      draft.fallSilent(true);
    } else if (wish == null) {
      draft.floor = draft.floor.replying();
    } else if (draft.floor.isDemanded() && isInTheWay(wish)) {
      draft.fallSilent(true);
    }
  }

  /// Whether what begins to be said must not be said over the caller; where something else is still
  /// to be heard to its end, that is decided then.
  private boolean isInTheWay(Wish wish) {
    return !wish.purpose().isUrgent() && !draft.transcript.isGuarded();
  }

  /// An end that is told twice is one failure.
  void responseEnded(ResponseEnded event) {
    var running = draft.gate.running();
    Wish wish = running == null ? null : running.wish();
    draft.gate = draft.gate.ended(event.responseId());
    switch (event.outcome()) {
      case COMPLETED -> {
        draft.failures = 0;
        run(event.calls());
      }
      case INCOMPLETE -> draft.failures = 0;
      case CANCELLED -> {}
      case FAILED -> {
        if (running != null && running.responseId().equals(event.responseId())) {
          failed(wish == null ? new Wish(Purpose.REPLY, null) : wish);
        }
      }
      case EXHAUSTED -> draft.fail("model_exhausted");
    }
  }

  private void failed(Wish wish) {
    if (++draft.failures > FAILURES_BORNE) {
      draft.fail("response_failed");
    } else {
      draft.wish(wish);
    }
  }

  private void run(List<FunctionCall> calls) {
    for (FunctionCall call : calls) {
      if (!draft.tools.knows(call)) {
        draft.tools = draft.tools.with(call);
        draft.waiting = draft.waiting.over();
        draft.effect(new Effect.RunTool(call));
      }
    }
  }

  void toolFinished(ToolFinished event) {
    if (!draft.tools.isRunning(event.call().id())) {
      return;
    }
    if (AlarmRules.isOurs(event.call().id())) {
      new AlarmRules(draft).connected(event);
      return;
    }
    boolean confirms = draft.tools.confirms() || event.confirms();
    draft.tools = draft.tools.confirming(event.confirms()).without(event.call().id());
    draft.transcript = draft.transcript.used(event.call());
    Script.changed(event.call()).ifPresent(tag -> draft.script = draft.script.speaking(tag));
    if (draft.model == Model.READY) {
      draft.effect(new Effect.AnswerTool(event.call()));
    }
    boolean outOfTime = draft.ending != null && draft.ending.reason() == EndReason.TIME_LIMIT;
    if (event.endsCall() && draft.line.isOpen() && !outOfTime) {
      draft.takeLeave(EndReason.RECEPTIONIST_ENDED);
    }
    if (event.handsOver() && draft.line.isOpen() && !outOfTime) {
      draft.takeLeave(EndReason.HANDED_OVER);
    }
    if (draft.tools.isDone()) {
      draft.gate = draft.gate.without(Purpose.EXCUSE);
    }
    if (draft.tools.isDone() && !outOfTime) {
      draft.wish(new Wish(Purpose.TOOLS, null).guarded(confirms));
    }
  }
}
