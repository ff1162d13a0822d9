package io.frontdesk.voice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.call.Engine;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A walk of a test call down every step of the ladder, and what worked.
///
/// @param callId the test call, whose transcript has what was said
/// @param steps as far as they were tried, in order
/// @param endedAt null while it goes on
@MappedEntity(value = "drill", schema = "tenant")
record Drill(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    UUID receptionistId,
    UUID callId,
    @TypeDef(type = DataType.JSON) List<Step> steps,
    Instant startedAt,
    @Nullable Instant endedAt) {

  /// What came of trying one engine.
  ///
  /// @param works whether it would have gone on with a call
  /// @param tookMs until it could be heard, in milliseconds; until it failed, if it did
  /// @param said what it said last; null if it does not work
  /// @param problem why it does not work; null if it does
  /// @param streamMs from the handshake of a media stream of this service until sound came by it;
  /// null where none was tried, or none came
  @Introspected
  record Step(
      Engine engine,
      boolean works,
      long tookMs,
      @Nullable String said,
      @Nullable String problem,
      @Nullable Long streamMs) {}

  Drill after(Step step) {
    return new Drill(
        id,
        tenantId,
        receptionistId,
        callId,
        Stream.concat(steps.stream(), Stream.of(step)).toList(),
        startedAt,
        endedAt);
  }

  Drill ended(Instant at) {
    return new Drill(id, tenantId, receptionistId, callId, steps, startedAt, at);
  }

  @JsonIgnore
  boolean hasTried(Engine engine) {
    return steps.stream().anyMatch(step -> step.engine() == engine);
  }
}
