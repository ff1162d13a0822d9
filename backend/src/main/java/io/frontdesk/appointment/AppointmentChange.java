package io.frontdesk.appointment;

import io.frontdesk.tenancy.E164;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the business may change about an appointment.
@Introspected
record AppointmentChange(
    @NotNull Instant startsAt,
    @NotNull UUID staffId,
    @NotNull AppointmentStatus status,
    @NotBlank @Size(max = 200) String name,
    @Nullable E164 phone,
    @Nullable @Email @Size(max = 254) String email,
    @Nullable @Size(max = 2000) String reason) {

  static AppointmentChange of(Appointment a) {
    return new AppointmentChange(
        a.startsAt(), a.staffId(), a.status(), a.name(), a.phone(), a.email(), a.reason());
  }

  /// The appointment with all that changed; however it is moved, it takes as long as before.
  Appointment apply(Appointment a) {
    var later = Duration.between(a.startsAt(), startsAt);
    return new Appointment(
        a.id(),
        a.tenantId(),
        a.serviceId(),
        staffId,
        a.callId(),
        startsAt,
        a.endsAt().plus(later),
        name,
        phone,
        email,
        reason,
        status,
        a.blockedFrom().plus(later),
        a.blockedUntil().plus(later),
        a.version(),
        a.createdAt(),
        a.updatedAt());
  }

  static AppointmentChange cancelled(Appointment a) {
    return new AppointmentChange(
        a.startsAt(),
        a.staffId(),
        AppointmentStatus.CANCELLED,
        a.name(),
        a.phone(),
        a.email(),
        a.reason());
  }

  static AppointmentChange moved(Appointment a, Instant start, UUID staffId) {
    return new AppointmentChange(
        start, staffId, a.status(), a.name(), a.phone(), a.email(), a.reason());
  }
}
