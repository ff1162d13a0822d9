package io.frontdesk.voice.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechEvent.AudioDelta;
import io.frontdesk.voice.wire.Drops;
import io.frontdesk.voice.wire.LooseJson;
import io.frontdesk.voice.wire.Mutation;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;

class RealtimeReaderPropertyTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();

  @Property(tries = 500)
  void readsAudioAsJacksonDoes(
      @ForAll @NotEmpty byte[] audio, @ForAll("ids") String item, @ForAll long seed)
      throws IOException {
    String json = LooseJson.write(audio(audio, item), seed);

    SpeechEvent event = new RealtimeReader(new Drops()).read(LooseJson.buffer(json));

    assertThat(event).isInstanceOf(AudioDelta.class);
    var delta = (AudioDelta) requireNonNull(event);
    assertThat(delta.itemId()).isEqualTo(item);
    assertThat(delta.samples()).isEqualTo(audio.length);
    assertThat(decoded(delta.audio())).isEqualTo(audio);
  }

  @Property(tries = 3000)
  void neverThrowsAndPassesNothingMalformedOn(
      @ForAll("messages") Map<String, Object> message, @ForAll long seed) throws IOException {
    ByteBuf damaged = Mutation.of(LooseJson.buffer(LooseJson.write(message, seed)), seed);

    SpeechEvent event = new RealtimeReader(new Drops()).read(damaged);

    if (event instanceof AudioDelta delta) {
      assertThat(decoded(delta.audio())).hasSize(delta.samples());
    }
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .withChars('_', '"')
        .ofMinLength(1)
        .ofMaxLength(30);
  }

  @Provide
  Arbitrary<Map<String, Object>> messages() {
    Arbitrary<Map<String, Object>> audio =
        Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(bytes -> audio(bytes, "i"));
    Map<String, Object> call =
        Map.of("type", "function_call", "call_id", "c", "name", "n", "arguments", "{}");
    Map<String, Object> done =
        Map.of("id", "r", "status", "completed", "output", List.of(call), "metadata", Map.of());
    Arbitrary<Map<String, Object>> others =
        Arbitraries.of(
            Map.of("type", "response.done", "response", done),
            Map.of("type", "response.created", "response", done),
            Map.of("type", "error", "error", Map.of("code", "x", "message", "m")),
            Map.of("type", "conversation.item.added", "item", Map.of("id", "i", "type", "message")),
            Map.of("type", "input_audio_buffer.committed", "item_id", "i"));
    return Arbitraries.oneOf(audio, others);
  }

  private static Map<String, Object> audio(byte[] audio, String item) {
    var event = new LinkedHashMap<String, Object>();
    event.put("type", "response.output_audio.delta");
    event.put("event_id", "e");
    event.put("response_id", "r");
    event.put("item_id", item);
    event.put("output_index", 0);
    event.put("content_index", 0);
    event.put("delta", Base64.getEncoder().encodeToString(audio));
    event.put("obfuscation", List.of(Map.of("a", "}{")));
    return event;
  }

  private static byte[] decoded(ByteBuf payload) throws IOException {
    return JACKSON.readTree("\"" + payload.toString(UTF_8) + "\"").binaryValue();
  }
}
