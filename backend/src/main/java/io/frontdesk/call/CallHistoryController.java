package io.frontdesk.call;

import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls, for programs written to an earlier API.
@Controller("/api/v1/voice/call-history")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Earlier APIs")
class CallHistoryController {
  private final CallSearch search;
  private final Tenancy tenancy;

  CallHistoryController(CallSearch search, Tenancy tenancy) {
    this.search = search;
    this.tenancy = tenancy;
  }

  /// How many are asked for.
  @Introspected
  record Newest(@QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {}

  /// A call.
  ///
  /// @param description who called whom
  /// @param notes its summary; null until it is analysed
  /// @param duration whole seconds from answer to end; null until it is over
  @Introspected
  record PastCall(
      Instant createdAt,
      String description,
      @Nullable String notes,
      String callSid,
      Direction direction,
      @Nullable Long duration,
      CallState status) {
    static PastCall of(Call call) {
      return new PastCall(
          call.startedAt(),
          described(call),
          call.summary(),
          call.callSid(),
          call.direction(),
          call.durationS(),
          call.state());
    }

    private static String described(Call call) {
      E164 other = call.direction() == Direction.INBOUND ? call.from() : call.to();
      String number = other == null ? "a withheld number" : other.toString();
      String name = call.callerName();
      return (call.direction() == Direction.INBOUND ? "Call from " : "Call to ")
          + (name == null ? number : "%s (%s)".formatted(name, number));
    }
  }

  @Introspected
  record CallHistory(List<PastCall> calls) {}

  /// The newest calls.
  @Get
  CallHistory list(TenantId tenant, @Valid @RequestBean Newest newest) {
    return tenancy.run(
        tenant,
        () ->
            new CallHistory(
                search.newest(tenant.value(), newest.limit()).stream().map(PastCall::of).toList()));
  }
}
