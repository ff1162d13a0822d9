package io.frontdesk.sandbox.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.audio.Pcm24;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// `POST /v1/audio/speech`: text as sound, `pcm` or `wav`; the packed formats, `mp3` by default
/// among them, are refused.
/// Source: https://platform.openai.com/docs/api-reference/audio/createSpeech
final class SpeechEndpoint {
  private static final int MAX_INPUT = 4_096;
  private static final int WAV_HEADER_BYTES = 44;
  private static final Set<String> VOICES =
      Set.of(
          "alloy", "ash", "ballad", "coral", "echo", "fable", "onyx", "nova", "sage", "shimmer",
          "verse", "marin", "cedar");
  private static final Set<String> FORMATS = Set.of("mp3", "opus", "aac", "flac", "wav", "pcm");

  private final Voice voice;

  SpeechEndpoint(Voice voice) {
    this.voice = voice;
  }

  Response say(Request request) {
    JsonBody body = JsonBody.of(request);
    Model.require(body.text("model"), Model.Use.SPEECH);
    String input = body.text("input");
    if (input.isEmpty() || input.length() > MAX_INPUT) {
      throw invalid("input", "expected 1 to %d characters".formatted(MAX_INPUT));
    }
    checkVoice(body.get("voice"));
    checkSpeed(body.get("speed"));
    String format = body.textOr("response_format", "mp3");
    if (!FORMATS.contains(format)) {
      throw invalid("response_format", "expected one of " + FORMATS);
    }
    Speech speech = Speech.of(voice, input, ThreadLocalRandom.current().nextInt(256));
    byte[] pcm = Pcm24.fromMuLaw(speech.ulaw());
    return switch (format) {
      case "pcm" -> Response.of(200, "audio/pcm", pcm);
      case "wav" -> Response.of(200, "audio/wav", wav(pcm));
      default -> throw invalid("response_format", "this stand-in speaks pcm and wav only");
    };
  }

  private static void checkVoice(JsonNode voice) {
    if (voice.isMissingNode()) {
      throw ApiError.missing("voice");
    }
    if (!VOICES.contains(voice.asText()) && !voice.path("id").isTextual()) {
      throw invalid("voice", "expected one of " + VOICES);
    }
  }

  private static void checkSpeed(JsonNode speed) {
    double factor = speed.asDouble(speed.isMissingNode() ? 1 : 0);
    if (factor < 0.25 || factor > 4) {
      throw invalid("speed", "expected 0.25 to 4");
    }
  }

  private static ApiError invalid(String param, String message) {
    return ApiError.badRequest(
        "invalid_value", "Invalid '%s': %s.".formatted(param, message), param);
  }

  private static byte[] wav(byte[] pcm) {
    return ByteBuffer.allocate(WAV_HEADER_BYTES + pcm.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(WAV_HEADER_BYTES - 8 + pcm.length)
        .put(ascii("WAVEfmt "))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(Pcm24.SAMPLE_RATE_HZ)
        .putInt(Pcm24.SAMPLE_RATE_HZ * 2)
        .putShort((short) 2)
        .putShort((short) 16)
        .put(ascii("data"))
        .putInt(pcm.length)
        .put(pcm)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
