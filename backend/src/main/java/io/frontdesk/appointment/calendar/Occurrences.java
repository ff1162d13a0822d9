package io.frontdesk.appointment.calendar;

import io.frontdesk.appointment.Busy;
import io.frontdesk.appointment.calendar.IcsEvent.Property;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;

/// The times at which an event takes place.
///
/// @param odd collects what was not understood
record Occurrences(IcsEvent event, ZoneId usual, Set<String> odd) {
  private static final int MOST = 5_000;
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Pattern UNTIL = Pattern.compile("UNTIL=([0-9TZ]+)");
  private static final Pattern TOO_OFTEN = Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)");

  static Occurrences of(IcsEvent event, ZoneId usual, Set<String> odd) {
    return new Occurrences(event, usual, odd);
  }

  /// Those that touch the time between `from` and `until`.
  ///
  /// @param overridden starts of occurrences of the series that others take the place of
  List<Busy> between(Instant from, Instant until, Collection<Instant> overridden) {
    Optional<IcsTime> start = event.first("DTSTART").flatMap(this::time);
    if (start.isEmpty() || !event.isBusy()) {
      return List.of();
    }
    Set<Instant> left = new HashSet<>();
    event.all("EXDATE").forEach(property -> time(property).ifPresent(t -> left.add(t.instant())));
    if (event.first("RECURRENCE-ID").isEmpty()) {
      left.addAll(overridden);
    }
    var busy = new ArrayList<Busy>();
    for (LocalDateTime local : starts(start.get(), from, until)) {
      Instant begins = start.get().instant(local);
      Instant ends = end(start.get(), local);
      if (!left.contains(begins)
          && begins.isBefore(ends)
          && begins.isBefore(until)
          && ends.isAfter(from)) {
        busy.add(new Busy(begins, ends));
      }
    }
    return busy;
  }

  /// By the clock of the event's zone.
  private Set<LocalDateTime> starts(IcsTime start, Instant from, Instant until) {
    var starts = new TreeSet<LocalDateTime>();
    starts.add(start.local());
    for (Property extra : event.all("RDATE")) {
      time(extra).ifPresent(time -> starts.add(start.at(time.instant())));
    }
    for (Property rule : event.properties()) {
      if (rule.name().equals("RRULE")) {
        starts.addAll(recurring(rule.value(), start, from, until));
      }
    }
    return starts;
  }

  private List<LocalDateTime> recurring(String rule, IcsTime start, Instant from, Instant until) {
    String upper = rule.toUpperCase(Locale.ROOT);
    if (TOO_OFTEN.matcher(upper).find()) {
      odd.add("an event that recurs many times a day");
      return List.of();
    }
    try {
      var recur = new Recur<LocalDateTime>(localUntil(upper, start));
      return recur.getDates(start.local(), start.at(from.minus(LONGEST)), start.at(until), MOST);
    } catch (IllegalArgumentException | DateTimeException e) {
      odd.add("the rule " + upper.substring(0, Math.min(upper.length(), 80)));
      return List.of();
    }
  }

  /// The rule with its end by the event's own clock.
  private static String localUntil(String rule, IcsTime start) {
    Matcher end = UNTIL.matcher(rule);
    if (!end.find()) {
      return rule;
    }
    String said = end.group(1);
    String local;
    if (said.endsWith("Z")) {
      var utc = IcsTime.read(new Property("UNTIL", "", said), start.zone(), _ -> {});
      local = utc.map(time -> IcsTime.written(start.at(time.instant()))).orElse(said);
    } else {
      local = said.length() == 8 ? said + "T235959" : said;
    }
    return end.replaceFirst("UNTIL=" + local);
  }

  /// When the occurrence is over that starts when the clock reads `local`.
  private Instant end(IcsTime start, LocalDateTime local) {
    Optional<IcsTime> end = event.first("DTEND").flatMap(this::time);
    if (end.isPresent()) {
      return start.allDay()
          ? start.instant(
              local.plus(
                  Period.between(start.local().toLocalDate(), end.get().local().toLocalDate())))
          : start
              .instant(local)
              .plus(atMost(Duration.between(start.instant(), end.get().instant())));
    }
    return event
        .first("DURATION")
        .map(property -> duration(property.value()))
        .map(length -> start.instant(local).plus(atMost(length)))
        .orElseGet(() -> start.instant(start.allDay() ? local.plusDays(1) : local));
  }

  private Duration duration(String text) {
    String value = text.strip().toUpperCase(Locale.ROOT);
    try {
      Matcher weeks = Pattern.compile("\\+?P(\\d{1,3})W").matcher(value);
      return weeks.matches()
          ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1)))
          : Duration.parse(value);
    } catch (DateTimeException e) {
      odd.add("the duration " + value.substring(0, Math.min(value.length(), 40)));
      return Duration.ZERO;
    }
  }

  private static Duration atMost(Duration length) {
    return length.compareTo(LONGEST) > 0 ? LONGEST : length;
  }

  private Optional<IcsTime> time(Property property) {
    return IcsTime.read(property, usual, odd::add);
  }
}
