package io.frontdesk.appointment.spoken;

import io.frontdesk.appointment.spoken.SpokenTime.Moment;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes one moment of the day and the time that were said, or asks back.
final class Meaning {
  private final Phrase phrase;
  private final ZonedDateTime now;
  private final LocalDate today;
  private final Optional<PartOfDay> part;

  private Meaning(Phrase phrase, ZonedDateTime now) {
    this.phrase = phrase;
    this.now = now;
    this.today = now.toLocalDate();
    this.part = PartOfDay.in(phrase);
  }

  static SpokenTime of(Phrase phrase, ZonedDateTime now) {
    var ahead = Ahead.in(phrase);
    return ahead.isPresent()
        ? new Moment(now.truncatedTo(ChronoUnit.MINUTES).plus(ahead.get()))
        : new Meaning(phrase, now).whenSaid();
  }

  private SpokenTime whenSaid() {
    var allDays = new DayReader(phrase).read();
    var days = Corrections.valid(phrase, allDays);
    var times = Corrections.valid(phrase, new TimeReader(phrase, allDays).read());
    List<LocalTime> different = times.stream().map(this::usually).distinct().toList();
    if (different.size() > 1) {
      return Question.oneOfTheTimes(different);
    }
    var time = times.stream().findFirst();
    return days.isEmpty() ? withoutDay(time) : onOneOf(days, time);
  }

  private SpokenTime withoutDay(Optional<TimeSaid> time) {
    var span = Span.in(phrase);
    return span.isEmpty() && time.isEmpty()
        ? Question.whichDayAndTime()
        : Question.whichDay(span, time.map(this::usually));
  }

  private SpokenTime onOneOf(List<DaySaid> days, Optional<TimeSaid> time) {
    var likely = new ArrayList<LocalDate>();
    for (DaySaid day : days) {
      List<LocalDate> dates = day.dates(today, now.getZone());
      if (dates.isEmpty()) {
        return Question.noSuchDay();
      }
      if (dates.getLast().isBefore(today)) {
        return Question.dayHasPassed(dates.getLast());
      }
      likely.add(likely(day, dates, time));
    }
    int best = mostExact(days);
    LocalDate date = likely.get(best);
    for (int k = 0; k < days.size(); k++) {
      boolean agrees =
          days.get(k) instanceof DaySaid.Weekday(var weekday, int _)
              ? weekday == date.getDayOfWeek()
              : likely.get(k).equals(date);
      if (!agrees) {
        return Question.oneOfTheDays(likely.stream().distinct().toList());
      }
    }
    return time.map(said -> at(date, minutes(days.get(best), said)))
        .orElseGet(() -> Question.atWhatTime(date, today, part));
  }

  /// Position of the day that says most: a date says more than a weekday, next Thursday more than
  /// Thursday.
  private static int mostExact(List<DaySaid> days) {
    int best = 0;
    for (int k = 1; k < days.size(); k++) {
      if (days.get(best) instanceof DaySaid.Weekday(var _, int weeks)
          && !(days.get(k) instanceof DaySaid.Weekday(var _, int others) && others <= weeks)) {
        best = k;
      }
    }
    return best;
  }

  /// The first of the dates on which the time is still to come.
  private LocalDate likely(DaySaid day, List<LocalDate> dates, Optional<TimeSaid> time) {
    List<LocalDate> ahead = dates.stream().filter(date -> !date.isBefore(today)).toList();
    return ahead.stream()
        .filter(
            date ->
                time.isEmpty()
                    || minutes(day, time.get()).stream()
                        .anyMatch(minutes -> !hasPassed(local(date, minutes))))
        .findFirst()
        .orElseGet(ahead::getFirst);
  }

  /// Which minutes of the day may be meant: at two o'clock, "today at eight" is in the evening.
  private List<Integer> minutes(DaySaid day, TimeSaid time) {
    var minutes = new ArrayList<>(List.of(time.minutes(part)));
    if (day.equals(new DaySaid.DaysAhead(0))) {
      time.otherHalf(part).ifPresent(minutes::add);
    }
    return minutes;
  }

  private SpokenTime at(LocalDate date, List<Integer> minutes) {
    for (int minute : minutes) {
      LocalDateTime local = local(date, minute);
      var offsets = now.getZone().getRules().getValidOffsets(local);
      if (offsets.isEmpty() && !hasPassed(local)) {
        return Question.clocksSkip(local, today);
      }
      var ahead =
          offsets.stream()
              .map(offset -> ZonedDateTime.ofLocal(local, now.getZone(), offset))
              .filter(moment -> !moment.isBefore(now))
              .toList();
      if (ahead.size() > 1) {
        return Round.in(phrase)
            .<SpokenTime>map(round -> new Moment(round.of(ahead)))
            .orElseGet(() -> Question.clocksRepeat(local, today));
      }
      if (!ahead.isEmpty()) {
        return new Moment(ahead.getFirst());
      }
    }
    return Question.timeHasPassed(local(date, minutes.getFirst()), today);
  }

  private boolean hasPassed(LocalDateTime local) {
    return local.isBefore(now.toLocalDateTime());
  }

  private LocalTime usually(TimeSaid time) {
    return local(today, time.minutes(part)).toLocalTime();
  }

  private static LocalDateTime local(LocalDate date, int minutes) {
    return date.atStartOfDay().plusMinutes(minutes);
  }
}
