package io.frontdesk.appointment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.receptionist.Service;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes times of the staff's, for appointments and for callers who have not decided yet. One
/// constraint of the database's is over both. Nothing here ever makes a statement fail, so the
/// transaction that is open stays usable whatever the answer is.
@Singleton
class TakenTimes {
  /// How long a caller may think about a time that they were offered.
  static final Duration TO_DECIDE = Duration.ofMinutes(5);

  private final Appointments appointments;
  private final Clock clock;

  TakenTimes(Appointments appointments, Clock clock) {
    this.appointments = appointments;
    this.clock = clock;
  }

  /// Waits until nobody else changes what these members of staff have to do. To be asked before any
  /// time of theirs is taken or let go, once in a transaction.
  void takeTurns(TenantId tenant, Collection<UUID> staff) {
    if (!staff.isEmpty()) {
      appointments.takeTurns(tenant.value(), staff);
    }
  }

  /// Lets go what has been held for too long, and what is held for this call.
  void release(TenantId tenant, @Nullable UUID callId) {
    appointments.release(tenant, callId, clock.instant());
  }

  /// Books a time with one of the staff.
  ///
  /// @return whether it was free
  boolean book(
      TenantId tenant,
      UUID id,
      Service service,
      UUID staffId,
      @Nullable UUID callId,
      Booking booking) {
    Instant start = booking.startsAt();
    Instant end = start.plus(service.duration());
    return appointments.take(
            tenant,
            id,
            service.id(),
            staffId,
            callId,
            start,
            end,
            start.minus(service.bufferBefore()),
            end.plus(service.bufferAfter()),
            booking.name(),
            booking.phone(),
            booking.email(),
            booking.reason(),
            null,
            clock.instant())
        == 1;
  }

  /// Holds a time for a call until its caller has decided, or has thought for too long.
  ///
  /// @return whether it was free
  boolean hold(TenantId tenant, UUID callId, Service service, Slot slot) {
    return hold(
        tenant,
        UuidCreator.getTimeOrderedEpoch(),
        callId,
        slot,
        slot.startsAt().minus(service.bufferBefore()),
        slot.endsAt().plus(service.bufferAfter()));
  }

  /// The times that are held for a call, earliest first.
  List<Instant> heldFor(TenantId tenant, UUID callId) {
    return appointments.held(tenant.value(), callId, clock.instant());
  }

  /// Lets an appointment's old time go if it is to have its new one: tries that with a row that
  /// only holds it. Whoever else wants either waits for the end of this transaction.
  ///
  /// @param after what it will be; its row is still to be updated
  /// @param callId whose holds are let go; null for none
  /// @throws RequestException.Conflict `slot_taken`
  void change(TenantId tenant, Appointment before, Appointment after, @Nullable UUID callId) {
    if (after.status() == AppointmentStatus.CANCELLED) {
      return;
    }
    takeTurns(tenant, new HashSet<>(List.of(before.staffId(), after.staffId())));
    release(tenant, callId);
    appointments.set(tenant, before.id(), AppointmentStatus.CANCELLED);
    UUID probe = UuidCreator.getTimeOrderedEpoch();
    var slot = new Slot(after.serviceId(), after.staffId(), after.startsAt(), after.endsAt());
    if (!hold(tenant, probe, after.callId(), slot, after.blockedFrom(), after.blockedUntil())) {
      appointments.set(tenant, before.id(), before.status());
      throw taken();
    }
    appointments.letGo(tenant, probe);
  }

  private boolean hold(
      TenantId tenant,
      UUID id,
      @Nullable UUID callId,
      Slot slot,
      Instant blockedFrom,
      Instant blockedUntil) {
    Instant now = clock.instant();
    return appointments.take(
            tenant,
            id,
            slot.serviceId(),
            slot.staffId(),
            callId,
            slot.startsAt(),
            slot.endsAt(),
            blockedFrom,
            blockedUntil,
            "",
            null,
            null,
            null,
            now.plus(TO_DECIDE),
            now)
        == 1;
  }

  static RequestException.Conflict taken() {
    return new RequestException.Conflict(
        "slot_taken", "Time taken", "This time was just taken. Choose another one.");
  }
}
