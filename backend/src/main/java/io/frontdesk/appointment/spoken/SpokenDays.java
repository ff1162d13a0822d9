package io.frontdesk.appointment.spoken;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// The days, and the part of each, in which a caller looks for a time: "Thursday afternoon", "some
/// time next week".
///
/// @param from the first day
/// @param until the day after the last one
/// @param opens the beginning of that part of the day
/// @param closes the minute before its end
public record SpokenDays(LocalDate from, LocalDate until, LocalTime opens, LocalTime closes) {
  private static final int USUALLY = 14;
  private static final LocalTime EVENING = LocalTime.of(17, 0);
  private static final LocalTime DAYS_END = LocalTime.of(23, 59);

  /// Reads a caller's phrase. One that names no days means the next two weeks.
  ///
  /// @param now what the business's own clock reads
  public static SpokenDays understand(String phrase, ZonedDateTime now) {
    var said = Phrase.of(phrase);
    LocalDate today = now.toLocalDate();
    var days = of(said, now).or(() -> span(Span.in(said), today));
    var part = PartOfDay.in(said);
    return new SpokenDays(
        days.map(SpokenDays::from).orElse(today),
        days.map(SpokenDays::until).orElse(today.plusDays(USUALLY)),
        part.map(SpokenDays::opens).orElse(LocalTime.MIN),
        part.map(SpokenDays::closes).orElse(DAYS_END));
  }

  /// Whether a moment is in it.
  ///
  /// @param moment by the business's clock
  public boolean has(ZonedDateTime moment) {
    LocalDate day = moment.toLocalDate();
    LocalTime time = moment.toLocalTime();
    return !day.isBefore(from)
        && day.isBefore(until)
        && !time.isBefore(opens)
        && !time.isAfter(closes);
  }

  private static SpokenDays whole(LocalDate from, LocalDate until) {
    return new SpokenDays(from, until, LocalTime.MIN, DAYS_END);
  }

  private static Optional<SpokenDays> of(Phrase phrase, ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    var dates =
        Corrections.valid(phrase, new DayReader(phrase).read()).stream()
            .flatMap(
                day ->
                    day.dates(today, now.getZone()).stream()
                        .filter(date -> !date.isBefore(today))
                        .limit(1))
            .sorted()
            .toList();
    return dates.isEmpty()
        ? Optional.empty()
        : Optional.of(whole(dates.getFirst(), dates.getLast().plusDays(1)));
  }

  private static Optional<SpokenDays> span(String span, LocalDate today) {
    LocalDate monday = today.with(DayOfWeek.MONDAY);
    LocalDate saturday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    LocalDate month = today.with(TemporalAdjusters.firstDayOfNextMonth());
    return switch (span) {
      case "this week" -> Optional.of(whole(today, monday.plusWeeks(1)));
      case "next week" -> Optional.of(whole(monday.plusWeeks(1), monday.plusWeeks(2)));
      case "of the week after next" -> Optional.of(whole(monday.plusWeeks(2), monday.plusWeeks(3)));
      case "this weekend" -> Optional.of(whole(weekend(today, saturday), end(today, saturday)));
      case "next weekend" -> Optional.of(whole(monday.plusDays(12), monday.plusDays(14)));
      case "this month" -> Optional.of(whole(today, month));
      case "next month" -> Optional.of(whole(month, month.plusMonths(1)));
      default -> Optional.empty();
    };
  }

  /// On a Sunday, this weekend is today.
  private static LocalDate weekend(LocalDate today, LocalDate saturday) {
    return today.getDayOfWeek() == DayOfWeek.SUNDAY ? today : saturday;
  }

  private static LocalDate end(LocalDate today, LocalDate saturday) {
    return today.getDayOfWeek() == DayOfWeek.SUNDAY ? today.plusDays(1) : saturday.plusDays(2);
  }

  private static LocalTime opens(PartOfDay part) {
    return switch (part) {
      case MORNING -> LocalTime.MIN;
      case AFTERNOON -> LocalTime.NOON;
      case EVENING, NIGHT -> EVENING;
    };
  }

  private static LocalTime closes(PartOfDay part) {
    return switch (part) {
      case MORNING -> LocalTime.NOON.minusMinutes(1);
      case AFTERNOON -> EVENING.minusMinutes(1);
      case EVENING, NIGHT -> DAYS_END;
    };
  }
}
