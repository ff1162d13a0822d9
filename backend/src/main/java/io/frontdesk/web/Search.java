package io.frontdesk.web;

import org.jspecify.annotations.Nullable;

/// What is looked for in a list: the query parameter `q`.
public final class Search {
  private static final int MAX_LENGTH = 200;

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
}
