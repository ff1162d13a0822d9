package io.frontdesk.appointment.spoken;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what can only be a time of day: 14:30, 2 PM, ten o'clock, half past two, a quarter to
/// nine, three in the afternoon, noon.
final class ClockReader {
  private final Phrase phrase;

  ClockReader(Phrase phrase) {
    this.phrase = phrase;
  }

  @Nullable Read<TimeSaid> at(int i) {
    var named = named(i);
    if (named != null) {
      return new Read<>(named, i, i + 1);
    }
    if (phrase.at(i) instanceof Token.Clock clock) {
      return digital(clock, i);
    }
    var counted = counted(i);
    return counted == null ? marked(i) : counted;
  }

  /// The minutes that are said after the hour: `thirty`, `oh five`.
  @Nullable Read<Integer> minutes(int i) {
    int minute = phrase.number(i);
    if (minute >= 10 && minute < 60) {
      return new Read<>(minute, i, i + 1);
    }
    int unit = phrase.number(i + 1);
    return phrase.says(i, "oh", "o", "zero") && unit >= 1 && unit < 10
        ? new Read<>(unit, i, i + 2)
        : null;
  }

  private @Nullable TimeSaid named(int i) {
    return switch (phrase.word(i)) {
      case "noon", "midday" -> new TimeSaid.Exactly(TimeSaid.NOON);
      case "midnight" -> new TimeSaid.Exactly(TimeSaid.MIDNIGHT);
      default -> null;
    };
  }

  private @Nullable Read<TimeSaid> digital(Token.Clock clock, int i) {
    if (clock.hour() > 23 || clock.minute() > 59) {
      return null;
    }
    var shown = new Read<>(TimeSaid.of(clock.hour(), clock.minute()), i, i + 1);
    return inHalf(shown)
        .orElse(
            clock.padded()
                ? new Read<>(new TimeSaid.Exactly(clock.hour() * 60 + clock.minute()), i, i + 1)
                : shown);
  }

  /// Minutes counted from an hour: `half past two`, `ten to nine`.
  private @Nullable Read<TimeSaid> counted(int i) {
    boolean half = phrase.says(i, "half");
    boolean quarter = phrase.says(i, "quarter");
    boolean unit = phrase.says(i + 1, "minutes", "minute");
    int count = half ? 30 : quarter ? 15 : phrase.number(i);
    if (count < 1 || count > 59 || (!unit && count % 5 != 0)) {
      return null;
    }
    int link = unit ? i + 2 : i + 1;
    if (phrase.says(link, "past", "after")) {
      return from(i, link + 1, count);
    }
    if (phrase.says(link, "to", "before", "till", "til") || (quarter && phrase.says(link, "of"))) {
      return phrase.says(i - 1, "from", "between") ? null : from(i, link + 1, -count);
    }
    return half ? from(i, link, count) : null;
  }

  private @Nullable Read<TimeSaid> from(int start, int at, int minutes) {
    int hour = phrase.number(at);
    TimeSaid base = hour >= 1 && hour <= 23 ? TimeSaid.of(hour, 0) : named(at);
    if (base == null) {
      return null;
    }
    var time = new Read<>(base.plus(minutes), start, at + 1);
    return inHalf(time).orElse(time);
  }

  /// A number that is marked as a time: `10 AM`, `two thirty in the afternoon`, `fourteen hundred`.
  private @Nullable Read<TimeSaid> marked(int i) {
    int hour = phrase.number(i);
    if (hour < 1 || hour > 23) {
      return null;
    }
    if (phrase.says(i + 1, "hundred")) {
      boolean hours = phrase.says(i + 2, "hours");
      return hours || hour > 12
          ? new Read<>(new TimeSaid.Exactly(hour * 60), i, hours ? i + 3 : i + 2)
          : null;
    }
    var minutes = minutes(i + 1);
    var time =
        minutes == null
            ? new Read<>(TimeSaid.of(hour, 0), i, i + 1)
            : new Read<>(TimeSaid.of(hour, minutes.said()), i, minutes.end());
    var half = inHalf(time);
    if (half.isPresent()) {
      return half.get();
    }
    return isBesideAPartOfDay(time.end()) ? time : null;
  }

  /// The time with the AM, PM or o'clock that follows it; empty if none does.
  private Optional<Read<TimeSaid>> inHalf(Read<TimeSaid> time) {
    int end = time.end();
    if (phrase.says(end, "oclock")) {
      var whole = new Read<>(time.said(), time.start(), end + 1);
      return Optional.of(inHalf(whole).orElse(whole));
    }
    return switch (phrase.word(end)) {
      case "am" -> Optional.of(new Read<>(time.said().inHalf(0), time.start(), end + 1));
      case "pm" ->
          Optional.of(new Read<>(time.said().inHalf(TimeSaid.NOON), time.start(), end + 1));
      default -> Optional.empty();
    };
  }

  private boolean isBesideAPartOfDay(int i) {
    int part = phrase.says(i, "in", "at", "this") ? i + 1 : i;
    return PartOfDay.at(phrase, phrase.says(part, "the") ? part + 1 : part).isPresent();
  }
}
