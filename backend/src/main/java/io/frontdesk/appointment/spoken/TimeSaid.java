package io.frontdesk.appointment.spoken;

import java.util.Optional;

/// The time of day as the caller named it.
sealed interface TimeSaid {
  int NOON = 12 * 60;
  int MIDNIGHT = 24 * 60;

  /// A time that leaves nothing open: 2 PM, 14:30, noon.
  ///
  /// @param minutes minute of the day; 1440, the day's end, for midnight
  record Exactly(int minutes) implements TimeSaid {}

  /// A time on a twelve-hour dial, in whichever half of the day.
  ///
  /// @param hour 1 to 12
  record OnTheDial(int hour, int minute) implements TimeSaid {
    static OnTheDial of(int sinceTwelve) {
      int within = Math.floorMod(sinceTwelve, NOON);
      return new OnTheDial(within < 60 ? 12 : within / 60, within % 60);
    }
  }

  /// The time that a clock shows as `hour` and `minute`.
  static TimeSaid of(int hour, int minute) {
    return 1 <= hour && hour <= 12 ? new OnTheDial(hour, minute) : new Exactly(hour * 60 + minute);
  }

  /// So many minutes later; earlier, if negative.
  default TimeSaid plus(int minutes) {
    return switch (this) {
      case Exactly(int then) -> new Exactly(then + minutes);
      case OnTheDial(int hour, int minute) -> OnTheDial.of(hour * 60 + minute + minutes);
    };
  }

  /// This time in the half of the day that begins at minute `start`: 0 for AM, 720 for PM.
  default TimeSaid inHalf(int start) {
    return switch (this) {
      case Exactly exact -> exact;
      case OnTheDial(int hour, int minute) -> new Exactly(hour % 12 * 60 + minute + start);
    };
  }

  /// Minute of the day that is meant. Without a part of the day, one to six are in the afternoon
  /// and seven to eleven in the morning.
  default int minutes(Optional<PartOfDay> part) {
    return switch (this) {
      case Exactly(int minutes) -> minutes;
      case OnTheDial(int hour, int minute) ->
          part.orElse(hour < 7 || hour == 12 ? PartOfDay.AFTERNOON : PartOfDay.MORNING)
              .minutes(hour, minute);
    };
  }

  /// Minute of the day if the other half of the day was meant.
  default Optional<Integer> otherHalf(Optional<PartOfDay> part) {
    return this instanceof OnTheDial && part.isEmpty()
        ? Optional.of((minutes(part) + NOON) % MIDNIGHT)
        : Optional.empty();
  }
}
