package io.frontdesk.call;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// Some [CallEvent]s that follow one another.
///
/// @param id its own: the same chunk stored twice is there once
/// @param count how many there are
/// @param json all of them, an array
public record EventChunk(UUID id, int count, String json) {
  public EventChunk(int count, String json) {
    this(UuidCreator.getTimeOrderedEpoch(), count, json);
  }
}
