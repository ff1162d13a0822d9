package io.frontdesk.call;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How calls go on whose stream ended before they did. Every method opens the tenant's door, or
/// joins it where it is open.
@Singleton
public class CallResumptions {
  /// One that comes later is not one in a row.
  private static final Duration ROW = Duration.ofMinutes(2);

  private final Resumptions resumptions;
  private final CallClosing closing;
  private final Tenancy tenancy;
  private final Clock clock;

  CallResumptions(Resumptions resumptions, CallClosing closing, Tenancy tenancy, Clock clock) {
    this.resumptions = resumptions;
    this.closing = closing;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// How a call stands whose stream has ended.
  ///
  /// @param fault why; null if nobody has told
  /// @param times how often in a row another stream will have followed, if one does now
  public record Attempt(@Nullable String fault, int times) {}

  /// The call is about to go on.
  ///
  /// @return empty if it is closed
  public Optional<Attempt> attempt(TenantId tenant, UUID callId) {
    Instant now = clock.instant();
    return tenancy.run(
        tenant,
        () -> {
          String fault = resumptions.fault(tenant.value(), callId).orElse(null);
          return resumptions
              .count(tenant.value(), callId, now.minus(ROW), now)
              .map(times -> new Attempt(fault, times));
        });
  }

  /// Whatever served the call could not go on with it. Told late, after the call has gone on, it
  /// explains nothing that happens then.
  public void failed(TenantId tenant, UUID callId, String fault, Instant at) {
    tenancy.run(tenant, () -> resumptions.failed(tenant.value(), callId, fault, at));
  }

  /// Has this said and known when the call goes on in a stream, in place of what waited before.
  public void waits(TenantId tenant, UUID callId, Resumption resumption) {
    tenancy.run(
        tenant,
        () -> resumptions.put(tenant.value(), callId, resumption.sentence(), resumption.note()));
  }

  /// What waits to be said and known.
  public Resumption waiting(TenantId tenant, UUID callId) {
    return tenancy.run(
        tenant,
        () ->
            resumptions
                .find(tenant.value(), callId)
                .map(Resumptions.Waiting::resumption)
                .orElse(Resumption.NONE));
  }

  /// This has been said, and waits no more.
  public void said(TenantId tenant, UUID callId, String sentence) {
    tenancy.run(tenant, () -> resumptions.said(tenant.value(), callId, sentence));
  }

  /// A stream carries the call from now on.
  ///
  /// @return what waited for it
  public Resumption take(TenantId tenant, UUID callId) {
    return tenancy.run(
        tenant,
        () -> {
          var waiting = resumptions.find(tenant.value(), callId);
          // For a call that has just come in there is nothing to be taken.
          if (waiting.filter(it -> it.sentence() != null || it.redirected()).isPresent()) {
            resumptions.taken(tenant.value(), callId);
          }
          return waiting.map(Resumptions.Waiting::resumption).orElse(Resumption.NONE);
        });
  }

  /// The carrier is about to be told to leave the stream for something else: the end of the stream
  /// that follows does not end the call. Until another stream carries it.
  public void redirected(TenantId tenant, UUID callId) {
    tenancy.run(tenant, () -> resumptions.redirected(tenant.value(), callId, clock.instant()));
  }

  /// The carrier was not told after all.
  public void stays(TenantId tenant, UUID callId) {
    tenancy.run(tenant, () -> resumptions.stays(tenant.value(), callId));
  }

  /// Its stream ended before it did.
  public void interrupted(TenantId tenant, UUID callId, Latency latency) {
    tenancy.run(tenant, () -> resumptions.interrupted(tenant.value(), callId, latency));
  }

  /// The carrier has ended the call's stream, and the call with it, unless it was told to go on
  /// elsewhere.
  public void hungUp(TenantId tenant, UUID callId, CallState state, Instant at, Latency latency) {
    tenancy.run(
        tenant,
        () -> {
          if (resumptions.wasRedirected(tenant.value(), callId).orElse(false)) {
            interrupted(tenant, callId, latency);
          } else {
            closing.close(tenant, callId, state, at, latency);
          }
        });
  }
}
