package io.frontdesk.appointment.calendar;

import io.frontdesk.appointment.calendar.IcsEvent.Property;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;

/// A time as iCalendar writes it: `20261124T090000Z`, `20261124T090000` by the clock of a zone, or
/// the day `20261124`.
///
/// @param allDay whether it is a day
record IcsTime(LocalDateTime local, ZoneId zone, boolean allDay) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  /// Reads a property's value.
  ///
  /// @param usual by which a time is read that names no zone, or none that is known
  /// @param odd is told of what was not understood
  /// @return empty if it is no time
  static Optional<IcsTime> read(Property property, ZoneId usual, Consumer<String> odd) {
    String value = property.value().strip().split("/", 2)[0];
    try {
      if (value.length() == 8) {
        var day = LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
        return Optional.of(new IcsTime(day.atStartOfDay(), usual, true));
      }
      if (value.endsWith("Z")) {
        var utc = LocalDateTime.parse(value.substring(0, value.length() - 1), TIME);
        return Optional.of(new IcsTime(utc, ZoneOffset.UTC, false));
      }
      ZoneId zone =
          property.zone().isEmpty()
              ? usual
              : IcsZones.known(property.zone())
                  .orElseGet(
                      () -> {
                        odd.accept("the time zone " + shortened(property.zone()));
                        return usual;
                      });
      return Optional.of(new IcsTime(LocalDateTime.parse(value, TIME), zone, false));
    } catch (DateTimeException e) {
      odd.accept("the time " + shortened(value));
      return Optional.empty();
    }
  }

  Instant instant() {
    return instant(local);
  }

  /// When the clock of this time's zone reads `other`: a time that daylight saving skips is as much
  /// later.
  Instant instant(LocalDateTime other) {
    return other.atZone(zone).toInstant();
  }

  /// What this time's clock reads then.
  LocalDateTime at(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }

  static String written(LocalDateTime time) {
    return TIME.format(time);
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 60));
  }
}
