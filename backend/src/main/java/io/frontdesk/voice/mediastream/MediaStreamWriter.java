package io.frontdesk.voice.mediastream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.regex.Pattern;

/// Writes our messages to Twilio on one stream. The audio is copied as the text it is; everything
/// around it was encoded when the stream began.
/// Source: https://www.twilio.com/docs/voice/media-streams/websocket-messages
public final class MediaStreamWriter {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_:.-]{1,64}");

  private final byte[] mediaHead;
  private final byte[] markHead;
  private final byte[] clear;
  private final byte[] mediaTail = ascii("\"}}");
  private final byte[] markTail = ascii("\"}}");

  /// A writer for the stream with this id, as `start` told it.
  public MediaStreamWriter(String streamSid) {
    String stream = "\",\"streamSid\":\"" + plain(streamSid) + "\"";
    mediaHead = ascii("{\"event\":\"media" + stream + ",\"media\":{\"payload\":\"");
    markHead = ascii("{\"event\":\"mark" + stream + ",\"mark\":{\"name\":\"");
    clear = ascii("{\"event\":\"clear" + stream + "}");
  }

  /// Audio to be played after what was sent before.
  /// @param payload base64 µ-law as it stands in a JSON string; read, not consumed
  public ByteBuf media(ByteBufAllocator allocator, ByteBuf payload) {
    int length = payload.readableBytes();
    return allocator
        .buffer(mediaHead.length + length + mediaTail.length)
        .writeBytes(mediaHead)
        .writeBytes(payload, payload.readerIndex(), length)
        .writeBytes(mediaTail);
  }

  /// A mark, which comes back when everything sent before it has been played or cleared.
  public ByteBuf mark(ByteBufAllocator allocator, String name) {
    ByteBuf message = allocator.buffer(markHead.length + name.length() + markTail.length);
    message.writeBytes(markHead);
    message.writeCharSequence(plain(name), US_ASCII);
    return message.writeBytes(markTail);
  }

  /// Forgets all audio that was sent and not played; every pending mark comes back at once.
  public ByteBuf clear(ByteBufAllocator allocator) {
    return allocator.buffer(clear.length).writeBytes(clear);
  }

  private static String plain(String name) {
    if (!PLAIN.matcher(name).matches()) {
      throw new IllegalArgumentException("name: " + name + " (expected: " + PLAIN + ")");
    }
    return name;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
