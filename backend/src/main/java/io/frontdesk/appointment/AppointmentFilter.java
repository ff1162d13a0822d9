package io.frontdesk.appointment;

import io.frontdesk.web.CleanTime;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which appointments are asked for; what is null does not narrow the list.
///
/// @param startsFrom they start then or later
/// @param startsBefore they start earlier than that
/// @param leadId a lead for whom they are: booked in one of their calls, or under their number
/// @param q looked for in who comes, what for and the number
@Introspected
record AppointmentFilter(
    @QueryValue @Nullable AppointmentStatus status,
    @QueryValue("starts_from") @Nullable Instant startsFrom,
    @QueryValue("starts_before") @Nullable Instant startsBefore,
    @QueryValue("call_id") @Nullable UUID callId,
    @QueryValue("lead_id") @Nullable UUID leadId,
    @QueryValue @Nullable String q) {
  /// The first of these times that a database can hold.
  Instant from() {
    return CleanTime.nearest(startsFrom == null ? Instant.MIN : startsFrom);
  }

  /// The end of these times, within what a database can hold.
  Instant until() {
    return CleanTime.nearest(startsBefore == null ? Instant.MAX : startsBefore);
  }
}
