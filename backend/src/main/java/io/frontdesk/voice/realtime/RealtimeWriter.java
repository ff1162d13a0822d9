package io.frontdesk.voice.realtime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.voice.speech.SpeechCommand;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Writes our messages to the model. The caller's audio is copied as the text it is.
public final class RealtimeWriter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] APPEND =
      "{\"type\":\"input_audio_buffer.append\",\"audio\":\"".getBytes(US_ASCII);
  private static final byte[] END = "\"}".getBytes(US_ASCII);

  private RealtimeWriter() {}

  /// How long the message with this audio is.
  public static int audioLength(ByteBuf payload) {
    return APPEND.length + payload.readableBytes() + END.length;
  }

  /// More of the caller's audio.
  /// @param payload base64 µ-law as it stands in a JSON string; read, not consumed
  public static void audio(ByteBuf to, ByteBuf payload) {
    to.writeBytes(APPEND)
        .writeBytes(payload, payload.readerIndex(), payload.readableBytes())
        .writeBytes(END);
  }

  /// Anything else.
  public static ByteBuf write(ByteBufAllocator allocator, SpeechCommand command) {
    ByteBuf message = allocator.buffer();
    try (OutputStream out = new ByteBufOutputStream(message)) {
      JSON.writeValue(out, CommandJson.of(command));
      return message;
    } catch (IOException e) {
      message.release();
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode object(String type) {
    return JSON.createObjectNode().put("type", type);
  }
}
