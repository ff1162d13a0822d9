package io.frontdesk.voice;

import io.frontdesk.call.CallEvent;
import io.frontdesk.call.EventChunk;
import io.frontdesk.conversation.recording.LogFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Turns the events of one conversation into text, up to a limit. Not thread-safe.
final class EventText {
  /// Some five times what half an hour leaves in which both talk without a pause.
  static final int MOST_BYTES = 2 << 20;

  private int bytes;
  private boolean cutShort;

  /// What happened next. Of what goes beyond the limit nothing is left but that there was more.
  EventChunk of(List<Supplier<CallEvent>> events) {
    var texts = new ArrayList<String>();
    for (var event : events) {
      if (cutShort) {
        break;
      }
      CallEvent happened = event.get();
      String text = LogFormat.write(happened);
      bytes += text.getBytes(StandardCharsets.UTF_8).length;
      cutShort = bytes > MOST_BYTES;
      texts.add(cutShort ? LogFormat.write(LogFormat.cutShort(happened.at())) : text);
    }
    return new EventChunk(texts.size(), "[" + String.join(",\n", texts) + "]");
  }
}
