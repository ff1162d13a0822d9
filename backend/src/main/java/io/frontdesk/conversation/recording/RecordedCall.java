package io.frontdesk.conversation.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.frontdesk.call.CallEvent;
import java.util.List;
import java.util.stream.Collectors;

/// A call's log as a file: a test that replays it needs nothing else, for each event comes with its
/// time.
///
/// @param about what is worth remembering of it
/// @param events in order
public record RecordedCall(String about, List<CallEvent> events) {
  /// A recording that nobody can change.
  public RecordedCall {
    events = List.copyOf(events);
  }

  /// @throws IllegalArgumentException if it is no recorded call
  public static RecordedCall parse(String text) {
    try {
      return LogFormat.JSON.readValue(text, RecordedCall.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// With the effects that its events have now.
  public RecordedCall replayed() {
    return new RecordedCall(
        about, Replay.of(events).lines().stream().map(Replay.Line::asReplayed).toList());
  }

  /// An event a line.
  public String text() {
    return """
    {"about":%s,"events":[
    %s
    ]}
    """
        .formatted(
            LogFormat.JSON.getNodeFactory().textNode(about),
            events.stream().map(LogFormat::write).collect(Collectors.joining(",\n")));
  }
}
