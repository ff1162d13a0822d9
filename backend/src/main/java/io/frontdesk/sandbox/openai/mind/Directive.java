package io.frontdesk.sandbox.openai.mind;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An order to say given words: `Say exactly: …`, `Greet the caller with exactly: …`.
final class Directive {
  private static final Pattern VERBATIM =
      Pattern.compile(
          "(?i)^[\\s\\S]{0,160}?\\b(?:say|greet|speak|answer|respond|reply|read|tell)\\b[^:\\n"
              + "]{0,120}:\\s*(\\S[\\s\\S]*)");
  private static final Pattern GREETING =
      Pattern.compile("(?i)\\bgreet\\b[^:\\n]{0,80}?\\bexactly\\b[^:\\n]{0,40}:[ \\t]*(\\S.*)");
  private static final Pattern QUOTED =
      Pattern.compile("^[\"“](.+?)[\"”][\\s\\S]*", Pattern.DOTALL);

  private Directive() {}

  /// The words that these instructions, given for one response, want to hear.
  static Optional<String> verbatim(String instructions) {
    return words(VERBATIM.matcher(instructions));
  }

  /// The words with which instructions for the whole session want calls to begin.
  static Optional<String> greeting(String instructions) {
    return words(GREETING.matcher(instructions));
  }

  private static Optional<String> words(Matcher order) {
    if (!order.find()) {
      return Optional.empty();
    }
    String words = order.group(1).split("\\n\\s*\\n", 2)[0].strip();
    Matcher quoted = QUOTED.matcher(words);
    return Optional.of(quoted.matches() ? quoted.group(1) : words.replaceAll("\\s*\\n\\s*", " "));
  }
}
