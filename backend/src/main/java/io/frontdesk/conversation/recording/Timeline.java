package io.frontdesk.conversation.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.CallEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Tells people what happened on a call, an event a line, and below it what it led to.
final class Timeline {
  private static final int LONGEST_TEXT = 120;

  private final PrintStream out;

  Timeline(PrintStream out) {
    this.out = out;
  }

  void print(Replay replay) {
    Instant start = replay.lines().getFirst().event().at();
    for (Replay.Line line : replay.lines()) {
      print(start, line);
    }
  }

  /// Where the call goes another way for the first time.
  void printDifference(Replay replay, Replay.Line first) {
    Instant start = replay.lines().getFirst().event().at();
    out.printf("%nIt goes another way than it went then, for the first time here:%n");
    print(start, first);
  }

  private void print(Instant start, Replay.Line line) {
    CallEvent event = line.event();
    double seconds = Duration.between(start, event.at()).toNanos() / 1e9;
    out.printf(Locale.ROOT, "%10.3f  %-24s %s%n", seconds, event.type(), fields(event.data()));
    if (line.isAsRecorded()) {
      print("->", line.replayed());
    } else {
      print("then ->", event.effects());
      print("now  ->", line.replayed());
    }
  }

  private void print(String arrow, List<JsonNode> effects) {
    if (effects.isEmpty() && !arrow.equals("->")) {
      out.printf("%24s nothing%n", arrow);
    }
    for (JsonNode effect : effects) {
      out.printf("%24s %-24s %s%n", arrow, effect.path("type").asText(), fields(effect));
    }
  }

  /// What is known, but for its type and what is set up once.
  private static String fields(JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      return "";
    }
    return object.properties().stream()
        .filter(field -> !field.getKey().equals("type") && !field.getKey().equals("limits"))
        .map(field -> field.getKey() + "=" + shortened(field.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String shortened(JsonNode value) {
    String text = value.toString();
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
