package io.frontdesk.conversation;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What became of the receptionist's words when the caller made a sound over them.
/// @param asides short turns of the caller's that stopped nobody, whose words are still to come
/// @param by the caller's item that made the receptionist fall silent; null if none did
/// @param unheard what was not heard because of it
/// @param whole whether that is all that would have been said
/// @param ending the leave that was being taken then; null if none
/// @param doubtedSince since when it is open whether anything was said at all; null if it is not
/// @param resumed whether the receptionist has gone on once already since the caller last spoke
record Overlap(
    Set<String> asides,
    @Nullable String by,
    String unheard,
    boolean whole,
    @Nullable Ending ending,
    @Nullable Instant doubtedSince,
    boolean resumed) {
  static final Overlap NONE = new Overlap(Set.of(), null, "", false, null, null, false);

  /// Whether nothing is left to be found out.
  boolean isSettled() {
    return asides.isEmpty() && !isInDoubt();
  }

  /// Whether it is open if anything was said at all.
  boolean isInDoubt() {
    return doubtedSince != null;
  }

  boolean isBy(String item) {
    return item.equals(by);
  }

  boolean isAside(String item) {
    return asides.contains(item);
  }

  boolean isDoubted(String item) {
    return isInDoubt() && isBy(item);
  }

  Overlap withAside(String item) {
    var all = new HashSet<>(asides);
    all.add(item);
    return withAsides(all);
  }

  /// Only those asides that are so.
  Overlap keeping(Predicate<String> kept) {
    var some = new HashSet<>(asides);
    some.removeIf(kept.negate());
    return some.size() == asides.size() ? this : withAsides(some);
  }

  private Overlap withAsides(Set<String> items) {
    return new Overlap(Set.copyOf(items), by, unheard, whole, ending, doubtedSince, resumed);
  }

  /// The receptionist falls silent because of this item.
  Overlap interruptedBy(String item, boolean allWasMade, @Nullable Ending leave) {
    return new Overlap(asides, item, "", allWasMade, leave, null, resumed);
  }

  /// So much was not heard of something that was being said.
  Overlap cut(String text, String heard) {
    if (by == null || !text.startsWith(heard)) {
      return this;
    }
    String rest = (unheard + " " + text.substring(heard.length()).strip()).strip();
    return new Overlap(asides, by, rest, whole, ending, doubtedSince, resumed);
  }

  /// A turn that is in doubt will be answered with what the caller says now.
  Overlap undoubted() {
    return isInDoubt() ? new Overlap(asides, null, "", false, null, null, resumed) : this;
  }

  Overlap doubted(Instant at) {
    return new Overlap(asides, by, unheard, whole, ending, at, resumed);
  }

  /// The caller did say something, and is answered all that was said so far.
  Overlap answered() {
    return NONE;
  }

  /// The receptionist goes on.
  Overlap goingOn() {
    return new Overlap(asides, null, "", false, null, null, true);
  }
}
