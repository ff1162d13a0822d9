package io.frontdesk.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a call stands that asks to be answered.
///
/// @param engine what serves it now
/// @param refused which limit turns it away; null if none does
/// @param asksAgain whether it was known before
public record Answered(
    UUID id, Engine engine, @Nullable Refusal refused, boolean isOver, boolean asksAgain) {
  static Answered again(Call known) {
    return new Answered(known.id(), known.engine(), known.refused(), known.state().isOver(), true);
  }
}
