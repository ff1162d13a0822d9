package io.frontdesk.web;

import org.jspecify.annotations.Nullable;

/// What is looked for in a list: the query parameter `q`.
public final class Search {
  private static final int MAX_LENGTH = 200;

  /// Fewer digits are in too many numbers to be meant as one.
  private static final int DIGITS_OF_A_NUMBER = 3;

  private Search() {}

  /// A pattern for SQL's `ilike` that finds `q` anywhere in a text, letter by letter; null when
  /// nothing is looked for.
  ///
  /// @throws RequestException.Rejected if `q` is too long or no text
  public static @Nullable String pattern(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return null;
    }
    String fault = CleanText.fault(q);
    if (fault != null) {
      throw new RequestException.Rejected("/q", fault);
    }
    if (q.length() > MAX_LENGTH) {
      throw new RequestException.Rejected(
          "/q", "must have at most %d letters".formatted(MAX_LENGTH));
    }
    String literal = q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%" + literal + "%";
  }

  /// The digits of the telephone number that `q` may mean, however it is punctuated; null if it
  /// means none.
  public static @Nullable String digits(@Nullable String q) {
    String digits = q == null ? "" : q.replaceAll("[^0-9]", "");
    return digits.length() < DIGITS_OF_A_NUMBER ? null : digits;
  }
}
