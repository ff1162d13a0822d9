package io.frontdesk.voice.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.wire.Drops;
import io.frontdesk.voice.wire.Drops.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Turns the model's messages on one session into events.
///
/// Audio is read in place; everything else is rare and read with Jackson. A message that is
/// malformed, too long or of no use is dropped and counted; nothing that arrives makes it throw.
/// Not thread-safe.
public final class RealtimeReader {
  /// Two minutes of speech in one message, or a very long prompt sent back.
  public static final int MAX_MESSAGE_BYTES = 1 << 20;

  static final String AUDIO = "response.output_audio.delta";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final EventFields fields = new EventFields();
  private final Drops drops;

  /// A reader for a new session, which counts there what it leaves out.
  public RealtimeReader(Drops drops) {
    this.drops = drops;
  }

  /// The event that this message is; null if it was dropped.
  public @Nullable SpeechEvent read(ByteBuf message) {
    if (message.readableBytes() > MAX_MESSAGE_BYTES) {
      return drop(Reason.OVERSIZED);
    }
    if (!fields.read(message) || fields.type.isEmpty()) {
      return drop(Reason.MALFORMED);
    }
    if (fields.type.equals(AUDIO)) {
      SpeechEvent audio = audio(message);
      return audio == null ? drop(Reason.MALFORMED) : audio;
    }
    return RareEvents.knows(fields.type) ? rare(message) : drop(Reason.UNKNOWN);
  }

  private @Nullable SpeechEvent audio(ByteBuf message) {
    String response = fields.responseId;
    String item = fields.itemId;
    if (response == null || item == null || !fields.hasDelta || fields.contentIndex < 0) {
      return null;
    }
    int from = fields.deltaFrom;
    int samples = fields.deltaBytes;
    if (samples <= 0) {
      return null;
    }
    ByteBuf audio = message.slice(from, fields.deltaTo - from);
    int content = (int) Math.min(fields.contentIndex, Integer.MAX_VALUE);
    return new SpeechEvent.AudioDelta(response, item, content, samples, audio);
  }

  private @Nullable SpeechEvent rare(ByteBuf message) {
    try (InputStream bytes = new ByteBufInputStream(message.duplicate())) {
      JsonNode json = JSON.readTree(bytes);
      SpeechEvent event = RareEvents.read(fields.type, json);
      return event == null ? drop(Reason.MALFORMED) : event;
    } catch (IOException e) {
      return drop(Reason.MALFORMED);
    }
  }

  private @Nullable SpeechEvent drop(Reason reason) {
    drops.add(reason);
    return null;
  }
}
