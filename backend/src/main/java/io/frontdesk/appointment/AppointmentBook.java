package io.frontdesk.appointment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.appointment.Availability.Busy;
import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.receptionist.StaffMember;
import io.frontdesk.receptionist.StaffMembers;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final String EXCLUSION_VIOLATION = "23P01";

  private final Appointments appointments;
  private final Services services;
  private final StaffMembers staff;
  private final Businesses businesses;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  AppointmentBook(
      Appointments appointments,
      Services services,
      StaffMembers staff,
      Businesses businesses,
      Outbox outbox,
      Tenancy tenancy,
      Clock clock) {
    this.appointments = appointments;
    this.services = services;
    this.staff = staff;
    this.businesses = businesses;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What can be booked between two times, earliest first.
  ///
  /// @param serviceId null for all services
  /// @param staffId null for all staff
  /// @throws RequestException.Rejected if there is no such service or member of staff
  public List<Slot> free(
      TenantId tenant, @Nullable UUID serviceId, @Nullable UUID staffId, Instant from, Instant to) {
    return free(tenant, serviceId, staffId, from, to, null);
  }

  /// The same as if one appointment were not: where it could be moved to.
  ///
  /// @param moving its id; null for none
  List<Slot> free(
      TenantId tenant,
      @Nullable UUID serviceId,
      @Nullable UUID staffId,
      Instant from,
      Instant to,
      @Nullable UUID moving) {
    return tenancy.run(
        tenant,
        () -> {
          Business business = businesses.of(tenant);
          var slots = new ArrayList<Slot>();
          for (StaffMember member : staff(tenant, staffId)) {
            List<Busy> busy =
                appointments.booked(tenant, member.id(), from, to).stream()
                    .filter(booked -> !booked.id().equals(moving))
                    .map(booked -> new Busy(booked.startsAt(), booked.endsAt()))
                    .toList();
            for (Service service : services(tenant, serviceId)) {
              Availability.starts(business, service.duration(), busy, from, to)
                  .forEach(
                      start ->
                          slots.add(
                              new Slot(
                                  service.id(),
                                  member.id(),
                                  start,
                                  start.plus(service.duration()))));
            }
          }
          slots.sort(Comparator.comparing(Slot::startsAt));
          return slots;
        });
  }

  /// Books. Joins the tenant's transaction if one is open, and leaves it usable when it refuses.
  ///
  /// @param callId the call on which it is booked; null if on none
  /// @param now what counts as now: a time before it cannot be booked
  /// @throws RequestException.Conflict `slot_taken`
  /// @throws RequestException.Rejected if the business is closed then, the time is past or more
  /// than two years ahead, or there is no such service or member of staff
  public Appointment book(TenantId tenant, Booking booking, @Nullable UUID callId, Instant now) {
    return tenancy.run(
        tenant,
        () -> {
          Service service = services(tenant, booking.serviceId()).getFirst();
          Instant start = booking.startsAt();
          Instant end = start.plus(service.duration());
          refuseImpossible(businesses.of(tenant), start, end, now);
          for (StaffMember member : staff(tenant, booking.staffId())) {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            int booked =
                appointments.book(
                    tenant,
                    id,
                    service.id(),
                    member.id(),
                    callId,
                    start,
                    end,
                    booking.name(),
                    booking.phone(),
                    booking.email(),
                    booking.reason(),
                    clock.instant());
            if (booked == 1) {
              outbox.happened(
                  tenant, "appointment.booked", id, Map.of("starts_at", start.toString()));
              return appointments.findByTenantIdAndId(tenant, id).orElseThrow();
            }
          }
          throw taken();
        });
  }

  public Optional<Appointment> find(TenantId tenant, UUID id) {
    return tenancy.run(tenant, () -> appointments.findByTenantIdAndId(tenant, id));
  }

  /// Changes an appointment: moves it to another time, of the same length; cancels it, or lets it
  /// stand again; corrects what is known of it. What changes nothing happens to nobody.
  ///
  /// @param edit what is to be made of the appointment as it stands
  /// @throws RequestException.NotFound if the tenant has no such appointment
  /// @throws RequestException.Conflict `slot_taken`, or `appointment_cancelled` if one that is
  /// cancelled, and stays so, would be moved
  /// @throws RequestException.Rejected if it is moved to a time that is past, or when the business
  /// is closed
  Appointment change(TenantId tenant, UUID id, Function<Appointment, AppointmentChange> edit) {
    try {
      return tenancy.run(
          tenant,
          () -> {
            Appointment before =
                find(tenant, id)
                    .orElseThrow(() -> new RequestException.NotFound("appointment", id));
            Appointment after = edit.apply(before).apply(before);
            if (after.equals(before)) {
              return before;
            }
            if (!after.startsAt().equals(before.startsAt())) {
              refuseMove(tenant, after);
            }
            outbox.happened(
                tenant,
                after.status() == before.status()
                    ? "appointment.updated"
                    : "appointment." + WireName.of(after.status()),
                id,
                Map.of("starts_at", after.startsAt().toString()));
            return appointments.update(after);
          });
    } catch (DataAccessException e) {
      if (e.getCause() instanceof SQLException sql
          && EXCLUSION_VIOLATION.equals(sql.getSQLState())) {
        throw taken();
      }
      throw e;
    }
  }

  /// Cancels an appointment; cancelled once is cancelled.
  ///
  /// @throws RequestException.NotFound if the tenant has no such appointment
  public Appointment cancel(TenantId tenant, UUID id) {
    return change(tenant, id, AppointmentChange::cancelled);
  }

  private void refuseMove(TenantId tenant, Appointment moved) {
    if (moved.status() == AppointmentStatus.CANCELLED) {
      throw new RequestException.Conflict(
          "appointment_cancelled",
          "Cancelled",
          "This appointment is cancelled. Let it stand again, or book another one.");
    }
    refuseImpossible(businesses.of(tenant), moved.startsAt(), moved.endsAt(), clock.instant());
  }

  private static void refuseImpossible(Business business, Instant start, Instant end, Instant now) {
    String objection = Availability.objection(business, start, end, now);
    if (objection != null) {
      throw new RequestException.Rejected("/starts_at", objection);
    }
  }

  private List<Service> services(TenantId tenant, @Nullable UUID id) {
    var found =
        id == null ? services.offered(tenant) : services.offered(tenant, id).stream().toList();
    return some(found, "/service_id", "there is no such service");
  }

  private List<StaffMember> staff(TenantId tenant, @Nullable UUID id) {
    var found = id == null ? staff.bookable(tenant) : staff.bookable(tenant, id).stream().toList();
    return some(found, "/staff_id", "there is no such member of staff");
  }

  private static <T> List<T> some(List<T> found, String pointer, String otherwise) {
    return Optional.of(found)
        .filter(list -> !list.isEmpty())
        .orElseThrow(() -> new RequestException.Rejected(pointer, otherwise));
  }

  private static RequestException.Conflict taken() {
    return new RequestException.Conflict(
        "slot_taken", "Time taken", "This time was just taken. Choose another one.");
  }
}
