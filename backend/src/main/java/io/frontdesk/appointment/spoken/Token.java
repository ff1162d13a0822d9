package io.frontdesk.appointment.spoken;

/// A word of a phrase, or what several words say together.
sealed interface Token {
  /// A word that is no number; lower case.
  record Word(String text) implements Token {}

  /// `10`, `ten` or `forty five`.
  record Numeral(int value) implements Token {}

  /// `3rd`, `third` or `twenty third`.
  ///
  /// @param digits whether it was written in digits
  record Ordinal(int value, boolean digits) implements Token {}

  /// `2:30` or `14.30`.
  ///
  /// @param padded whether the hour has a leading zero, as only 24-hour clocks have
  record Clock(int hour, int minute, boolean padded) implements Token {}

  /// `12/3` or `12/3/2026`.
  ///
  /// @param year 0 if there is none
  record Slashed(int first, int second, int year) implements Token {}

  /// `2026-12-03`.
  record IsoDate(int year, int month, int day) implements Token {}

  /// What stands before the first token and after the last.
  record Nothing() implements Token {}
}
