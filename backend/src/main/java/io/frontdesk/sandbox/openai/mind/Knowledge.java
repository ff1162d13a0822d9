package io.frontdesk.sandbox.openai.mind;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Answers questions with the line of the instructions that has most in common with them.
final class Knowledge {
  private static final int ENOUGH = 2;
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)^(?:\\W*(?:hi|hello|hey|so|and|well|good (?:morning|afternoon|evening))\\b\\W*)*"
              + "(?:what|when|where|who|why|how|do|does|is|are|which)\\b.*");
  private static final Pattern MARKDOWN = Pattern.compile("^[\\s>#]*(?:[-*]\\s+)?|[`*_]{1,3}");

  private Knowledge() {}

  /// The line that answers, as it is written there; nothing if the words ask nothing, or no line
  /// says enough about it. Lines about functions are not for callers.
  static Optional<String> answer(String instructions, List<Tool> tools, String words) {
    if (!ASKS.matcher(words).matches()) {
      return Optional.empty();
    }
    Set<String> asked = Words.stems(words);
    String best = "";
    int most = ENOUGH - 1;
    for (String line : instructions.lines().toList()) {
      int common = Words.overlap(asked, Words.stems(line));
      if (common > most && isFact(line, tools)) {
        most = common;
        best = MARKDOWN.matcher(line).replaceAll("").strip();
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(reply(best));
  }

  /// Whether the words are a question.
  static boolean asks(String words) {
    return ASKS.matcher(words).matches();
  }

  /// Of a question with its answer the answer.
  private static String reply(String fact) {
    int at = fact.startsWith("Q: ") ? fact.indexOf(" A: ") : -1;
    return at < 0 ? fact : fact.substring(at + " A: ".length());
  }

  private static boolean isFact(String line, List<Tool> tools) {
    return !line.startsWith("#")
        && !Intake.isQuestion(line)
        && tools.stream().noneMatch(tool -> line.contains(tool.name()));
  }
}
