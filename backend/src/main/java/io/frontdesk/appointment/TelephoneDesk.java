package io.frontdesk.appointment;

import io.frontdesk.appointment.FreeTimes.Wish;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.call.CallEnded;
import io.frontdesk.receptionist.Services;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Booking for whoever is on the telephone. Callers see and change appointments of their own only:
/// what was booked on this call, or for the number that they call from, or in calls from it. All
/// that is done is written into the audit log. Joins the tenant's transaction if one is open, and
/// leaves it usable when it refuses.
@Singleton
public class TelephoneDesk {
  private static final String RESOURCE = "appointment";

  private final AppointmentBook book;
  private final Appointments appointments;
  private final TakenTimes taken;
  private final Services services;
  private final AuditLog audit;
  private final Tenancy tenancy;

  TelephoneDesk(
      AppointmentBook book,
      Appointments appointments,
      TakenTimes taken,
      Services services,
      AuditLog audit,
      Tenancy tenancy) {
    this.book = book;
    this.appointments = appointments;
    this.taken = taken;
    this.services = services;
    this.audit = audit;
    this.tenancy = tenancy;
  }

  /// Who is on the telephone.
  ///
  /// @param number null if it is withheld
  /// @param now what counts as now on this call
  public record Caller(TenantId tenant, UUID callId, @Nullable E164 number, Instant now) {}

  /// Their appointments that stand and are not over, earliest first.
  public List<Appointment> appointmentsOf(Caller caller) {
    return appointmentsOf(caller, AppointmentStatus.BOOKED);
  }

  /// Those that would not be over, and are cancelled.
  public List<Appointment> cancelledOf(Caller caller) {
    return appointmentsOf(caller, AppointmentStatus.CANCELLED);
  }

  private List<Appointment> appointmentsOf(Caller caller, AppointmentStatus status) {
    return tenancy.run(
        caller.tenant(),
        () ->
            appointments.ofCaller(
                caller.tenant(),
                status,
                caller.callId(),
                caller.number() == null ? null : caller.number().value(),
                caller.now()));
  }

  /// What can be booked between two times, earliest first; what is held for this call is free.
  ///
  /// @param serviceId null for the business's first service
  /// @param staffId null for whoever is free
  public List<Slot> free(
      Caller caller, @Nullable UUID serviceId, @Nullable UUID staffId, Instant from, Instant to) {
    return tenancy.run(
        caller.tenant(),
        () -> {
          UUID service =
              serviceId == null ? services.offered(caller.tenant()).getFirst().id() : serviceId;
          return book.free(
              caller.tenant(),
              new Wish(service, staffId, from, to, null, caller.callId()),
              caller.now());
        });
  }

  /// Where one of their appointments could be moved to between two times, earliest first.
  public List<Slot> free(Caller caller, Appointment moving, Instant from, Instant to) {
    return book.free(
        caller.tenant(),
        new Wish(moving.serviceId(), moving.staffId(), from, to, moving.id(), caller.callId()),
        caller.now());
  }

  /// Holds the times that they are offered until they have decided, or for five minutes; what was
  /// held for them before is let go.
  ///
  /// @return those that are still free
  public List<Slot> offer(Caller caller, List<Slot> slots) {
    return tenancy.run(
        caller.tenant(),
        () -> {
          taken.takeTurns(
              caller.tenant(), slots.stream().map(Slot::staffId).collect(Collectors.toSet()));
          taken.release(caller.tenant(), caller.callId());
          return slots.stream().filter(slot -> hold(caller, slot)).toList();
        });
  }

  /// The times that they were offered last, in the order in which they were, as long as they may
  /// decide.
  public List<Instant> offered(Caller caller) {
    return tenancy.run(caller.tenant(), () -> taken.heldFor(caller.tenant(), caller.callId()));
  }

  /// Who has hung up decides nothing any more.
  @EventListener
  void ended(CallEnded ended) {
    tenancy.run(ended.tenant(), () -> taken.release(ended.tenant(), ended.callId()));
  }

  private boolean hold(Caller caller, Slot slot) {
    var service = services.offered(caller.tenant(), slot.serviceId());
    return service.isPresent() && taken.hold(caller.tenant(), caller.callId(), service.get(), slot);
  }

  /// Books for them. What they have booked on this call already is not booked again.
  ///
  /// @throws RequestException as [AppointmentBook#book] does
  public Appointment book(Caller caller, Booking booking) {
    return tenancy.run(
        caller.tenant(),
        () -> {
          Appointment booked = book.book(caller.tenant(), booking, caller.callId(), caller.now());
          audit.record(
              caller.tenant(),
              Actor.SYSTEM,
              new Change("book", RESOURCE, booked.id(), null, facts(caller, booked)));
          return booked;
        });
  }

  /// Moves one of theirs, with the same member of staff.
  ///
  /// @throws RequestException.NotFound if it is not theirs
  /// @throws RequestException as [AppointmentBook#change] does
  public Appointment move(Caller caller, UUID id, Instant start) {
    return change(caller, id, "move", a -> AppointmentChange.moved(a, start, a.staffId()));
  }

  /// Cancels one of theirs.
  ///
  /// @throws RequestException.NotFound if it is not theirs
  public Appointment cancel(Caller caller, UUID id) {
    return change(caller, id, "cancel", AppointmentChange::cancelled);
  }

  private Appointment change(
      Caller caller, UUID id, String action, Function<Appointment, AppointmentChange> edit) {
    return tenancy.run(
        caller.tenant(),
        () -> {
          Appointment before =
              appointmentsOf(caller).stream()
                  .filter(theirs -> theirs.id().equals(id))
                  .findFirst()
                  .orElseThrow(() -> new RequestException.NotFound(RESOURCE, id));
          Appointment after = book.change(caller.tenant(), id, edit, caller.callId(), caller.now());
          audit.record(
              caller.tenant(),
              Actor.SYSTEM,
              new Change(action, RESOURCE, id, facts(caller, before), facts(caller, after)));
          return after;
        });
  }

  private static Map<String, Object> facts(Caller caller, Appointment appointment) {
    return Map.of(
        "starts_at", appointment.startsAt(),
        "staff_id", appointment.staffId(),
        "status", appointment.status(),
        "call_id", caller.callId());
  }
}
