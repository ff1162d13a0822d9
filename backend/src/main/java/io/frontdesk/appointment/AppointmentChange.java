package io.frontdesk.appointment;

import io.frontdesk.tenancy.E164;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the business may change about an appointment.
@Introspected
record AppointmentChange(
    @NotNull Instant startsAt,
    @NotBlank @Size(max = 200) String name,
    @Nullable E164 phone,
    @Nullable @Email @Size(max = 254) String email,
    @Nullable @Size(max = 2000) String reason) {

  static AppointmentChange of(Appointment a) {
    return new AppointmentChange(a.startsAt(), a.name(), a.phone(), a.email(), a.reason());
  }

  /// The appointment with everything but its time changed.
  Appointment apply(Appointment a) {
    return new Appointment(
        a.id(),
        a.tenantId(),
        a.serviceId(),
        a.staffId(),
        a.callId(),
        a.startsAt(),
        a.endsAt(),
        name,
        phone,
        email,
        reason,
        a.status(),
        a.version(),
        a.createdAt(),
        a.updatedAt());
  }

  static Appointment moved(Appointment a, Instant start, Instant end) {
    return new Appointment(
        a.id(),
        a.tenantId(),
        a.serviceId(),
        a.staffId(),
        a.callId(),
        start,
        end,
        a.name(),
        a.phone(),
        a.email(),
        a.reason(),
        a.status(),
        a.version(),
        a.createdAt(),
        a.updatedAt());
  }

  static Appointment cancelled(Appointment a) {
    return new Appointment(
        a.id(),
        a.tenantId(),
        a.serviceId(),
        a.staffId(),
        a.callId(),
        a.startsAt(),
        a.endsAt(),
        a.name(),
        a.phone(),
        a.email(),
        a.reason(),
        AppointmentStatus.CANCELLED,
        a.version(),
        a.createdAt(),
        a.updatedAt());
  }
}
