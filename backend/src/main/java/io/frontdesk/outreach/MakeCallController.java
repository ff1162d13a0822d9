package io.frontdesk.outreach;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.PlacedCalls;
import io.frontdesk.call.ScriptType;
import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Has somebody called at once, for programs written to earlier APIs.
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Earlier APIs")
class MakeCallController {
  /// If this node does not place it, another one will.
  private static final Duration OTHERS = Duration.ofSeconds(30);

  private final Outreach outreach;
  private final PlaceCall place;
  private final OutboundCalls calls;
  private final PlacedCalls placed;
  private final CallLog log;
  private final Tenancy tenancy;

  MakeCallController(
      Outreach outreach,
      PlaceCall place,
      OutboundCalls calls,
      PlacedCalls placed,
      CallLog log,
      Tenancy tenancy) {
    this.outreach = outreach;
    this.place = place;
    this.calls = calls;
    this.placed = placed;
    this.log = log;
    this.tenancy = tenancy;
  }

  /// Who is to be called.
  ///
  /// @param scriptType `default` if it is left out
  @Introspected
  record CallToMake(
      @NotNull E164 toNumber, @Nullable ScriptType scriptType, @Nullable UUID leadId) {}

  /// @param callSid Twilio's id of the call; null if it is not dialled
  /// @param message what came of it, for people
  @Introspected
  record CallMade(boolean success, @Nullable String callSid, String message) {}

  /// Has the default receptionist call somebody.
  @Post("/v1/voice/make-call")
  CallMade make(TenantId tenant, @Valid @Body CallToMake call) {
    return call(tenant, call);
  }

  /// The same, by its other name.
  @Post("/phone/outbound-call")
  CallMade outbound(TenantId tenant, @Valid @Body CallToMake call) {
    return call(tenant, call);
  }

  private CallMade call(TenantId tenant, CallToMake call) {
    UUID id =
        outreach
            .ask(
                tenant,
                new Outreach.Wish(
                    call.toNumber(),
                    "/to_number",
                    null,
                    null,
                    call.scriptType() == null ? ScriptType.DEFAULT : call.scriptType(),
                    call.leadId(),
                    null,
                    null),
                OTHERS)
            .id();
    try {
      place.run(tenant, id);
    } catch (Job.NotYet later) {
      return new CallMade(true, null, "The call is placed as soon as Twilio answers.");
    }
    return tenancy.run(
        tenant, () -> made(tenant, calls.findByTenantIdAndId(tenant, id).orElseThrow()));
  }

  private CallMade made(TenantId tenant, OutboundCall call) {
    Refused refused = call.refused();
    if (refused != null) {
      return new CallMade(false, null, refused.detail());
    }
    UUID callId = Objects.requireNonNull(call.callId());
    if (!placed.isBound(tenant, callId)) {
      String problem = call.attempts().getLast().problem();
      return new CallMade(false, null, problem == null ? "The call failed." : problem);
    }
    String sid = log.find(tenant, callId).orElseThrow().callSid();
    return new CallMade(true, sid, "Calling %s.".formatted(call.to()));
  }
}
