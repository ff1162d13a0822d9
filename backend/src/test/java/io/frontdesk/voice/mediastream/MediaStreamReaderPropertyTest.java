package io.frontdesk.voice.mediastream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Dtmf;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Mark;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Media;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Start;
import io.frontdesk.voice.wire.Drops;
import io.frontdesk.voice.wire.LooseJson;
import io.frontdesk.voice.wire.Mutation;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class MediaStreamReaderPropertyTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final Map<String, Object> FORMAT =
      Map.of("encoding", "audio/x-mulaw", "sampleRate", 8000, "channels", 1);

  @Property(tries = 500)
  void readsAudioAsJacksonDoes(
      @ForAll byte[] audio, @ForAll @LongRange(max = 86_400_000) long at, @ForAll long seed)
      throws IOException {
    String json = LooseJson.write(media(audio, at), seed);
    JsonNode expected = JACKSON.readTree(json);

    MediaStreamEvent event = started().read(LooseJson.buffer(json));

    if (audio.length == 0) {
      assertThat(event).isNull();
      return;
    }
    assertThat(event).isInstanceOf(Media.class);
    var media = (Media) requireNonNull(event);
    assertThat(media.atMs()).isEqualTo(expected.at("/media/timestamp").asLong());
    assertThat(media.samples()).isEqualTo(expected.at("/media/payload").binaryValue().length);
    assertThat(decoded(media.payload())).isEqualTo(audio);
  }

  @Property(tries = 200)
  void readsTheRestAsJacksonDoes(@ForAll("others") Map<String, Object> message, @ForAll long seed)
      throws IOException {
    String json = LooseJson.write(message, seed);
    JsonNode expected = JACKSON.readTree(json);

    MediaStreamEvent event = started().read(LooseJson.buffer(json));

    switch (event) {
      case Mark mark -> assertThat(mark.name()).isEqualTo(expected.at("/mark/name").asText());
      case Dtmf dtmf -> assertThat(dtmf.key() + "").isEqualTo(expected.at("/dtmf/digit").asText());
      case null, default -> throw new AssertionError(json + " became " + event);
    }
  }

  @Property(tries = 200)
  void readsStartsAsJacksonDoes(
      @ForAll Map<@StringLength(max = 40) String, String> parameters, @ForAll long seed)
      throws IOException {
    String json = LooseJson.write(start(parameters), seed);
    JsonNode expected = JACKSON.readTree(json).at("/start/customParameters");

    var event =
        (Start) requireNonNull(new MediaStreamReader(new Drops()).read(LooseJson.buffer(json)));

    event.parameters().forEach((k, v) -> assertThat(v).isEqualTo(expected.get(k).asText()));
    assertThat(event.parameters()).hasSizeLessThanOrEqualTo(64);
  }

  @Property(tries = 3000)
  void neverThrowsAndPassesNothingMalformedOn(
      @ForAll("any") Map<String, Object> message, @ForAll long seed) throws IOException {
    ByteBuf damaged = Mutation.of(LooseJson.buffer(LooseJson.write(message, seed)), seed);

    MediaStreamEvent event = started().read(damaged);

    if (event instanceof Media media) {
      assertThat(decoded(media.payload())).hasSize(media.samples());
    }
  }

  @Provide
  Arbitrary<Map<String, Object>> others() {
    Arbitrary<Map<String, Object>> marks =
        Arbitraries.strings().ofMaxLength(80).map(name -> event("mark", Map.of("name", name)));
    Arbitrary<Map<String, Object>> keys =
        Arbitraries.of("0", "9", "*", "#", "A")
            .map(key -> event("dtmf", Map.of("track", "inbound_track", "digit", key)));
    return Arbitraries.oneOf(marks, keys);
  }

  @Provide
  Arbitrary<Map<String, Object>> any() {
    Arbitrary<Map<String, Object>> audio =
        Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(bytes -> media(bytes, 60));
    Arbitrary<Map<String, Object>> starts =
        Arbitraries.of("tok", "é\n").map(token -> start(Map.of("callToken", token)));
    return Arbitraries.oneOf(audio, audio, others(), starts);
  }

  private static MediaStreamReader started() {
    var reader = new MediaStreamReader(new Drops());
    reader.read(LooseJson.buffer(LooseJson.write(start(Map.of()), 0)));
    return reader;
  }

  private static Map<String, Object> start(Map<String, String> parameters) {
    return Map.of(
        "event", "start",
        "sequenceNumber", "1",
        "streamSid", "MZ1",
        "start",
            Map.of(
                "accountSid",
                "AC1",
                "callSid",
                "CA1",
                "tracks",
                List.of("inbound"),
                "mediaFormat",
                FORMAT,
                "customParameters",
                parameters));
  }

  private static Map<String, Object> media(byte[] audio, long at) {
    String payload = Base64.getEncoder().encodeToString(audio);
    return event(
        "media",
        Map.of("track", "inbound", "chunk", "1", "timestamp", at + "", "payload", payload));
  }

  private static Map<String, Object> event(String name, Map<String, Object> body) {
    return Map.of(
        "event", name, "sequenceNumber", "2", "streamSid", "MZ1", name, body, "new", List.of(1, 2));
  }

  private static byte[] decoded(ByteBuf payload) throws IOException {
    return JACKSON.readTree("\"" + payload.toString(UTF_8) + "\"").binaryValue();
  }
}
