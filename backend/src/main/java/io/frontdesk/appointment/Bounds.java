package io.frontdesk.appointment;

import io.frontdesk.business.Business;
import io.frontdesk.receptionist.Service;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// From when to when something can be booked at all.
///
/// @param first the earliest start
/// @param end by when it must be over: the end of the last day, by the business's clock
record Bounds(Instant now, Instant first, Instant end, int horizonDays) {
  /// @param announced whether it is known of already, so that no notice is needed
  static Bounds of(Service service, Business business, Instant now, boolean announced) {
    ZoneId zone = business.timeZone();
    int days = service.horizonDays();
    return new Bounds(
        now,
        announced ? now : now.plus(service.minimumNotice()),
        now.atZone(zone).toLocalDate().plusDays(days + 1L).atStartOfDay(zone).toInstant(),
        days);
  }

  Instant notBefore(Instant from) {
    return from.isBefore(first) ? first : from;
  }

  Instant notAfter(Instant to) {
    return to.isAfter(end) ? end : to;
  }

  /// What speaks against a start; null if nothing does.
  @Nullable String objection(Instant start) {
    if (start.isBefore(now)) {
      return "is in the past";
    }
    if (start.isBefore(first)) {
      return "is too soon: this must be booked earlier";
    }
    return start.isBefore(end)
        ? null
        : "is too far ahead: this can be booked %d days ahead at most".formatted(horizonDays);
  }
}
