package io.frontdesk.appointment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.appointment.FreeTimes.Wish;
import io.frontdesk.business.Businesses;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.receptionist.StaffMember;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where appointments are made, moved and cancelled. Nobody is booked twice for the same time: the
/// database says so, whoever asks at the same moment.
@Singleton
public class AppointmentBook {
  private final Appointments appointments;
  private final TakenTimes taken;
  private final FreeTimes free;
  private final Services services;
  private final Businesses businesses;
  private final Outbox outbox;
  private final ApplicationEventPublisher<AppointmentChanged> changes;
  private final Tenancy tenancy;
  private final Clock clock;

  AppointmentBook(
      Appointments appointments,
      TakenTimes taken,
      FreeTimes free,
      Services services,
      Businesses businesses,
      Outbox outbox,
      ApplicationEventPublisher<AppointmentChanged> changes,
      Tenancy tenancy,
      Clock clock) {
    this.appointments = appointments;
    this.taken = taken;
    this.free = free;
    this.services = services;
    this.businesses = businesses;
    this.outbox = outbox;
    this.changes = changes;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What can be booked, earliest first.
  ///
  /// @param now what counts as now
  /// @throws RequestException.Rejected if there is no such service or member of staff
  List<Slot> free(TenantId tenant, Wish wish, Instant now) {
    return tenancy.run(tenant, () -> free.slots(tenant, wish, now));
  }

  /// When the staff are busy with something else, by member.
  List<FreeTimes.BusyElsewhere> busyElsewhere(TenantId tenant, Instant from, Instant until) {
    return tenancy.run(tenant, () -> free.busyElsewhere(tenant, from, until));
  }

  /// Books. Joins the tenant's transaction if one is open, and leaves it usable when it refuses.
  /// What was held for the call is let go; what is booked on a call already is not booked again.
  ///
  /// @param callId the call on which it is booked; null if on none
  /// @param now what counts as now: a time before it cannot be booked
  /// @throws RequestException.Conflict `slot_taken`
  /// @throws RequestException.Rejected if the business is closed then, nobody who does it works
  /// then, the time is past, too soon or too far ahead, or there is no such service or member of
  /// staff
  public Appointment book(TenantId tenant, Booking booking, @Nullable UUID callId, Instant now) {
    return tenancy.run(
        tenant,
        () -> {
          Service service = free.service(tenant, booking.serviceId());
          if (callId != null) {
            var before = appointments.booked(tenant, callId, service.id(), booking.startsAt());
            if (before.isPresent()) {
              return before.get();
            }
          }
          Instant start = booking.startsAt();
          refuseImpossible(tenant, service, start, now, false);
          UUID id = UuidCreator.getTimeOrderedEpoch();
          Instant end = start.plus(service.duration());
          List<StaffMember> there = free.working(tenant, service, booking.staffId(), start, end);
          taken.takeTurns(tenant, there.stream().map(StaffMember::id).toList());
          taken.release(tenant, callId);
          boolean booked =
              there.stream()
                  .filter(member -> isFreeElsewhere(tenant, service, member, start))
                  .anyMatch(
                      member -> taken.book(tenant, id, service, member.id(), callId, booking));
          if (!booked) {
            throw TakenTimes.taken();
          }
          outbox.happened(tenant, "appointment.booked", id, Map.of("starts_at", start.toString()));
          Appointment appointment = appointments.findByTenantIdAndId(tenant, id).orElseThrow();
          changes.publishEvent(new AppointmentChanged(tenant, null, appointment));
          return appointment;
        });
  }

  public Optional<Appointment> find(TenantId tenant, UUID id) {
    return tenancy.run(tenant, () -> appointments.findByTenantIdAndId(tenant, id));
  }

  /// What stands of one member of staff's, or of all, between two times, earliest first.
  ///
  /// @param staffId null for all
  public List<Appointment> standing(
      TenantId tenant, @Nullable UUID staffId, Instant from, Instant until) {
    return tenancy.run(tenant, () -> appointments.standing(tenant, staffId, from, until));
  }

  /// Changes an appointment: moves it to another time, of the same length, or to another member of
  /// staff; cancels it, or lets it stand again; corrects what is known of it. What changes nothing
  /// happens to nobody. Joins the tenant's transaction if one is open, and leaves it usable when it
  /// refuses.
  ///
  /// @param edit what is to be made of the appointment as it stands
  /// @param callId the call on which it is changed, whose holds are let go; null if on none
  /// @param now what counts as now
  /// @throws RequestException.NotFound if the tenant has no such appointment
  /// @throws RequestException.Conflict `slot_taken`, or `appointment_cancelled` if one that is
  /// cancelled, and stays so, would be moved
  /// @throws RequestException.Rejected if it is moved to a time that is past, to one that is too
  /// soon for who moves it on a call, or when the business is closed or nobody who does it works
  Appointment change(
      TenantId tenant,
      UUID id,
      Function<Appointment, AppointmentChange> edit,
      @Nullable UUID callId,
      Instant now) {
    return tenancy.run(
        tenant,
        () -> {
          Appointment before =
              find(tenant, id).orElseThrow(() -> new RequestException.NotFound("appointment", id));
          Appointment after = edit.apply(before).apply(before);
          if (after.equals(before)) {
            return before;
          }
          boolean moved =
              !after.startsAt().equals(before.startsAt())
                  || !after.staffId().equals(before.staffId());
          if (moved) {
            refuseMove(tenant, after, callId, now);
          }
          if (moved || before.status() != after.status()) {
            taken.change(tenant, before, after, callId);
          }
          outbox.happened(
              tenant,
              after.status() == before.status()
                  ? "appointment.updated"
                  : "appointment." + WireName.of(after.status()),
              id,
              Map.of("starts_at", after.startsAt().toString()));
          Appointment changed = appointments.update(after);
          changes.publishEvent(new AppointmentChanged(tenant, before, changed));
          return changed;
        });
  }

  /// Cancels an appointment; cancelled once is cancelled.
  ///
  /// @throws RequestException.NotFound if the tenant has no such appointment
  Appointment cancel(TenantId tenant, UUID id) {
    return change(tenant, id, AppointmentChange::cancelled, null, clock.instant());
  }

  /// Whoever works here may move at short notice; callers may not.
  private void refuseMove(TenantId tenant, Appointment moved, @Nullable UUID callId, Instant now) {
    if (moved.status() == AppointmentStatus.CANCELLED) {
      throw new RequestException.Conflict(
          "appointment_cancelled",
          "Cancelled",
          "This appointment is cancelled. Let it stand again, or book another one.");
    }
    Service service = services.findByTenantIdAndId(tenant, moved.serviceId()).orElseThrow();
    refuseImpossible(tenant, service, moved.startsAt(), now, callId == null);
    free.working(tenant, service, moved.staffId(), moved.startsAt(), moved.endsAt());
    if (!free.isFreeElsewhere(tenant, moved.staffId(), moved.blockedFrom(), moved.blockedUntil())) {
      throw TakenTimes.taken();
    }
  }

  /// @param announced whether it is known of already, so that no notice is needed
  private void refuseImpossible(
      TenantId tenant, Service service, Instant start, Instant now, boolean announced) {
    String objection = Bounds.of(service, businesses.of(tenant), now, announced).objection(start);
    if (objection != null) {
      throw new RequestException.Rejected("/starts_at", objection);
    }
  }

  private boolean isFreeElsewhere(
      TenantId tenant, Service service, StaffMember member, Instant start) {
    return free.isFreeElsewhere(
        tenant,
        member.id(),
        start.minus(service.bufferBefore()),
        start.plus(service.duration()).plus(service.bufferAfter()));
  }
}
