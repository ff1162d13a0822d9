package io.frontdesk.appointment.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.appointment.Busy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What calendars say of when their owners are busy.
class IcsTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2027-04-10T00:00:00Z");

  @Test
  void whatRecursAtNineDoesSoInSummerAndInWinter() throws Ics.Unreadable {
    var busy =
        busy(
            """
            DTSTART;TZID=Europe/Berlin:20260105T090000
            DTEND;TZID=Europe/Berlin:20260105T100000
            RRULE:FREQ=WEEKLY;BYDAY=MO
            """);

    assertThat(busy).contains(hour("2026-10-19T07:00:00Z"), hour("2026-10-26T08:00:00Z"));
    assertThat(busy).contains(hour("2027-03-22T08:00:00Z"), hour("2027-03-29T07:00:00Z"));
  }

  @Test
  void theUsualZoneReadsWhatNamesNone() throws Ics.Unreadable {
    var busy =
        busy(
            """
            DTSTART:20261030T090000
            DURATION:PT1H
            RRULE:FREQ=DAILY;COUNT=4
            """);

    assertThat(busy)
        .containsExactly(
            hour("2026-10-30T13:00:00Z"),
            hour("2026-10-31T13:00:00Z"),
            hour("2026-11-01T14:00:00Z"),
            hour("2026-11-02T14:00:00Z"));
  }

  @Test
  void zonesOfWindowsAreKnown() throws Ics.Unreadable {
    var busy =
        busy(
            """
            DTSTART;TZID="W. Europe Standard Time":20261124T090000
            DTEND;TZID="W. Europe Standard Time":20261124T100000
            """);

    assertThat(busy).containsExactly(hour("2026-11-24T08:00:00Z"));
  }

  @Test
  void aZoneThatNobodyKnowsIsReadByTheUsualOneAndTold() throws Ics.Unreadable {
    var read =
        Ics.busyTimes(
            calendar(
                """
                DTSTART;TZID=Mars/Olympus:20261124T090000
                DTEND;TZID=Mars/Olympus:20261124T100000
                """),
            NEW_YORK,
            FROM,
            UNTIL);

    assertThat(read.busy()).containsExactly(hour("2026-11-24T14:00:00Z"));
    assertThat(read.notice()).contains("Not understood: the time zone Mars/Olympus");
  }

  @Test
  void exceptionsAreLeftOutAndWhatWasMovedIsWhereItIsNow() throws Ics.Unreadable {
    String text =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:series
        DTSTART;TZID=America/New_York:20261102T090000
        DTEND;TZID=America/New_York:20261102T100000
        RRULE:FREQ=DAILY;UNTIL=20261105T140000Z
        EXDATE;TZID=America/New_York:20261103T090000
        END:VEVENT
        BEGIN:VEVENT
        UID:series
        RECURRENCE-ID;TZID=America/New_York:20261104T090000
        DTSTART;TZID=America/New_York:20261104T150000
        DTEND;TZID=America/New_York:20261104T160000
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n");

    assertThat(Ics.busyTimes(text, NEW_YORK, FROM, UNTIL).busy())
        .containsExactly(
            hour("2026-11-02T14:00:00Z"),
            hour("2026-11-04T20:00:00Z"),
            hour("2026-11-05T14:00:00Z"));
  }

  @Test
  void aDayIsADayByTheBusinesssClock() throws Ics.Unreadable {
    var busy = busy("DTSTART;VALUE=DATE:20261101\n");

    assertThat(busy)
        .as("the day on which the clocks go back has 25 hours")
        .containsExactly(
            new Busy(Instant.parse("2026-11-01T04:00:00Z"), Instant.parse("2026-11-02T05:00:00Z")));
  }

  @Test
  void whoIsFreeThenIsNotBusy() throws Ics.Unreadable {
    assertThat(busy("DTSTART:20261124T090000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT\n")).isEmpty();
    assertThat(busy("DTSTART:20261124T090000Z\nDURATION:PT1H\nSTATUS:CANCELLED\n")).isEmpty();
    assertThat(busy("DTSTART:20200101T090000Z\nDURATION:PT1H\n")).as("long past").isEmpty();
  }

  @Test
  void whatIsBrokenIsSaidAndTheRestCounts() throws Ics.Unreadable {
    assertThatThrownBy(() -> Ics.busyTimes("<html></html>", NEW_YORK, FROM, UNTIL))
        .hasMessage("What is at this address is no calendar (iCalendar, .ics).");
    assertThatThrownBy(() -> Ics.busyTimes("BEGIN:VCALENDAR\r\nrubbish", NEW_YORK, FROM, UNTIL))
        .hasMessage("The calendar at this address is broken and could not be read.");
    var odd =
        Ics.busyTimes(
            calendar("DTSTART:20261124T090000Z\nDURATION:PT1H\nRRULE:FREQ=SOMETIMES\n"),
            NEW_YORK,
            FROM,
            UNTIL);
    assertThat(odd.busy()).containsExactly(hour("2026-11-24T09:00:00Z"));
    assertThat(odd.notice()).hasValueSatisfying(notice -> assertThat(notice).contains("SOMETIMES"));
  }

  @Test
  void whatRecursEverySecondTakesNoTime() throws Ics.Unreadable {
    var read =
        Ics.busyTimes(
            calendar("DTSTART:19700101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY\n"),
            NEW_YORK,
            FROM,
            UNTIL);

    assertThat(read.busy()).isEmpty();
    assertThat(read.notice()).isPresent();
  }

  private static List<Busy> busy(String event) throws Ics.Unreadable {
    return Ics.busyTimes(calendar(event), NEW_YORK, FROM, UNTIL).busy();
  }

  private static String calendar(String event) {
    return ("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\n"
            + event.strip()
            + "\nEND:VEVENT\nEND:VCALENDAR\n")
        .replace("\n", "\r\n");
  }

  private static Busy hour(String start) {
    Instant begins = Instant.parse(start);
    return new Busy(begins, begins.plus(Duration.ofHours(1)));
  }
}
