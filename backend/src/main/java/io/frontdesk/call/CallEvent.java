package io.frontdesk.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;

/// Something that happened on a call, and what it led to.
///
/// @param at exactly when
/// @param type for example `caller_started_speaking`; the first of each conversation is `begun`
/// @param data what is known of it
/// @param effects what was done about it, in order; each with its own `type`
@Introspected
public record CallEvent(Instant at, String type, JsonNode data, List<JsonNode> effects) {
  /// An event whose effects nobody can change.
  public CallEvent {
    effects = List.copyOf(effects);
  }
}
