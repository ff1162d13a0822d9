package io.frontdesk.stats;

import io.frontdesk.business.Business;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Time within one hour of the business's own clock, in which it is open throughout or closed
/// throughout. Rows are counted by stretch; days, weeks and hours of the week are sums of
/// stretches. An hour that daylight saving repeats is two stretches, one that it skips is none, and
/// no zone's offset has to be a whole hour: only Java's rules of the zone are asked, never the
/// database's, which may be of another year.
///
/// @param start ends where the next one starts
/// @param hour 0 to 23
record Stretch(Instant start, LocalDate day, int hour, boolean open) {
  private static final int HOUR_S = 3600;

  /// The stretches of `span`, in order, without gaps.
  static List<Stretch> of(Span span, Business business) {
    ZoneId zone = business.timeZone();
    var stretches = new ArrayList<Stretch>();
    Instant at = span.from();
    @Nullable ZoneOffsetTransition transition = zone.getRules().nextTransition(at);
    while (at.isBefore(span.to())) {
      while (transition != null && !transition.getInstant().isAfter(at)) {
        transition = zone.getRules().nextTransition(transition.getInstant());
      }
      ZonedDateTime local = at.atZone(zone);
      stretches.add(new Stretch(at, local.toLocalDate(), local.getHour(), business.isOpenAt(at)));
      Instant next = ending(local, business);
      at =
          transition != null && transition.getInstant().isBefore(next)
              ? transition.getInstant()
              : next;
    }
    return stretches;
  }

  /// The next full hour, opening or closing if the clocks do not change before.
  private static Instant ending(ZonedDateTime local, Business business) {
    int second = local.toLocalTime().toSecondOfDay();
    int end = (local.getHour() + 1) * HOUR_S;
    for (var interval : business.intervalsOn(local.toLocalDate())) {
      end = earlier(end, interval.opensMinute() * 60, second);
      end = earlier(end, interval.closesMinute() * 60, second);
    }
    return local.toInstant().minusNanos(local.getNano()).plusSeconds(end - second);
  }

  private static int earlier(int end, int candidate, int after) {
    return candidate > after && candidate < end ? candidate : end;
  }
}
