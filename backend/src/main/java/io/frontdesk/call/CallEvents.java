package io.frontdesk.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What happened on calls, event by event. What an event means is known to those who write it.
@Singleton
public class CallEvents {
  private final EventChunks chunks;
  private final Calls calls;
  private final Tenancy tenancy;
  private final ObjectMapper json;
  private final Clock clock;

  CallEvents(EventChunks chunks, Calls calls, Tenancy tenancy, ObjectMapper json, Clock clock) {
    this.chunks = chunks;
    this.calls = calls;
    this.tenancy = tenancy;
    this.json = json;
    this.clock = clock;
  }

  /// Keeps what happened after all that was kept of the call before. May be repeated.
  public void append(TenantId tenant, UUID callId, EventChunk chunk) {
    tenancy.run(
        tenant,
        () -> {
          // Of two who have something to add at once, the second adds to what the first has added.
          calls.lock(tenant.value(), callId);
          chunks.add(
              tenant.value(), chunk.id(), callId, chunk.count(), chunk.json(), clock.instant());
        });
  }

  /// What happened, in order.
  ///
  /// @param from the number of the first one asked for, counted from 0
  /// @param most how many at most
  public List<CallEvent> of(TenantId tenant, UUID callId, int from, int most) {
    var found = tenancy.run(tenant, () -> chunks.from(tenant.value(), callId, from, most));
    return found.stream()
        .flatMap(chunk -> read(chunk).skip(Math.max(0, from - chunk.first())))
        .limit(most)
        .toList();
  }

  private Stream<CallEvent> read(EventChunks.Stored chunk) {
    try {
      return Stream.of(json.readValue(chunk.events(), CallEvent[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
