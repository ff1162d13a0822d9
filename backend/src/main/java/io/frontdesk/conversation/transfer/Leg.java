package io.frontdesk.conversation.transfer;

import io.frontdesk.receptionist.TransferTarget;
import io.frontdesk.receptionist.TransferTarget.Mode;
import io.frontdesk.tenancy.E164;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// Somebody who is rung, or will be.
///
/// @param name null if they were named by their number only
/// @param ringS how long at most, in seconds
/// @param result null until it is known
@Introspected
public record Leg(
    @Nullable String name, E164 number, Mode mode, int ringS, @Nullable LegResult result) {
  private static final int USUAL_RING_S = 25;

  /// A number of which no more is known.
  static Leg of(E164 number) {
    return new Leg(null, number, Mode.WARM, USUAL_RING_S, null);
  }

  static Leg of(TransferTarget target) {
    return new Leg(target.name(), target.number(), target.mode(), target.ringS(), null);
  }

  /// The same, who is rung for no longer than so many seconds.
  Leg within(int seconds) {
    return new Leg(name, number, mode, Math.min(ringS, seconds), result);
  }

  /// This leg, which ended so. What was learnt first stays.
  Leg ended(LegResult how) {
    return result == null ? new Leg(name, number, mode, ringS, how) : this;
  }

  /// As people call it.
  public String title() {
    return name == null ? number.value() : name;
  }
}
