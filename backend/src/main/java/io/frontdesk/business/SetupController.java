package io.frontdesk.business;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The first run: what a new business has yet to do.
@Controller("/api/v1/business/setup")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Business")
class SetupController {
  private final SetupSteps steps;
  private final Tenancy tenancy;
  private final AuditLog audit;
  private final Clock clock;

  SetupController(SetupSteps steps, Tenancy tenancy, AuditLog audit, Clock clock) {
    this.steps = steps;
    this.tenancy = tenancy;
    this.audit = audit;
    this.clock = clock;
  }

  @Introspected
  record Setup(List<Step> steps) {}

  @Introspected
  record Step(SetupStep key, SetupState state) {}

  @Introspected
  record Change(@NotNull SetupStep step, @NotNull SetupState state) {}

  /// The steps in their order. A step that the facts show to be done is done, whatever was said of
  /// it.
  @Get
  Setup get(TenantId tenant) {
    return tenancy.run(tenant, () -> read(tenant));
  }

  /// Skips a step, takes it up again, or says that it is done: the profile is right as it is, the
  /// number that there is will do. A call has to have happened.
  @Patch
  Setup change(TenantId tenant, Actor actor, @Valid @Body Change change) {
    return tenancy.run(
        tenant,
        () -> {
          if (change.state() == SetupState.DONE) {
            refuseUnlessPossible(change.step(), steps.facts(tenant.value()));
          }
          steps.say(
              tenant.value(),
              UuidCreator.getTimeOrderedEpoch(),
              WireName.of(change.step()),
              WireName.of(change.state()),
              clock.instant());
          audit.record(
              tenant, actor, io.frontdesk.audit.Change.done("update", "setup_step", null, change));
          return read(tenant);
        });
  }

  private Setup read(TenantId tenant) {
    var facts = steps.facts(tenant.value());
    Map<String, String> said =
        steps.said(tenant.value()).stream()
            .collect(Collectors.toMap(SetupSteps.Said::step, SetupSteps.Said::state));
    return new Setup(
        Arrays.stream(SetupStep.values())
            .map(step -> new Step(step, state(step, facts, said.get(WireName.of(step)))))
            .toList());
  }

  private static SetupState state(SetupStep step, SetupSteps.Facts facts, @Nullable String said) {
    if (shown(step, facts)) {
      return SetupState.DONE;
    }
    return said == null ? SetupState.OPEN : SetupState.valueOf(said.toUpperCase(Locale.ROOT));
  }

  private static boolean shown(SetupStep step, SetupSteps.Facts facts) {
    return switch (step) {
      case BUSINESS -> facts.profileSaved();
      case PRACTICE_CALL -> facts.called();
      case NUMBER -> facts.realNumber() || facts.numbers() > 1;
    };
  }

  private static void refuseUnlessPossible(SetupStep step, SetupSteps.Facts facts) {
    if (step == SetupStep.PRACTICE_CALL && !facts.called()) {
      throw new RequestException.Rejected("/state", "cannot be done before the first call");
    }
    if (step == SetupStep.NUMBER && facts.numbers() == 0) {
      throw new RequestException.Rejected("/state", "cannot be done while there is no number");
    }
  }
}
