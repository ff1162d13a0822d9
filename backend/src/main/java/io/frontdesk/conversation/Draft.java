package io.frontdesk.conversation;

import io.frontdesk.call.Speaker;
import io.frontdesk.conversation.ResponseGate.Purpose;
import io.frontdesk.conversation.ResponseGate.Wish;
import io.frontdesk.conversation.State.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The next state while it is being made, and the effects so far. Lives for one event.
final class Draft {
  private static final String CALLED_OFF =
      "[The caller spoke up before they were handed over, so they are still with you. If they still"
          + " want to be connected, use the tool again.]";

  final State before;
  final Instant now;
  final Limits limits;
  Script script;

  Line line;
  Model model;
  int failures;
  Floor floor;
  ResponseGate gate;
  ToolRound tools;
  Transcript transcript;
  Keypad keypad;
  Silence silence;
  Overlap overlap;
  Waiting waiting;
  @Nullable Ending ending;
  @Nullable String greetingHeard;
  @Nullable Instant clockUntil;
  boolean modelMayYield;
  private boolean over;
  private final List<Effect> effects = new ArrayList<>();

  Draft(State before, Instant now) {
    this.before = before;
    this.now = now;
    limits = before.limits();
    script = before.script();
    line = before.line();
    model = before.model();
    failures = before.failures();
    floor = before.floor();
    gate = before.gate();
    tools = before.tools();
    transcript = before.transcript();
    keypad = before.keypad();
    silence = before.silence();
    overlap = before.overlap();
    waiting = before.waiting();
    ending = before.ending();
    greetingHeard = before.greetingHeard();
    clockUntil = before.clockUntil();
    modelMayYield = before.modelMayYield();
  }

  /// The state as it is now.
  State state() {
    return new State(
        limits,
        script,
        before.begunAt(),
        line,
        model,
        failures,
        floor,
        gate,
        tools,
        transcript,
        keypad,
        silence,
        overlap,
        waiting,
        ending,
        greetingHeard,
        clockUntil,
        modelMayYield,
        over);
  }

  Step step() {
    return new Step(new Conversation(state()), effects);
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  /// The receptionist should say something, when it may. After the last words of a call that has
  /// taken all it may there is nothing more.
  void wish(Wish wish) {
    boolean late = ending != null && ending.reason() == EndReason.TIME_LIMIT;
    if (line.isOpen() && model != Model.GONE && (!late || wish.purpose().isUrgent())) {
      gate = gate.with(wish);
    }
  }

  /// Whether what is said now is to be heard to its end. What cannot wait is so from the moment it
  /// is made; all else still gives way until its first sound.
  boolean isGuarded() {
    var running = gate.running();
    Wish wish = running == null ? null : running.wish();
    boolean made = wish != null && wish.guarded() && wish.purpose().isUrgent();
    return made || transcript.isGuarded();
  }

  /// Stops speaking, if something is being said or made to be said.
  /// @param cancel whether the model does not stop by itself
  void fallSilent(boolean cancel) {
    var running = gate.running();
    if (line.isOpen() && (running != null || transcript.isReceptionistSpeaking())) {
      String response = running == null ? null : running.responseId();
      effect(new Effect.FallSilent(response, cancel && response != null));
    }
  }

  /// The receptionist takes leave; the line is closed when that has been heard.
  void takeLeave(EndReason reason) {
    ending = new Ending(reason, now.plus(limits.goodbye()));
  }

  /// The call has taken all that one may. Why it ends is said to its end: whoever speaks up would
  /// be hung up on without a word. What is being said meanwhile is heard first, so its time is
  /// allowed for; what a noise cut off before is not gone back to. Whoever is leaving already does.
  void timeIsUp() {
    if (ending != null && !ending.suspended()) {
      return;
    }
    Instant heard = transcript.isReceptionistSpeaking() ? now.plus(limits.response()) : now;
    ending = new Ending(EndReason.TIME_LIMIT, heard.plus(limits.goodbye()));
    overlap = overlap.answered();
    gate = gate.withLast(new Wish(Purpose.GOODBYE, script.timeIsUp()).guarded(true));
  }

  /// Leave is taken whatever the caller says meanwhile.
  void stayFirm() {
    ending = ending == null ? null : ending.firmly();
  }

  void hangUp(EndReason reason) {
    line = line.left(now);
    effect(reason == EndReason.HANDED_OVER ? new Effect.HandOver() : new Effect.HangUp(reason));
  }

  /// The caller wants something else, or to say something first: they stay here.
  void callOffHandover() {
    Ending leave = ending;
    boolean handsOver = leave != null && leave.reason() == EndReason.HANDED_OVER && !leave.firm();
    if (handsOver && !line.isLeft()) {
      ending = null;
      if (model == Model.READY) {
        effect(new Effect.TellModel(Speaker.SYSTEM, CALLED_OFF, null));
      }
    }
  }

  /// The model cannot go on: the next best way of talking takes over, unless all is said already,
  /// or there is no time left to talk.
  void fail(String reason) {
    boolean allSaid = ending != null && !ending.suspended() && gate.isIdle() && tools.isDone();
    model = Model.GONE;
    overlap = Overlap.NONE;
    loseCallersWords();
    gate = gate.withoutRequests().ended();
    if (line.isLeft() || allSaid) {
      return;
    }
    if (ending != null && ending.reason() == EndReason.TIME_LIMIT) {
      hangUp(EndReason.TIME_LIMIT);
    } else {
      ending = new Ending(EndReason.MODEL_FAILED, now);
      line = line.left(now);
      effect(new Effect.FallBack(reason));
    }
  }

  void close() {
    loseCallersWords();
    transcript = transcript.flush(now);
    releaseTurns();
    over = true;
    Ending how = ending;
    // Whoever goes before they were handed over has hung up.
    boolean went = how == null || (how.reason() == EndReason.HANDED_OVER && line.leftAt() == null);
    effect(new Effect.Close(how == null || went ? EndReason.CALLER_HUNG_UP : how.reason()));
  }

  /// What the caller is saying will never be known; that it was said is.
  private void loseCallersWords() {
    String item = floor.callerItem();
    Instant since = floor.callerSince();
    if (item != null && since != null) {
      transcript = transcript.callerSpoke(item, since, now);
    }
    floor = Floor.FREE;
  }

  void releaseTurns() {
    Transcript.Release release = transcript.release();
    transcript = release.rest();
    release.turns().forEach(this::effect);
  }
}
