package io.frontdesk.appointment;

import io.frontdesk.business.Business;
import io.frontdesk.business.Hours;
import io.frontdesk.business.Hours.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When somebody works: in the hours in which the business is open, and within their own if they
/// have any.
///
/// @param own null for all of the business's
record WorkingHours(Business business, @Nullable Hours own) {
  /// Time that is worked without a break.
  record Stretch(Instant from, Instant to) {}

  /// All stretches of the local days that `from` to `to` touches, in order.
  List<Stretch> between(Instant from, Instant to) {
    ZoneId zone = business.timeZone();
    LocalDate last = to.atZone(zone).toLocalDate();
    var stretches = new ArrayList<Stretch>();
    for (LocalDate day = from.atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (Interval interval : on(day)) {
        Instant opens = begins(day, interval.opensMinute());
        Instant closes = ends(day, interval.closesMinute());
        if (opens.isBefore(closes)) {
          stretches.add(new Stretch(opens, closes));
        }
      }
    }
    return stretches;
  }

  /// Whether `start` to `end` is worked without a break.
  boolean cover(Instant start, Instant end) {
    return between(start, end).stream()
        .anyMatch(stretch -> !start.isBefore(stretch.from()) && !end.isAfter(stretch.to()));
  }

  private List<Interval> on(LocalDate day) {
    List<Interval> open = business.intervalsOn(day);
    if (own == null) {
      return open;
    }
    var both = new ArrayList<Interval>();
    for (Interval opening : open) {
      for (Interval shift : own.on(day.getDayOfWeek())) {
        int from = Math.max(opening.opensMinute(), shift.opensMinute());
        int to = Math.min(opening.closesMinute(), shift.closesMinute());
        if (from < to) {
          both.add(new Interval(clock(from), clock(to)));
        }
      }
    }
    return both;
  }

  /// Midnight at the end of a day is midnight.
  private static LocalTime clock(int minute) {
    return LocalTime.of(minute / 60 % 24, minute % 60);
  }

  /// When work begins: where the clocks skip that time, as soon as they have; where they read it
  /// twice, the second time, unless they are put back at that very time.
  private Instant begins(LocalDate day, int minute) {
    LocalDateTime local = local(day, minute);
    var change = business.timeZone().getRules().getTransition(local);
    if (change == null) {
      return local.atZone(business.timeZone()).toInstant();
    }
    if (change.isGap()) {
      return change.getInstant();
    }
    boolean putBackThen = change.getDateTimeAfter().equals(local);
    return local.toInstant(putBackThen ? change.getOffsetBefore() : change.getOffsetAfter());
  }

  /// When work ends: where the clocks skip that time, as soon as they have; where they read it
  /// twice, the first time.
  private Instant ends(LocalDate day, int minute) {
    LocalDateTime local = local(day, minute);
    var change = business.timeZone().getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.atZone(business.timeZone()).toInstant();
  }

  private static LocalDateTime local(LocalDate day, int minute) {
    return day.plusDays(minute / (24 * 60)).atTime(minute / 60 % 24, minute % 60);
  }
}
