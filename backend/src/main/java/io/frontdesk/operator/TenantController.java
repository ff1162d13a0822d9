package io.frontdesk.operator;

import io.frontdesk.access.Allowance;
import io.frontdesk.access.Plan;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.catalogue.Catalogue;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CleanText;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All tenants: how each stands, and what operators decide about it.
@Controller("/operator/tenants")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class TenantController {
  private final TenantDirectory directory;
  private final TenantStandings standings;
  private final OperatorLog log;
  private final Tenancy tenancy;
  private final Catalogue catalogue;

  TenantController(
      TenantDirectory directory,
      TenantStandings standings,
      OperatorLog log,
      Tenancy tenancy,
      Catalogue catalogue) {
    this.directory = directory;
    this.standings = standings;
    this.log = log;
    this.tenancy = tenancy;
    this.catalogue = catalogue;
  }

  /// Which tenants are asked for.
  ///
  /// @param q part of a name or of a member's address, a number, or an id
  @Introspected
  record Filter(
      @QueryValue @Nullable @Size(max = 200) String q,
      @QueryValue @Nullable @Pattern(regexp = "active|suspended") String state) {}

  /// Newest first.
  @Get
  Page<TenantOverview> list(
      Operator operator, @Valid @RequestBean PageQuery page, @Valid @RequestBean Filter filter) {
    String sought = filter.q() == null ? null : CleanText.of(filter.q());
    List<TenantOverview> found =
        tenancy.platform(
            () -> directory.newestFirst(sought, filter.state(), page.before(), page.fetch()));
    return Page.of(found, page, TenantOverview::id);
  }

  @Get("/{id}")
  TenantOverview get(Operator operator, UUID id) {
    return tenancy
        .platform(
            () -> directory.newestFirst(id.toString(), null, new PageQuery(1, null).before(), 1))
        .stream()
        .filter(tenant -> tenant.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new RequestException.NotFound("tenant", id));
  }

  /// @param reason for the tenant's people to read
  @Introspected
  record Suspension(@NotBlank @Size(max = 500) String reason) {}

  /// Serves a tenant no more: its people and programs are refused, its callers get a polite
  /// sentence, its subaccount at Twilio is suspended.
  @Post("/{id}/suspend")
  TenantOverview suspend(Operator operator, UUID id, @Body @Valid Suspension suspension) {
    return change(
        operator,
        id,
        "suspend",
        () -> {
          standings.suspend(new TenantId(id), suspension.reason());
          return Map.of("reason", suspension.reason());
        });
  }

  /// Serves a tenant again.
  @Post("/{id}/reactivate")
  TenantOverview reactivate(Operator operator, UUID id) {
    return change(
        operator,
        id,
        "reactivate",
        () -> {
          standings.reactivate(new TenantId(id));
          return Map.of();
        });
  }

  /// What is agreed with a tenant; what is left out stays.
  @Introspected
  record Agreement(@Nullable Plan plan, @Nullable @Valid Allowance limits) {}

  /// Changes a tenant's plan and limits.
  @Patch("/{id}")
  TenantOverview agree(Operator operator, UUID id, @Body @Valid Agreement agreement) {
    return change(
        operator,
        id,
        "agree",
        () -> {
          refuseOtherMoney(agreement.limits());
          var agreed = standings.agree(new TenantId(id), agreement.plan(), agreement.limits());
          return Map.of("plan", WireName.of(agreed.plan()), "limits", agreed.limits());
        });
  }

  /// What calls cost is known in one currency.
  private void refuseOtherMoney(@Nullable Allowance limits) {
    Allowance.Money spend = limits == null ? null : limits.spendPerDay();
    if (spend != null && !spend.currency().equals(catalogue.currency())) {
      throw new RequestException.Rejected(
          "/limits/spend_per_day/currency",
          "is not that of the price list, " + catalogue.currency());
    }
  }

  private TenantOverview change(
      Operator operator, UUID id, String action, Supplier<Map<String, ?>> change) {
    tenancy.run(
        new TenantId(id),
        () -> {
          Map<String, ?> details = change.get();
          log.did(operator, new TenantId(id), action, details);
        });
    standings.reload();
    return get(operator, id);
  }
}
