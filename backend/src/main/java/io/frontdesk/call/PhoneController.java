package io.frontdesk.call;

import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How calls stand, for programs written to an earlier API: they know a call by Twilio's id.
@Controller("/api/phone")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Earlier APIs")
class PhoneController {
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final int MOST = 200;
  private static final UUID NEWEST = new UUID(-1L, -1L);

  private final CallSearch search;
  private final CallLog log;
  private final Tenancy tenancy;

  PhoneController(CallSearch search, CallLog log, Tenancy tenancy) {
    this.search = search;
    this.log = log;
    this.tenancy = tenancy;
  }

  /// How a call stands.
  ///
  /// @param from null when the caller withheld the number
  /// @param duration whole seconds from answer to end; null until it is over
  @Introspected
  record CallStatus(
      String callSid,
      CallState status,
      Direction direction,
      @Nullable E164 from,
      @Nullable E164 to,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Long duration) {
    static CallStatus of(Call call) {
      return new CallStatus(
          call.callSid(),
          call.state(),
          call.direction(),
          call.from(),
          call.to(),
          call.startedAt(),
          call.endedAt(),
          call.durationS());
    }
  }

  @Introspected
  record ActiveCalls(List<CallStatus> activeCalls, int count) {}

  /// Calls that are going on, newest first, at most 200.
  @Get("/active-calls")
  ActiveCalls active(TenantId tenant) {
    var calls =
        tenancy.run(tenant, () -> search.active(tenant.value(), NEWEST, MOST)).stream()
            .map(CallStatus::of)
            .toList();
    return new ActiveCalls(calls, calls.size());
  }

  /// How one call stands.
  @Get("/call-status/{callSid}")
  CallStatus status(TenantId tenant, String callSid) {
    return Optional.of(callSid)
        .filter(SID.asMatchPredicate())
        .flatMap(sid -> log.findBySid(tenant, sid))
        .map(CallStatus::of)
        .orElseThrow(() -> new RequestException.NotFound("call", callSid));
  }
}
