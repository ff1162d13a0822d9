package io.frontdesk.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a call stands that asks to be answered.
///
/// @param refused which limit turns it away; null if none does
/// @param asksAgain whether it was known before
public record Answered(UUID id, @Nullable Refusal refused, boolean isOver, boolean asksAgain) {
  static Answered again(Call known) {
    return new Answered(known.id(), known.refused(), known.state().isOver(), true);
  }
}
