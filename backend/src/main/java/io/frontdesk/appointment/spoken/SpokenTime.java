package io.frontdesk.appointment.spoken;

import java.time.ZonedDateTime;

/// What a caller means by a day and a time in their own words: "um, maybe next Tuesday at half past
/// two".
///
/// A weekday is the next one to come, today's if the time is still ahead; "next Tuesday" is the
/// Tuesday of next week, weeks beginning on Monday. Hours one to six without "am" or "pm" are in
/// the afternoon, seven to eleven in the morning, unless a part of the day is said. A date without
/// its year, a day without its month and a weekday roll forward to the next that is not past.
/// Whatever is missing, contradictory or impossible is asked back, and so is a time that the clocks
/// show twice.
public sealed interface SpokenTime {
  /// One moment, by the business's clock; never before `now`.
  record Moment(ZonedDateTime at) implements SpokenTime {}

  /// No single moment was said.
  ///
  /// @param question asks the caller for what is missing
  record Unclear(String question) implements SpokenTime {}

  /// Reads a caller's phrase. Words that say no time are passed over.
  ///
  /// @param now what the business's own clock reads
  static SpokenTime understand(String phrase, ZonedDateTime now) {
    return Meaning.of(Phrase.of(phrase), now);
  }
}
