package io.frontdesk.conversation.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.CallEvent;
import io.frontdesk.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What conversations do when they are given what was recorded, beside what they did then.
public record Replay(List<Line> lines) {
  /// A replay whose lines nobody can change.
  public Replay {
    lines = List.copyOf(lines);
  }

  /// One event.
  /// @param replayed what it leads to now
  public record Line(CallEvent event, List<JsonNode> replayed) {
    /// A line whose effects nobody can change.
    public Line {
      replayed = List.copyOf(replayed);
    }

    public boolean isAsRecorded() {
      return event.effects().toString().equals(replayed.toString());
    }

    CallEvent asReplayed() {
      return new CallEvent(event.at(), event.type(), event.data(), replayed);
    }
  }

  /// Replays all conversations of a call.
  /// @param events of one call, in order
  /// @throws IllegalArgumentException if that is no log of a call's, or of a newer service
  public static Replay of(List<CallEvent> events) {
    var lines = new ArrayList<Line>();
    Optional<Conversation> current = Optional.empty();
    for (CallEvent event : events) {
      if (LogFormat.isBeginning(event)) {
        current = Optional.of(LogFormat.beginning(event).conversation());
        lines.add(new Line(event, List.of()));
      } else if (LogFormat.isCutShort(event) || LogFormat.isBeside(event)) {
        lines.add(new Line(event, List.of()));
      } else {
        var step =
            current
                .orElseThrow(() -> new IllegalArgumentException("the log has no beginning"))
                .on(LogFormat.event(event), event.at());
        current = Optional.of(step.next());
        lines.add(new Line(event, LogFormat.effects(step.effects())));
      }
    }
    return new Replay(lines);
  }

  /// Where it does something else than was recorded, for the first time.
  public Optional<Line> firstDifference() {
    return lines.stream().filter(line -> !line.isAsRecorded()).findFirst();
  }
}
