package io.frontdesk.conversation;

import io.frontdesk.conversation.ResponseGate.Purpose;
import io.frontdesk.conversation.ResponseGate.Wish;
import io.frontdesk.conversation.State.Model;
import java.time.Instant;

/// One event's way through the rules.
final class Transition {
  private final Draft draft;
  private final CallerRules caller;
  private final ModelRules model;

  Transition(State before, Instant now) {
    draft = new Draft(before, now);
    caller = new CallerRules(draft);
    model = new ModelRules(draft);
  }

  Step take(ConversationEvent event) {
    apply(event);
    settle();
    return draft.step();
  }

  private void apply(ConversationEvent event) {
    switch (event) {
      case ConversationEvent.StreamStarted _ -> streamStarted();
      case ConversationEvent.StreamEnded _ -> streamEnded();
      case ConversationEvent.TimePassed _ -> new TimeRules(draft).passed();
      case ConversationEvent.SpeechStarted e -> begins(e.itemId());
      case ConversationEvent.SpeechHeard e -> spoke(e.itemId(), e.text(), e.text());
      case ConversationEvent.SpeechCut e -> spoke(e.itemId(), e.text(), e.heardText());
      case ConversationEvent.CallerTranscribed e -> caller.transcribed(e.itemId(), e.text());
      case ConversationEvent.CallerNotTranscribed e -> caller.transcribed(e.itemId(), null);
      case ConversationEvent.KeyPressed e -> caller.pressed(e.key());
      case ConversationEvent.ToolFinished e -> model.toolFinished(e);
      case ConversationEvent e when draft.model == Model.GONE -> {}
      case ConversationEvent.AskedToSay e -> draft.wish(new Wish(Purpose.ORDER, e.words()));
      case ConversationEvent.Alarmed e -> new AlarmRules(draft).raised(e.alarm());
      case ConversationEvent.BudgetSpent _ -> timeIsUp();
      case ConversationEvent.FunctionCallBegun _ -> draft.waiting = draft.waiting.working();
      case ConversationEvent.ClockRead e -> model.clockRead(e.text(), e.until());
      case ConversationEvent.ModelReady _ -> model.ready();
      case ConversationEvent.ModelFailed e -> draft.fail(e.reason());
      case ConversationEvent.CallerStartedSpeaking e -> caller.startedSpeaking(e.itemId());
      case ConversationEvent.CallerInsists e -> caller.insists(e.itemId());
      case ConversationEvent.CallerStoppedSpeaking e -> caller.stoppedSpeaking(e.itemId());
      case ConversationEvent.CallerTurnEnded e -> caller.turnEnded(e.itemId());
      case ConversationEvent.ResponseStarted e ->
          model.responseStarted(e.responseId(), e.request());
      case ConversationEvent.ResponseRefused e -> draft.gate = draft.gate.refused(e.request());
      case ConversationEvent.ResponseEnded e -> model.responseEnded(e);
    }
  }

  private void streamStarted() {
    if (draft.line.openedAt() != null || draft.line.isLeft()) {
      return;
    }
    draft.line = draft.line.opened(draft.now);
    if (draft.script.greetingIsRecorded()) {
      draft.effect(new Effect.PlayGreeting());
    }
    model.greet();
  }

  private void streamEnded() {
    if (draft.line.isClosed()) {
      return;
    }
    draft.line = draft.line.closed(draft.now);
    draft.gate = draft.gate.withoutRequests();
    if (!draft.keypad.isEmpty()) {
      draft.transcript = draft.transcript.callerKeyed(draft.keypad.keys(), draft.now);
      draft.keypad = Keypad.EMPTY;
    }
    if (draft.floor.isCallers() && draft.model == Model.READY) {
      draft.effect(new Effect.FinishCallerTurn());
    }
  }

  private void timeIsUp() {
    if (draft.line.isOpen()) {
      draft.timeIsUp();
    }
  }

  private void begins(String itemId) {
    if (!Conversation.asksToHold(itemId)) {
      draft.waiting = draft.waiting.over();
    }
    draft.transcript = draft.transcript.receptionistSpeaks(itemId, model.guards(itemId), draft.now);
  }

  private void spoke(String itemId, String text, String heard) {
    boolean interrupted = !heard.equals(text);
    boolean guarded = draft.transcript.isGuarded();
    if (!Conversation.asksToHold(itemId)) {
      draft.overlap = draft.overlap.cut(text, heard);
    }
    draft.transcript =
        draft.transcript.receptionistSpoke(itemId, text, heard, interrupted, draft.now);
    if (interrupted && itemId.equals(Conversation.GREETING)) {
      model.greetingCut(heard);
    }
    if (guarded && draft.floor.isDemanded()) {
      caller.giveWay();
    }
  }

  /// Does what has become possible: gives out turns, speaks, hangs up, puts away.
  private void settle() {
    draft.releaseTurns();
    State state = draft.state();
    if (state.line().isClosed()) {
      if (!state.expectsLastWords() && state.tools().isDone()) {
        draft.close();
      }
    } else if (state.line().isOpen()) {
      if (draft.ending != null && state.hasTakenLeave()) {
        draft.hangUp(draft.ending.reason());
      }
      speak();
      letModelYield();
      draft.tools = draft.tools.heard(draft.state().isWaitingForTools(), draft.now);
      draft.waiting = draft.waiting.heard(draft.state().isWaitingForAnAnswer(), silentSince());
      boolean quiet = draft.state().isQuiet();
      draft.silence = quiet ? draft.silence.continuing(draft.now) : draft.silence.broken();
    }
  }

  /// Since when the caller hears nothing: what a tool took counts too.
  private Instant silentSince() {
    ToolRound tools = draft.before.tools();
    Instant since = tools.excused() ? null : tools.quietSince();
    return since == null ? draft.now : since;
  }

  /// Has a model that yields by itself make to its end what is to be said to its end.
  private void letModelYield() {
    boolean may = !draft.gate.isGuarded() && !draft.transcript.isGuarded();
    if (draft.limits.isModelsOwn() && may != draft.modelMayYield && draft.model == Model.READY) {
      draft.modelMayYield = may;
      draft.effect(new Effect.LetModelYield(may));
    }
  }

  private void speak() {
    Wish next = draft.gate.next();
    boolean possible = draft.line.isOpen() && draft.model == Model.READY && draft.gate.isOpen();
    if (next == null || !possible) {
      return;
    }
    boolean free = draft.floor.isFree() && !draft.overlap.isInDoubt();
    if (free || next.purpose().isUrgent()) {
      draft.gate = draft.gate.send(draft.now);
      letModelYield();
      draft.effect(new Effect.Speak("r" + draft.gate.count(), next.words()));
    }
  }
}
