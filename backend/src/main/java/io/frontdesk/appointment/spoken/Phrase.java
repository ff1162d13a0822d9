package io.frontdesk.appointment.spoken;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a caller said, as tokens from left to right. Positions outside of it hold
/// [Token.Nothing].
record Phrase(List<Token> tokens) {
  private static final int MAX_LENGTH = 1000;
  private static final Pattern HALF_OF_DAY = Pattern.compile("\\b([ap])\\.? ?m\\b\\.?");
  private static final Pattern O_CLOCK = Pattern.compile("\\bo ?['’]? ?clock\\b");
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})(?:t(?=\\d))?\
          |(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?!\\d)(?::\\d{2})?\
          |(?<first>\\d{1,2})/(?<second>\\d{1,2})(?:/(?<slashyear>\\d{4}|\\d{2}))?(?!\\d)\
          |(?<ordinal>\\d{1,2})(?:st|nd|rd|th)\\b\
          |(?<number>\\d+)\
          |(?<word>\\p{L}+)\
          """);

  static Phrase of(String said) {
    String text = said.substring(0, Math.min(said.length(), MAX_LENGTH)).toLowerCase(Locale.ROOT);
    text = O_CLOCK.matcher(text).replaceAll("oclock");
    text = HALF_OF_DAY.matcher(text).replaceAll("$1m");
    return new Phrase(NumberWords.join(TOKEN.matcher(text).results().map(Phrase::token).toList()));
  }

  int size() {
    return tokens.size();
  }

  Token at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : new Token.Nothing();
  }

  /// The word at `i`, or empty if something else is there.
  String word(int i) {
    return at(i) instanceof Token.Word(String text) ? text : "";
  }

  /// Whether one of `words` is at `i`.
  boolean says(int i, String... words) {
    return List.of(words).contains(word(i));
  }

  /// Whether these words are there one after the other, from `i` on.
  boolean saysAll(int i, String... words) {
    for (int k = 0; k < words.length; k++) {
      if (!word(i + k).equals(words[k])) {
        return false;
      }
    }
    return true;
  }

  /// The number at `i`, or -1.
  int number(int i) {
    return at(i) instanceof Token.Numeral(int value) ? value : -1;
  }

  /// How many are said at `i`, an article counting as one; or -1.
  int count(int i) {
    return says(i, "a", "an") ? 1 : number(i);
  }

  /// Whether what begins at `i` is named only to be left out: "not Thursday", "instead of ten".
  boolean denies(int i) {
    int before = says(i - 1, "on", "at", "of", "for", "in", "the") ? i - 2 : i - 1;
    return says(before, "not", "except", "than", "instead");
  }

  private static Token token(MatchResult match) {
    if (match.group("word") != null) {
      return new Token.Word(match.group("word"));
    }
    if (match.group("number") != null) {
      return new Token.Numeral(integer(match.group("number")));
    }
    if (match.group("hour") != null) {
      String hour = match.group("hour");
      return new Token.Clock(integer(hour), integer(match.group("minute")), hour.startsWith("0"));
    }
    if (match.group("ordinal") != null) {
      return new Token.Ordinal(integer(match.group("ordinal")), true);
    }
    if (match.group("first") != null) {
      String year = match.group("slashyear");
      return new Token.Slashed(
          integer(match.group("first")),
          integer(match.group("second")),
          year == null ? 0 : integer(year.length() == 2 ? "20" + year : year));
    }
    return new Token.IsoDate(
        integer(match.group("year")), integer(match.group("month")), integer(match.group("day")));
  }

  /// Digits as a number; what is too long to be part of a time is as good as any large number.
  private static int integer(String digits) {
    return digits.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
