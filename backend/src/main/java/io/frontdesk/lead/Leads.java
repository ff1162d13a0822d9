package io.frontdesk.lead;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The book of leads. Every method opens the tenant's door, or joins it where it is open.
@Singleton
public class Leads {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Tenancy tenancy;
  private final LeadRepository leads;
  private final Outbox outbox;
  private final Clock clock;

  Leads(Tenancy tenancy, LeadRepository leads, Outbox outbox, Clock clock) {
    this.tenancy = tenancy;
    this.leads = leads;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Optional<Lead> find(TenantId tenant, UUID id) {
    return tenancy.run(tenant, () -> leads.findByTenantIdAndId(tenant, id));
  }

  /// Enters what a caller said, under their number: in the lead that stands for whoever has it. The
  /// same said again changes nothing.
  public Lead heard(TenantId tenant, Heard heard) {
    return tenancy.run(
        tenant,
        () -> {
          leads.keepApart(tenant.toString());
          boolean added = add(tenant, heard.phone());
          Lead known = leads.lock(tenant.value(), heard.phone()).orElseThrow();
          return enter(tenant, known, known.with(heard), added);
        });
  }

  /// Enters a lead by hand.
  ///
  /// @throws RequestException.Conflict `phone_taken`
  Lead write(TenantId tenant, LeadDetails details) {
    return tenancy.run(
        tenant,
        () -> {
          if (!add(tenant, details.phone())) {
            throw phoneTaken(details.phone());
          }
          Lead blank = leads.lock(tenant.value(), details.phone()).orElseThrow();
          return enter(tenant, blank, blank.with(details), true);
        });
  }

  /// Changes a lead.
  ///
  /// @param edit what is made of the lead as it stands
  /// @throws RequestException.NotFound if the tenant has no such lead
  /// @throws RequestException.Conflict `phone_taken`, `already_merged`, or what `edit` throws
  Lead change(TenantId tenant, UUID id, UnaryOperator<Lead> edit) {
    try {
      return tenancy.run(
          tenant,
          () -> {
            leads.keepApart(tenant.toString());
            Lead lead = standing(tenant, id);
            return enter(tenant, lead, edit.apply(lead), false);
          });
    } catch (DataAccessException e) {
      if (e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        throw new RequestException.Conflict(
            "phone_taken", "Number taken", "Another lead has this number.");
      }
      throw e;
    }
  }

  /// Strikes a lead out, and those that were merged into it; its calls stay.
  ///
  /// @throws RequestException.NotFound if the tenant has no such lead
  /// @throws RequestException.Conflict `already_merged`
  void delete(TenantId tenant, UUID id) {
    tenancy.run(
        tenant,
        () -> {
          leads.keepApart(tenant.toString());
          leads.deleteByTenantIdAndId(tenant, standing(tenant, id).id());
        });
  }

  /// A lead that stands for itself.
  private Lead standing(TenantId tenant, UUID id) {
    Lead lead =
        leads
            .findByTenantIdAndId(tenant, id)
            .orElseThrow(() -> new RequestException.NotFound("lead", id));
    if (lead.mergedInto() != null) {
      throw alreadyMerged();
    }
    return lead;
  }

  static RequestException alreadyMerged() {
    return new RequestException.Conflict(
        "already_merged",
        "Merged",
        "This lead was merged into another one. Change that one, or undo the merge.");
  }

  private boolean add(TenantId tenant, E164 phone) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return leads.add(tenant.value(), id, phone, clock.instant()) > 0;
  }

  private Lead enter(TenantId tenant, Lead before, Lead after, boolean added) {
    Lead entered = after.equals(before) ? before : leads.update(after);
    if (added || !after.equals(before)) {
      outbox.happened(
          tenant,
          added ? "lead.created" : "lead.updated",
          entered.id(),
          Map.of("status", WireName.of(entered.status())));
    }
    return entered;
  }

  private static RequestException phoneTaken(E164 phone) {
    return new RequestException.Conflict(
        "phone_taken", "Number taken", "There is a lead with the number %s.".formatted(phone));
  }
}
