package io.frontdesk.voice.mediastream;

import io.frontdesk.voice.wire.Drops;
import io.frontdesk.voice.wire.Drops.Reason;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// Turns Twilio's messages on one stream into events.
///
/// A message that is malformed, too long, out of order or unknown is dropped and counted; nothing
/// that arrives makes it throw. The audio stays where it is: an event holds a view of it. Not
/// thread-safe.
public final class MediaStreamReader {
  /// No message of Twilio's comes near this length.
  public static final int MAX_MESSAGE_BYTES = 64 * 1024;

  private static final String KEYS = "0123456789*#ABCD";

  private final MessageFields fields = new MessageFields();
  private final FrameOrder order = new FrameOrder();
  private final Drops drops;
  private @Nullable String streamSid;
  private boolean stopped;

  /// A reader for a new stream, which counts there what it leaves out.
  public MediaStreamReader(Drops drops) {
    this.drops = drops;
  }

  /// The event that this message is; null if it was dropped.
  public @Nullable MediaStreamEvent read(ByteBuf message) {
    if (message.readableBytes() > MAX_MESSAGE_BYTES) {
      return drop(Reason.OVERSIZED);
    }
    if (!fields.read(message, streamSid) || fields.event == null) {
      return drop(Reason.MALFORMED);
    }
    return switch (fields.event) {
      case "media" -> media(message);
      case "mark" -> mark();
      case "dtmf" -> dtmf();
      case "connected" -> connected();
      case "start" -> start();
      case "stop" -> stop();
      default -> drop(Reason.UNKNOWN);
    };
  }

  private @Nullable MediaStreamEvent media(ByteBuf message) {
    if (!fields.playable || fields.timestamp < 0) {
      return drop(Reason.MALFORMED);
    }
    if (!fields.inbound) {
      return drop(Reason.UNKNOWN);
    }
    if (!streaming() || !order.accepts(fields.sequence)) {
      return drop(Reason.OUT_OF_ORDER);
    }
    int from = fields.payloadFrom;
    ByteBuf payload = message.slice(from, fields.payloadTo - from);
    return new MediaStreamEvent.Media(fields.timestamp, fields.samples, payload);
  }

  private @Nullable MediaStreamEvent mark() {
    if (fields.mark == null) {
      return drop(Reason.MALFORMED);
    }
    return streaming() ? new MediaStreamEvent.Mark(fields.mark) : drop(Reason.OUT_OF_ORDER);
  }

  private @Nullable MediaStreamEvent dtmf() {
    String digit = fields.digit;
    if (digit == null || digit.length() != 1 || KEYS.indexOf(digit.charAt(0)) < 0) {
      return drop(Reason.MALFORMED);
    }
    if (!streaming() || !order.accepts(fields.sequence)) {
      return drop(Reason.OUT_OF_ORDER);
    }
    return new MediaStreamEvent.Dtmf(digit.charAt(0));
  }

  private @Nullable MediaStreamEvent connected() {
    return streamSid == null && !stopped
        ? new MediaStreamEvent.Connected()
        : drop(Reason.OUT_OF_ORDER);
  }

  private @Nullable MediaStreamEvent start() {
    String stream = fields.streamSid;
    String account = fields.accountSid;
    String call = fields.callSid;
    if (stream == null || account == null || call == null || !fields.playable) {
      return drop(Reason.MALFORMED);
    }
    if (streamSid != null || stopped) {
      return drop(Reason.OUT_OF_ORDER);
    }
    streamSid = stream;
    order.accepts(fields.sequence);
    return new MediaStreamEvent.Start(stream, account, call, fields.parameters);
  }

  private @Nullable MediaStreamEvent stop() {
    if (!streaming()) {
      return drop(Reason.OUT_OF_ORDER);
    }
    stopped = true;
    return new MediaStreamEvent.Stop();
  }

  /// Whether the message belongs to this stream, and the stream is running.
  private boolean streaming() {
    return streamSid != null && !stopped && streamSid.equals(fields.streamSid);
  }

  private @Nullable MediaStreamEvent drop(Reason reason) {
    drops.add(reason);
    return null;
  }
}
