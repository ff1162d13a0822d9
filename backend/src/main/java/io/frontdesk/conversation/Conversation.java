package io.frontdesk.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a receptionist does on a call: a pure function from what happened to what is to be done.
///
/// A conversation never changes; an event makes another one of it. It has no clock: every event
/// comes with its time, and [#deadline] says when the next [ConversationEvent.TimePassed] is
/// wanted. The same events at the same times always have the same effects, so a call can be
/// replayed.
public final class Conversation {
  /// The item under which the greeting that was made beforehand is played.
  public static final String GREETING = "greeting";

  /// What the items begin with under which the caller is asked to hold on.
  private static final String HOLD = "hold_";

  private final State state;

  Conversation(State state) {
    this.state = state;
  }

  /// A conversation on a call that was just taken.
  public static Conversation begin(Limits limits, Script script, Instant at) {
    return resume(limits, script, at, 0);
  }

  /// A conversation that goes on with a call after so many turns. The script's greeting is what is
  /// said first now.
  public static Conversation resume(Limits limits, Script script, Instant at, int turns) {
    return new Conversation(State.begin(limits, script, at, turns));
  }

  /// Whether the receptionist said this item without its model, which knows nothing of its sound.
  public static boolean isWithoutModel(String itemId) {
    return itemId.equals(GREETING) || asksToHold(itemId);
  }

  /// Whether all that this item says is that the caller should hold on.
  public static boolean asksToHold(String itemId) {
    return itemId.startsWith(HOLD);
  }

  static String toHold(int time) {
    return HOLD + time;
  }

  /// What this event leads to. After [Effect.Close] nothing does.
  public Step on(ConversationEvent event, Instant at) {
    return state.over() ? new Step(this, List.of()) : new Transition(state, at).take(event);
  }

  /// When time alone will change something next.
  public Optional<Instant> deadline() {
    return Optional.ofNullable(state.deadline());
  }

  /// The turns that are not part of the record yet, in order.
  public List<Unfinished> unfinished() {
    return state.transcript().unfinished(state.floor().callerItem());
  }

  /// Whether nobody says or does anything, nor is about to, and all that was said is known.
  public boolean isQuiet() {
    return state.isQuiet() && !state.transcript().awaitsCallersWords();
  }

  /// Whether everything was put away.
  public boolean isOver() {
    return state.over();
  }
}
