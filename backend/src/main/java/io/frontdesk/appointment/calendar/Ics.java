package io.frontdesk.appointment.calendar;

import io.frontdesk.appointment.Busy;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

/// Reads iCalendar: when somebody is busy. Local times stay local, so that what recurs at nine does
/// so in summer and in winter.
/// Source: https://www.rfc-editor.org/rfc/rfc5545
final class Ics {
  private static final int MOST_TIMES = 20_000;
  private static final int MOST_EVENTS = 20_000;

  private Ics() {}

  /// What was read.
  ///
  /// @param notice what was not understood, for people; empty if all was
  record Read(List<Busy> busy, Optional<String> notice) {}

  /// It is no calendar, or one that is too much; the message is for people.
  static final class Unreadable extends Exception {
    Unreadable(String message) {
      super(message);
    }
  }

  /// The times at which the calendar's owner is busy between `from` and `until`, earliest first.
  ///
  /// @param usual by which a time is read that names no zone, or none that is known
  static Read busyTimes(String text, ZoneId usual, Instant from, Instant until) throws Unreadable {
    if (!text.stripLeading()
        .regionMatches(true, text.startsWith("\uFEFF") ? 1 : 0, "BEGIN:VCALENDAR", 0, 15)) {
      throw new Unreadable("What is at this address is no calendar (iCalendar, .ics).");
    }
    var events = new EventCollector();
    try {
      new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(text), true), events);
    } catch (IOException | ParserException | RuntimeException e) {
      throw new Unreadable("The calendar at this address is broken and could not be read.");
    }
    List<List<IcsEvent>> all = events.series();
    if (all.size() > MOST_EVENTS) {
      throw new Unreadable("The calendar has more than %d events.".formatted(MOST_EVENTS));
    }
    try {
      return read(all, usual, from, until);
    } catch (RuntimeException e) { // whatever the library does not say that it throws
      throw new Unreadable("The calendar at this address is broken and could not be read.");
    }
  }

  private static Read read(List<List<IcsEvent>> all, ZoneId usual, Instant from, Instant until)
      throws Unreadable {
    Set<String> odd = new TreeSet<>();
    var busy = new ArrayList<Busy>();
    for (List<IcsEvent> series : all) {
      var overridden = new ArrayList<Instant>();
      series.forEach(event -> event.replaces(usual).ifPresent(overridden::add));
      for (IcsEvent event : series) {
        busy.addAll(Occurrences.of(event, usual, odd).between(from, until, overridden));
        if (busy.size() > MOST_TIMES) {
          throw new Unreadable(
              "The calendar has more than %d events in the next year.".formatted(MOST_TIMES));
        }
      }
    }
    busy.sort(Comparator.comparing(Busy::startsAt));
    return new Read(
        busy,
        odd.isEmpty()
            ? Optional.empty()
            : Optional.of("Not understood: " + String.join("; ", odd.stream().limit(5).toList())));
  }
}
