package io.frontdesk.business;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A business's weekly opening hours, in its own time zone. A day has several intervals (lunch
/// break) or none (closed); a day that is left out is closed.
@Introspected
public record Hours(
    @Valid @Size(max = 8) List<Interval> monday,
    @Valid @Size(max = 8) List<Interval> tuesday,
    @Valid @Size(max = 8) List<Interval> wednesday,
    @Valid @Size(max = 8) List<Interval> thursday,
    @Valid @Size(max = 8) List<Interval> friday,
    @Valid @Size(max = 8) List<Interval> saturday,
    @Valid @Size(max = 8) List<Interval> sunday) {

  /// One opening. `closes` at `00:00` is the end of the day.
  @Introspected
  public record Interval(
      @NotNull @JsonFormat(pattern = "HH:mm") LocalTime opens,
      @NotNull @JsonFormat(pattern = "HH:mm") LocalTime closes) {
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    @JsonIgnore
    public int opensMinute() {
      return opens.toSecondOfDay() / 60;
    }

    /// Minute of the day, up to 1440.
    @JsonIgnore
    public int closesMinute() {
      int minute = closes.toSecondOfDay() / 60;
      return minute == 0 ? MINUTES_OF_A_DAY : minute;
    }

    /// What is wrong with one day: each interval closes after it opens, and before the next one
    /// opens.
    static List<FieldProblem> problems(List<Interval> day, String pointer) {
      var problems = new ArrayList<FieldProblem>();
      int free = 0;
      for (int i = 0; i < day.size(); i++) {
        var interval = day.get(i);
        String at = pointer + "/" + i;
        if (interval.opensMinute() < free) {
          problems.add(new FieldProblem(at + "/opens", "must not be before the one before closes"));
        }
        if (interval.closesMinute() <= interval.opensMinute()) {
          problems.add(new FieldProblem(at + "/closes", "must be after it opens"));
        }
        free = interval.closesMinute();
      }
      return problems;
    }
  }

  public Hours {
    monday = orClosed(monday);
    tuesday = orClosed(tuesday);
    wednesday = orClosed(wednesday);
    thursday = orClosed(thursday);
    friday = orClosed(friday);
    saturday = orClosed(saturday);
    sunday = orClosed(sunday);
  }

  /// Monday to Friday, nine to five.
  public static Hours officeHours() {
    var day = List.of(new Interval(LocalTime.of(9, 0), LocalTime.of(17, 0)));
    return new Hours(day, day, day, day, day, List.of(), List.of());
  }

  public List<Interval> on(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> monday;
      case TUESDAY -> tuesday;
      case WEDNESDAY -> wednesday;
      case THURSDAY -> thursday;
      case FRIDAY -> friday;
      case SATURDAY -> saturday;
      case SUNDAY -> sunday;
    };
  }

  /// Whether it is open then.
  public boolean covers(LocalDateTime local) {
    return isWithin(on(local.getDayOfWeek()), local);
  }

  /// Whether it is one of these intervals' minutes.
  static boolean isWithin(List<Interval> day, LocalDateTime local) {
    int minute = local.toLocalTime().toSecondOfDay() / 60;
    return day.stream()
        .anyMatch(open -> open.opensMinute() <= minute && minute < open.closesMinute());
  }

  /// What is wrong with the order of intervals, on any day.
  ///
  /// @param pointer where these hours stand in the body, for example `/hours`
  public List<FieldProblem> problems(String pointer) {
    return Arrays.stream(DayOfWeek.values())
        .flatMap(
            day ->
                Interval.problems(on(day), pointer + "/" + day.name().toLowerCase(Locale.ROOT))
                    .stream())
        .toList();
  }

  private static List<Interval> orClosed(@Nullable List<Interval> day) {
    return day == null ? List.of() : List.copyOf(day);
  }
}
