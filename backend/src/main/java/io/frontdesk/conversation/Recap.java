package io.frontdesk.conversation;

import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a model that takes a call over in the middle must know of it: the latest turns as they
/// were, and in short what was said and done before.
public final class Recap {
  /// So many turns are told as they were.
  private static final int RECENT = 12;

  /// Of older turns no more than this is told, about half an hour of talk.
  private static final int MOST_LETTERS = 24_000;

  private static final String PREFACE =
      """
      This call has been going on for a while, and you are in the middle of it. Go on as if nothing
      had happened: do not greet again, and do nothing again that was done already.
      """;

  private final Deque<Turn> recent = new ArrayDeque<>();
  private final Deque<String> older = new ArrayDeque<>();
  private final List<String> deeds = new ArrayList<>();
  private int letters;
  private @Nullable String meanwhile;

  /// A part of what the model is told.
  public sealed interface Part {
    /// Somebody said something, or wants the model to know it.
    record Said(Speaker speaker, String text) implements Part {}

    /// The model had something done.
    record Did(ToolCall call) implements Part {}
  }

  /// A turn is over.
  public void add(Turn turn) {
    recent.addLast(turn);
    if (recent.size() > RECENT) {
      condense(recent.removeFirst());
    }
  }

  /// Something happened that nobody said, of which the model must know.
  public void happened(String note) {
    meanwhile = note;
  }

  private void condense(Turn turn) {
    for (ToolCall call : turn.toolCalls()) {
      deeds.add(call.tool() + ": " + call.output().path("say").asText(""));
    }
    if (turn.speaker() != Speaker.SYSTEM && !turn.heard().isBlank()) {
      String line = (turn.speaker() == Speaker.CALLER ? "Caller: " : "You: ") + turn.heard();
      older.addLast(line);
      letters += line.length();
    }
    while (letters > MOST_LETTERS) {
      letters -= older.removeFirst().length();
    }
  }

  /// All of it, in order.
  public List<Part> parts() {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Said(Speaker.SYSTEM, summary()));
    for (Turn turn : recent) {
      turn.toolCalls().forEach(call -> parts.add(new Part.Did(call)));
      if (turn.speaker() != Speaker.SYSTEM && !turn.heard().isBlank()) {
        String cut = turn.interrupted() ? "..." : "";
        parts.add(new Part.Said(turn.speaker(), turn.heard() + cut));
      }
    }
    if (meanwhile != null) {
      parts.add(new Part.Said(Speaker.SYSTEM, meanwhile));
    }
    return parts;
  }

  private String summary() {
    return PREFACE + section("What was done", deeds) + section("What was said before", older);
  }

  private static String section(String title, Iterable<String> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append("- ").append(line).append('\n'));
    return text.isEmpty() ? "" : "\n# " + title + "\n\n" + text;
  }
}
