package io.frontdesk.stats;

import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which time is asked about: `period`, or `from` and `to`.
///
/// @param period `7d`, `30d` or `90d`: so many days of the business's calendar, today the last;
/// null for 30 unless `from` says otherwise
/// @param to null for now
@Introspected
record StatsQuery(
    @QueryValue @Nullable String period,
    @QueryValue @Nullable Instant from,
    @QueryValue @Nullable Instant to) {
  private static final Map<String, Integer> DAYS = Map.of("7d", 7, "30d", 30, "90d", 90);
  private static final String USUAL = "30d";
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /// The name of the period that is asked about; null if it is any other time.
  @Nullable String name() {
    return period == null && from == null && to == null ? USUAL : period;
  }

  /// @throws RequestException.Rejected if it is no time, or too long
  Span span(Instant now, ZoneId zone) {
    String name = name();
    if (name == null) {
      return between(now);
    }
    if (from != null || to != null) {
      throw new RequestException.Rejected("/period", "goes without from and to");
    }
    Integer days = DAYS.get(name);
    if (days == null) {
      throw new RequestException.Rejected("/period", "must be 7d, 30d or 90d");
    }
    return Span.lastDays(days, now.atZone(zone).toLocalDate(), zone);
  }

  private Span between(Instant now) {
    if (from == null) {
      throw new RequestException.Rejected("/from", "is missing beside to");
    }
    Instant end = to == null ? now : to;
    if (from.isBefore(EARLIEST)) {
      throw new RequestException.Rejected("/from", "must not be before 2000");
    }
    if (end.isAfter(LATEST)) {
      throw new RequestException.Rejected("/to", "must not be after 2200");
    }
    if (!from.isBefore(end)) {
      throw new RequestException.Rejected("/to", "must be after from");
    }
    if (Duration.between(from, end).compareTo(LONGEST) > 0) {
      throw new RequestException.Rejected("/to", "must be at most 366 days after from");
    }
    return new Span(from, end);
  }
}
