package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.appointment.Appointment;
import io.frontdesk.appointment.TelephoneDesk;
import io.frontdesk.appointment.spoken.SpokenDays;
import io.frontdesk.appointment.spoken.SpokenTime;
import io.frontdesk.appointment.spoken.TimeInWords;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the appointment of the caller's own that they speak of.
@Singleton
class OwnAppointments {
  static final Parameter WHICH =
      Parameter.optional(
          "which",
          300,
          "Which appointment, if the caller has several: its day and time as it stands, in the"
              + " caller's own words.");

  /// Whoever says so means no single one.
  private static final Pattern SEVERAL = Pattern.compile("(?i)\\b(?:both|any|either|all)\\b");

  private final TelephoneDesk desk;
  private final Clock clock;

  OwnAppointments(TelephoneDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /// What came of looking for it.
  sealed interface Found {
    /// It is this one.
    record One(Appointment appointment) implements Found {}

    /// It was this one, which is cancelled.
    record Gone(Appointment appointment) implements Found {}

    /// It is not clear which, or there is none.
    record None(ObjectNode output) implements Found {}
  }

  Found find(OnCall on, Optional<String> which) {
    ZonedDateTime now = on.now(clock);
    List<Appointment> theirs = desk.appointmentsOf(on.atDesk(clock));
    Optional<Appointment> chosen = which.flatMap(said -> chosen(theirs, said, now));
    if (chosen.isPresent()) {
      return new Found.One(chosen.get());
    }
    List<Appointment> gone = desk.cancelledOf(on.atDesk(clock));
    List<Appointment> named = which.map(said -> meant(theirs, said, now)).orElse(List.of());
    Optional<Appointment> goneAndNamed =
        which.flatMap(said -> gone(gone, said, now, theirs, named));
    if (goneAndNamed.isPresent()) {
      return new Found.Gone(goneAndNamed.get());
    }
    if (theirs.isEmpty()) {
      return gone.isEmpty()
          ? new Found.None(
              Output.failed(
                  "I cannot find an appointment under the number you are calling from. Shall I take"
                      + " a message, so that somebody calls you back?",
                  "there is none of this caller's"))
          : new Found.Gone(last(gone));
    }
    List<Appointment> meant = named.isEmpty() ? theirs : named;
    return meant.size() == 1
        ? new Found.One(meant.getFirst())
        : new Found.None(Output.again("which", choice(meant, now)));
  }

  /// The one that was said by its place among those that they were asked about.
  private static Optional<Appointment> chosen(
      List<Appointment> theirs, String said, ZonedDateTime now) {
    return SEVERAL.matcher(said).find()
        ? Optional.empty()
        : ChosenTime.of(
                said, theirs.stream().map(one -> one.startsAt().atZone(now.getZone())).toList())
            .flatMap(
                at ->
                    theirs.stream()
                        .filter(one -> one.startsAt().equals(at.toInstant()))
                        .findFirst());
  }

  /// The cancelled one that was said, where none that stands fits as well.
  private static Optional<Appointment> gone(
      List<Appointment> gone,
      String said,
      ZonedDateTime now,
      List<Appointment> theirs,
      List<Appointment> named) {
    List<Appointment> fitting = named.isEmpty() ? meant(gone, said, now) : at(gone, said, now);
    return at(theirs, said, now).isEmpty() ? fitting.stream().findFirst() : Optional.empty();
  }

  /// Those on the days that were said; of several, those at the time that was said.
  private static List<Appointment> meant(List<Appointment> theirs, String said, ZonedDateTime now) {
    var days = SpokenDays.understand(said, now);
    var onThoseDays =
        theirs.stream().filter(one -> days.has(one.startsAt().atZone(now.getZone()))).toList();
    var atThatTime = at(onThoseDays, said, now);
    return atThatTime.isEmpty() ? onThoseDays : atThatTime;
  }

  /// Those at just the time that was said; none if none was.
  private static List<Appointment> at(List<Appointment> some, String said, ZonedDateTime now) {
    return SpokenTime.understand(said, now) instanceof SpokenTime.Moment(ZonedDateTime at)
        ? some.stream().filter(one -> one.startsAt().equals(at.toInstant())).toList()
        : List.of();
  }

  /// The one that was cancelled last.
  private static Appointment last(List<Appointment> gone) {
    return Collections.max(gone, Comparator.comparing(Appointment::updatedAt));
  }

  private static String choice(List<Appointment> some, ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    return "Which one do you mean: "
        + some.stream()
            .map(one -> one.startsAt().atZone(now.getZone()))
            .map(
                at ->
                    TimeInWords.byDay(at.toLocalDate(), today)
                        + " at "
                        + TimeInWords.of(at.toLocalTime()))
            .collect(Collectors.joining(", or "))
        + "?";
  }
}
