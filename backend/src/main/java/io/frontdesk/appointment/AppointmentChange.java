package io.frontdesk.appointment;

import io.frontdesk.tenancy.E164;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the business may change about an appointment.
@Introspected
record AppointmentChange(
    @NotNull Instant startsAt,
    @NotNull AppointmentStatus status,
    @NotBlank @Size(max = 200) String name,
    @Nullable E164 phone,
    @Nullable @Email @Size(max = 254) String email,
    @Nullable @Size(max = 2000) String reason) {

  static AppointmentChange of(Appointment a) {
    return new AppointmentChange(
        a.startsAt(), a.status(), a.name(), a.phone(), a.email(), a.reason());
  }

  /// The appointment with all that changed; however it is moved, it takes as long as before.
  Appointment apply(Appointment a) {
    var length = Duration.between(a.startsAt(), a.endsAt());
    return new Appointment(
        a.id(),
        a.tenantId(),
        a.serviceId(),
        a.staffId(),
        a.callId(),
        startsAt,
        startsAt.plus(length),
        name,
        phone,
        email,
        reason,
        status,
        a.version(),
        a.createdAt(),
        a.updatedAt());
  }

  static AppointmentChange cancelled(Appointment a) {
    return new AppointmentChange(
        a.startsAt(), AppointmentStatus.CANCELLED, a.name(), a.phone(), a.email(), a.reason());
  }
}
