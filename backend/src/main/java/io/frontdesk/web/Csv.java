package io.frontdesk.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Comma-separated values that a spreadsheet opens as they are meant.
/// Source: https://www.rfc-editor.org/rfc/rfc4180
public final class Csv {
  /// What begins a file so that spreadsheets read it as UTF-8.
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private Csv() {}

  /// One line, with its end. A text that a spreadsheet would take for a formula gets an apostrophe
  /// in front, which spreadsheets do not show; telephone numbers stay as they are.
  /// Source: https://owasp.org/www-community/attacks/CSV_Injection
  public static String line(List<? extends @Nullable Object> values) {
    return values.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    if (text.matches("(?s)[=+\\-@\t\r].*") && !text.matches("\\+[0-9]+")) {
      text = "'" + text;
    }
    return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
