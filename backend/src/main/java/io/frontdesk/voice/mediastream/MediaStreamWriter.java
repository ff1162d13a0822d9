package io.frontdesk.voice.mediastream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/// Writes our messages to Twilio on one stream. The audio is copied as the text it is; everything
/// around it was encoded when the stream began.
/// Source: https://www.twilio.com/docs/voice/media-streams/websocket-messages
public final class MediaStreamWriter {
  private static final int LONGEST_NAME = 64;

  private final byte[] mediaHead;
  private final byte[] markHead;
  private final byte[] clear;
  private final byte[] tail = ascii("\"}}");

  /// A writer for the stream with this id, as `start` told it.
  public MediaStreamWriter(String streamSid) {
    String stream = "\",\"streamSid\":\"" + plain(streamSid) + "\"";
    mediaHead = ascii("{\"event\":\"media" + stream + ",\"media\":{\"payload\":\"");
    markHead = ascii("{\"event\":\"mark" + stream + ",\"mark\":{\"name\":\"");
    clear = ascii("{\"event\":\"clear" + stream + "}");
  }

  /// How long the message with this audio is.
  public int mediaLength(ByteBuf payload) {
    return mediaHead.length + payload.readableBytes() + tail.length;
  }

  /// Audio to be played after what was sent before.
  /// @param payload base64 µ-law as it stands in a JSON string; read, not consumed
  public void media(ByteBuf to, ByteBuf payload) {
    to.writeBytes(mediaHead)
        .writeBytes(payload, payload.readerIndex(), payload.readableBytes())
        .writeBytes(tail);
  }

  /// How long the message with this mark is.
  public int markLength(String name) {
    return markHead.length + name.length() + tail.length;
  }

  /// A mark, which comes back when everything sent before it has been played or cleared.
  public void mark(ByteBuf to, String name) {
    to.writeBytes(markHead).writeCharSequence(plain(name), US_ASCII);
    to.writeBytes(tail);
  }

  /// How long the message is that forgets audio.
  public int clearLength() {
    return clear.length;
  }

  /// Forgets all audio that was sent and not played; every pending mark comes back at once.
  public void clear(ByteBuf to) {
    to.writeBytes(clear);
  }

  private static String plain(String name) {
    boolean plain = !name.isEmpty() && name.length() <= LONGEST_NAME;
    for (int i = 0; plain && i < name.length(); i++) {
      plain = isPlain(name.charAt(i));
    }
    if (!plain) {
      throw new IllegalArgumentException("name: " + name + " (expected: letters, digits and _:.-)");
    }
    return name;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_:.-".indexOf(c) >= 0;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
