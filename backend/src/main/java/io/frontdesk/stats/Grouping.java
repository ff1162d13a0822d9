package io.frontdesk.stats;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// By what a time series is counted.
enum Grouping {
  @JsonProperty("day")
  DAY,
  /// Monday to Sunday.
  @JsonProperty("week")
  WEEK,
  @JsonProperty("month")
  MONTH;

  /// The first day of the group that `day` is in.
  LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }
}
