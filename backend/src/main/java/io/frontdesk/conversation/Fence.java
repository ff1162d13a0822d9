package io.frontdesk.conversation;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts texts that others wrote into the prompt, so that whatever they say they stay where they are
/// put: none of them can begin a section, or pass for a line of ours.
final class Fence {
  /// Any that a reader may take for one, not those of computers alone.
  private static final Pattern LINE_END = Pattern.compile("\\R");

  private Fence() {}

  /// Facts, which are never instructions: each line stands behind a `>`.
  static String quote(String text) {
    return LINE_END
        .splitAsStream(text.strip())
        .map(line -> ("> " + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  /// The business's own instructions: their headings stand below ours.
  static String below(String text) {
    return text.strip().lines().map(Fence::lowered).collect(Collectors.joining("\n"));
  }

  private static String lowered(String line) {
    String from = line.stripLeading();
    return from.startsWith("#") ? "##" + from : line;
  }

  /// A name or another short text: one line, whatever was in it.
  static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
