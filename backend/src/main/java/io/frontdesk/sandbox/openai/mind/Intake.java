package io.frontdesk.sandbox.openai.mind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The intake questions in a model's instructions: bullets `- key: question?` or `- key (optional):
/// question?`, under the heading `Questions` if there is one.
final class Intake {
  private static final Pattern HEADING = Pattern.compile("^#+\\s*(.*?)\\s*$");
  private static final Pattern BULLET =
      Pattern.compile(
          "^\\s*[-*]\\s+`?([\\p{L}][\\p{L}\\p{N}_"
              + " -]{0,63}?)`?\\s*(\\(optional\\))?\\s*:\\s*(.+\\?)\\s*$",
          Pattern.CASE_INSENSITIVE);

  /// What stands below a bullet, about its answer.
  private static final Pattern BELOW = Pattern.compile("^\\s+\\S.*\\bspelled\\b.*");

  private Intake() {}

  static List<Slot> questions(String instructions) {
    boolean headed = instructions.lines().anyMatch(Intake::isQuestionsHeading);
    boolean inside = !headed;
    List<Slot> questions = new ArrayList<>();
    for (String line : instructions.lines().toList()) {
      if (headed && HEADING.matcher(line).matches()) {
        inside = isQuestionsHeading(line);
      }
      Matcher bullet = BULLET.matcher(line);
      if (inside && bullet.matches()) {
        questions.add(Slot.ofQuestion(bullet.group(1), bullet.group(3), bullet.group(2) != null));
      } else if (inside && BELOW.matcher(line).matches() && !questions.isEmpty()) {
        questions.add(questions.removeLast().toBeSpelled());
      }
    }
    return questions;
  }

  static boolean isQuestion(String line) {
    return BULLET.matcher(line).matches();
  }

  private static boolean isQuestionsHeading(String line) {
    Matcher heading = HEADING.matcher(line);
    return heading.matches() && heading.group(1).toLowerCase(Locale.ROOT).contains("question");
  }
}
