package io.frontdesk.conversation.transfer;

import io.frontdesk.business.Business;
import io.frontdesk.business.Hours;
import io.frontdesk.call.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/// By when somebody is called back who was promised a person and talked to none.
final class CallBackClock {
  private static final int DAYS_AHEAD = 14;

  private CallBackClock() {}

  /// A quarter of an hour in an emergency, whatever time it is; else one, four or eight hours, from
  /// the next opening on if the business is closed now.
  static Instant due(Urgency urgency, Business business, Instant now) {
    return switch (urgency) {
      case EMERGENCY -> now.plus(Duration.ofMinutes(15));
      case HIGH -> opening(business, now).plus(Duration.ofHours(1));
      case NORMAL -> opening(business, now).plus(Duration.ofHours(4));
      case LOW -> opening(business, now).plus(Duration.ofHours(8));
    };
  }

  /// Now, if the business is open; else when it opens next; now, if it never does.
  private static Instant opening(Business business, Instant now) {
    if (business.isOpenAt(now)) {
      return now;
    }
    ZonedDateTime local = now.atZone(business.timeZone());
    for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
      LocalDate day = local.toLocalDate().plusDays(ahead);
      for (Hours.Interval interval : business.intervalsOn(day)) {
        Instant opens = at(day, interval.opens(), local);
        if (opens.isAfter(now)) {
          return opens;
        }
      }
    }
    return now;
  }

  private static Instant at(LocalDate day, LocalTime time, ZonedDateTime local) {
    return day.atTime(time).atZone(local.getZone()).toInstant();
  }
}
