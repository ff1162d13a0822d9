package io.frontdesk.appointment;

import io.frontdesk.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// An appointment was made or changed. Published inside the transaction that does so.
///
/// @param before null if it was just booked
public record AppointmentChanged(
    TenantId tenant, @Nullable Appointment before, Appointment after) {}
