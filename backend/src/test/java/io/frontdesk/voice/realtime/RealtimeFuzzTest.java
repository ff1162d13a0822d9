package io.frontdesk.voice.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.frontdesk.voice.mediastream.MediaStreamWriter;
import io.frontdesk.voice.speech.SpeechCommand;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechEvent.AudioDelta;
import io.frontdesk.voice.wire.Campaign;
import io.frontdesk.voice.wire.Drops;
import io.frontdesk.voice.wire.LooseJson;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A model that says nothing but nonsense, beside one that says what it should: the first does no
/// harm, and the second's call does not notice. The long campaign: docs/performance.md.
class RealtimeFuzzTest {
  private static final ObjectMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final ByteBufAllocator HEAP = UnpooledByteBufAllocator.DEFAULT;

  private final RealtimeReader broken = new RealtimeReader(new Drops());
  private final Drops drops = new Drops();
  private final RealtimeReader sound = new RealtimeReader(drops);
  private final MediaStreamWriter phone = new MediaStreamWriter("MZ1");

  @Test
  void nonsenseEscapesNobodyAndDisturbsNobody() {
    new Campaign(corpus())
        .run(
            (_, seed, message) -> {
              SpeechEvent event = broken.read(message);
              if (event instanceof AudioDelta delta) {
                isPlayable(delta);
              } else if (event != null) {
                isText(event);
              }
              isSaid(seed);
            });

    assertThat(drops.toString()).isEmpty();
  }

  /// What the telephone is sent can be read by everybody, and so can what the model is told of it.
  private void isPlayable(AudioDelta delta) throws IOException {
    ByteBuf written = Unpooled.buffer();
    phone.media(written, delta.audio());
    JsonNode media = json(written);
    assertThat(media.get("event").asText()).isEqualTo("media");
    assertThat(media.at("/media/payload").binaryValue()).hasSize(delta.samples());
    var cut = new SpeechCommand.Truncate(delta.itemId(), delta.contentIndex(), 20);
    assertThat(json(RealtimeWriter.write(HEAP, cut)).get("type").asText())
        .isEqualTo("conversation.item.truncate");
  }

  /// What may be stored is text that can be.
  private static void isText(SpeechEvent event) {
    String everything = event.toString();
    assertThat(everything.indexOf('\0')).isNegative();
    assertThat(UTF_8.newEncoder().canEncode(everything)).isTrue();
  }

  private void isSaid(long seed) {
    byte[] samples = new byte[4];
    new Random(seed).nextBytes(samples);
    String payload = Base64.getEncoder().encodeToString(samples);

    var said =
        (AudioDelta)
            requireNonNull(
                sound.read(
                    LooseJson.buffer(
                        """
                        {"type":"response.output_audio.delta","event_id":"e","response_id":"r1",\
                        "item_id":"i1","output_index":0,"content_index":0,"delta":"%s"}\
                        """
                            .formatted(payload))));

    assertThat(said.audio().toString(UTF_8)).isEqualTo(payload);
    assertThat(said.itemId()).isEqualTo("i1");
  }

  private static JsonNode json(ByteBuf written) throws IOException {
    try {
      return STRICT.readTree(ByteBufUtil.getBytes(written));
    } finally {
      written.release();
    }
  }

  private static List<ByteBuf> corpus() {
    String sound = Base64.getEncoder().encodeToString(new byte[160]);
    Map<String, Object> call =
        Map.of(
            "type",
            "function_call",
            "status",
            "completed",
            "call_id",
            "c",
            "name",
            "n",
            "arguments",
            "{\"name\":\"Zoë \uD83D\uDE00\"}");
    Map<String, Object> usage =
        Map.of(
            "total_tokens",
            9,
            "input_tokens",
            5,
            "output_tokens",
            4,
            "input_token_details",
            Map.of("text_tokens", 1, "audio_tokens", 4),
            "output_token_details",
            Map.of("text_tokens", 1, "audio_tokens", 3));
    Map<String, Object> answer =
        Map.of(
            "id",
            "r1",
            "status",
            "completed",
            "output",
            List.of(call),
            "usage",
            usage,
            "metadata",
            Map.of("request", "q1"));
    List<Map<String, Object>> good =
        List.of(
            Map.of("type", "session.created", "session", Map.of("type", "realtime")),
            Map.of("type", "session.updated", "session", Map.of("type", "realtime")),
            item("input_audio_buffer.speech_started", Map.of("audio_start_ms", 12)),
            item("input_audio_buffer.speech_stopped", Map.of("audio_end_ms", 12)),
            item("input_audio_buffer.committed", Map.of("previous_item_id", "i0")),
            item("conversation.item.input_audio_transcription.delta", Map.of("delta", "Hé\0")),
            item(
                "conversation.item.input_audio_transcription.completed",
                Map.of("transcript", "Hello\uD83D\uDE00", "usage", usage)),
            item("conversation.item.input_audio_transcription.failed", Map.of("error", Map.of())),
            Map.of(
                "type",
                "conversation.item.added",
                "item",
                Map.of("id", "i1", "type", "message", "role", "user")),
            Map.of("type", "response.created", "response", answer),
            audio("response.output_audio.delta", Map.of("delta", sound, "content_index", 0)),
            audio("response.output_audio.delta", Map.of("delta", "gIGCgw==", "content_index", 0)),
            audio("response.output_audio.done", Map.of()),
            audio("response.output_audio_transcript.delta", Map.of("delta", "wörd")),
            audio("response.output_audio_transcript.done", Map.of("transcript", "words")),
            Map.of("type", "response.done", "response", answer),
            Map.of("type", "error", "error", Map.of("code", "x", "message", "m", "event_id", "e")));
    var corpus = new ArrayList<ByteBuf>();
    for (Map<String, Object> message : good) {
      for (int seed = 0; seed < 20; seed++) {
        corpus.add(LooseJson.buffer(LooseJson.write(message, seed)));
      }
    }
    return corpus;
  }

  private static Map<String, Object> item(String type, Map<String, Object> more) {
    return with(Map.of("type", type, "item_id", "i1"), more);
  }

  private static Map<String, Object> audio(String type, Map<String, Object> more) {
    return with(Map.of("type", type, "response_id", "r1", "item_id", "i1"), more);
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    var all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }
}
