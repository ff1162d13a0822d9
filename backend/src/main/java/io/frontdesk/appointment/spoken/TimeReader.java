package io.frontdesk.appointment.spoken;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Finds the times of day that a phrase names. What is surely a time (2 PM, half past two) goes
/// before a number after "at", and that before a number beside a day, so that house numbers and
/// numbers of people are not taken for times.
final class TimeReader {
  /// What a number may count, other than hours of the clock.
  private static final Set<String> COUNTED =
      Set.of(
          "people",
          "persons",
          "guests",
          "adults",
          "kids",
          "children",
          "of",
          "hour",
          "hours",
          "minute",
          "minutes",
          "day",
          "days",
          "week",
          "weeks",
          "month",
          "months",
          "year",
          "years",
          "times",
          "dollars",
          "percent",
          "street",
          "st",
          "avenue",
          "ave",
          "road",
          "rooms",
          "doors",
          "windows");

  private final Phrase phrase;
  private final List<Read<DaySaid>> days;
  private final ClockReader clock;

  TimeReader(Phrase phrase, List<Read<DaySaid>> days) {
    this.phrase = phrase;
    this.days = days;
    this.clock = new ClockReader(phrase);
  }

  /// All times named, from left to right. Bounds and ranges ("after three", "between two and four")
  /// are no times.
  List<Read<TimeSaid>> read() {
    if (phrase.tokens().contains(new Token.Word("between"))) {
      return List.of();
    }
    var sure = all(i -> endsARange(i) ? null : clock.at(i));
    if (!sure.isEmpty()) {
      return sure;
    }
    var announced = all(i -> isAnnounced(i) ? number(i) : null);
    return announced.isEmpty() ? all(this::besideADay) : announced;
  }

  private List<Read<TimeSaid>> all(IntFunction<@Nullable Read<TimeSaid>> form) {
    var times = new ArrayList<Read<TimeSaid>>();
    int i = 0;
    while (i < phrase.size()) {
      var time = isOfADay(i) ? null : form.apply(i);
      if (time != null && !phrase.denies(i) && !isBound(i)) {
        times.add(time);
      }
      i = time == null ? i + 1 : time.end();
    }
    return times;
  }

  private boolean isAnnounced(int i) {
    return phrase.says(i - 1, "at", "around", "about", "approximately", "roughly")
        || phrase.says(i - 1, "no", "or", "actually", "sorry", "mean")
        || phrase.saysAll(i - 2, "make", "it")
        || (phrase.says(i + 1, "or") && phrase.number(i + 2) > 0);
  }

  private @Nullable Read<TimeSaid> besideADay(int i) {
    var time = number(i);
    if (time == null) {
      return null;
    }
    int next = phrase.says(time.end(), "on") ? time.end() + 1 : time.end();
    boolean beside = isOfADay(i - 1) || isOfADay(next) || PartOfDay.at(phrase, i - 1).isPresent();
    boolean alone = i == 0 && time.end() == phrase.size();
    boolean hasMinutes = time.end() > i + 1;
    return beside || alone || hasMinutes ? time : null;
  }

  /// A time said by numbers alone: `ten`, `two thirty`, `two oh five`.
  private @Nullable Read<TimeSaid> number(int i) {
    int hour = phrase.number(i);
    if (hour < 1 || hour > 23) {
      return null;
    }
    var minutes = isOfADay(i + 1) ? null : clock.minutes(i + 1);
    var time =
        minutes == null
            ? new Read<>(TimeSaid.of(hour, 0), i, i + 1)
            : new Read<>(TimeSaid.of(hour, minutes.said()), i, minutes.end());
    boolean counts =
        COUNTED.contains(phrase.word(time.end()))
            || beginsARange(time.end())
            || (phrase.number(time.end()) >= 0 && !isOfADay(time.end()));
    return counts ? null : time;
  }

  private boolean isBound(int i) {
    return phrase.says(i - 1, "after", "before", "until", "till", "by", "past");
  }

  private boolean endsARange(int i) {
    return isLooseNumber(i - 1)
        || (phrase.says(i - 1, "to", "until", "till", "or") && isLooseNumber(i - 2));
  }

  private boolean beginsARange(int i) {
    return phrase.says(i, "to", "until", "till") && phrase.number(i + 1) >= 0;
  }

  private boolean isLooseNumber(int i) {
    return phrase.number(i) >= 0 && !isOfADay(i);
  }

  private boolean isOfADay(int i) {
    return days.stream().anyMatch(day -> day.covers(i));
  }
}
