package io.frontdesk.voice.turnbased;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a model wrote, as it can be read out.
final class Sentences {
  /// Nobody listens longer than a minute and a half.
  private static final int LONGEST = 1500;

  private Sentences() {}

  /// Without marks that are not spoken, and not longer than anybody listens, to the end of a
  /// sentence.
  static String spoken(@Nullable String written) {
    String text =
        Objects.requireNonNullElse(written, "")
            .replaceAll("[*_`#>|]+", " ")
            .replaceAll("\\s+", " ")
            .strip();
    if (text.length() <= LONGEST) {
      return text;
    }
    String part = text.substring(0, LONGEST);
    int end =
        Math.max(part.lastIndexOf(". "), Math.max(part.lastIndexOf("? "), part.lastIndexOf("! ")));
    return end > 0
        ? part.substring(0, end + 1)
        : part.substring(0, part.lastIndexOf(' ') + 1).strip();
  }
}
