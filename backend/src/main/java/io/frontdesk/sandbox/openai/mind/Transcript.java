package io.frontdesk.sandbox.openai.mind;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A conversation written down: lines `Receptionist: …` and `Caller: …`, found in any text.
final class Transcript {
  private static final Pattern LINE =
      Pattern.compile(
          "^\\W{0,3}(?:\\[[^\\]]*\\]\\s*)?(receptionist|assistant|agent|caller|user|customer)"
              + "\\W{0,3}:\\s*(.*)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CALLER = Pattern.compile("(?i)caller|user|customer");

  private final List<Line> lines = new ArrayList<>();

  /// @param byCaller whether the caller said it, and not the receptionist
  record Line(boolean byCaller, String text) {}

  private Transcript() {}

  /// The lines in these texts, those that one party says in a row joined. Texts without any such
  /// line are one thing that the caller says.
  static Transcript in(List<String> texts) {
    Transcript transcript = new Transcript();
    texts.forEach(text -> text.lines().forEach(transcript::read));
    if (transcript.lines.isEmpty()) {
      transcript.lines.add(new Line(true, String.join(" ", texts).strip()));
    }
    return transcript;
  }

  private void read(String line) {
    Matcher said = LINE.matcher(line);
    if (!said.matches()) {
      return;
    }
    boolean byCaller = CALLER.matcher(said.group(1)).matches();
    String text = said.group(2).strip();
    if (!lines.isEmpty() && lines.getLast().byCaller() == byCaller) {
      Line before = lines.removeLast();
      lines.add(new Line(byCaller, (before.text() + " " + text).strip()));
    } else {
      lines.add(new Line(byCaller, text));
    }
  }

  List<Line> lines() {
    return lines;
  }

  /// What one party said.
  List<String> by(boolean caller) {
    return lines.stream().filter(line -> line.byCaller() == caller).map(Line::text).toList();
  }

  /// What the receptionist said that was no question.
  String statements() {
    return by(false).stream()
        .flatMap(Words::sentence)
        .filter(sentence -> !sentence.endsWith("?"))
        .collect(Collectors.joining(" "));
  }
}
