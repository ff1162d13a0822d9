package io.frontdesk.voice.mediastream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Dtmf;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Mark;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Media;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Start;
import io.frontdesk.voice.realtime.RealtimeWriter;
import io.frontdesk.voice.wire.Campaign;
import io.frontdesk.voice.wire.Drops;
import io.frontdesk.voice.wire.LooseJson;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A stream that says nothing but nonsense, beside one that says what it should: the first does no
/// harm, and the second does not notice. The long campaign: docs/performance.md.
class MediaStreamFuzzTest {
  private static final ObjectMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final int A_CALL = 1000;

  private MediaStreamReader broken = new MediaStreamReader(new Drops());
  private final Drops drops = new Drops();
  private final MediaStreamReader sound = new MediaStreamReader(drops);

  @Test
  void nonsenseEscapesNobodyAndDisturbsNobody() {
    sound.read(buffer(start("MZ2")));

    new Campaign(corpus())
        .run(
            (number, seed, message) -> {
              if (number % A_CALL == 0) {
                broken = new MediaStreamReader(new Drops());
                broken.read(buffer(start("MZ1")));
              }
              MediaStreamEvent event = broken.read(message);
              if (event != null) {
                isGood(event);
              }
              isHeard(number, seed);
            });

    assertThat(drops.toString()).isEmpty();
  }

  /// What it is passed on as can be read by everybody.
  private static void isGood(MediaStreamEvent event) throws IOException {
    switch (event) {
      case Media media -> {
        JsonNode passedOn = passedOn(media);
        assertThat(passedOn.get("type").asText()).isEqualTo("input_audio_buffer.append");
        assertThat(passedOn.get("audio").binaryValue()).hasSize(media.samples());
        assertThat(media.atMs()).isNotNegative();
      }
      case Start start ->
          assertThat(List.of(start.streamSid(), start.callSid(), start.accountSid()))
              .allMatch(sid -> sid.matches("[A-Za-z0-9_-]{1,64}"));
      case Dtmf dtmf -> assertThat("0123456789*#ABCD").contains(dtmf.key() + "");
      case Mark mark -> assertThat(mark.name()).hasSizeLessThanOrEqualTo(512);
      case MediaStreamEvent.Connected _, MediaStreamEvent.Stop _ -> {}
    }
  }

  private void isHeard(int number, long seed) {
    byte[] samples = new byte[4];
    new Random(seed).nextBytes(samples);
    String payload = Base64.getEncoder().encodeToString(samples);

    var heard =
        (Media)
            requireNonNull(
                sound.read(
                    buffer(
                        """
                        {"event":"media","sequenceNumber":"%d","streamSid":"MZ2",\
                        "media":{"track":"inbound","timestamp":"%d","payload":"%s"}}\
                        """
                            .formatted(number + 2, number, payload))));

    assertThat(heard.payload().toString(UTF_8)).isEqualTo(payload);
  }

  private static JsonNode passedOn(Media media) throws IOException {
    ByteBuf written = Unpooled.buffer();
    RealtimeWriter.audio(written, media.payload());
    return STRICT.readTree(ByteBufUtil.getBytes(written));
  }

  private static List<ByteBuf> corpus() {
    var corpus = new ArrayList<ByteBuf>();
    List<String> good =
        List.of(
            start("MZ1"),
            """
            {"event":"media","sequenceNumber":"4","media":{"track":"inbound","chunk":"2",\
            "timestamp":"5","payload":"%s"},"streamSid":"MZ1"}\
            """
                .formatted(Base64.getEncoder().encodeToString(new byte[160])),
            """
            {"event":"media","sequenceNumber":"5","media":{"track":"inbound","chunk":"3",\
            "timestamp":"25","payload":"gIGCg4SFhoeIiYo="},"streamSid":"MZ1"}\
            """,
            "{\"event\":\"mark\",\"sequenceNumber\":\"6\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"1:7\"}}",
            "{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"sequenceNumber\":\"7\",\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"1\"}}",
            "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}",
            "{\"event\":\"stop\",\"sequenceNumber\":\"9\",\"streamSid\":\"MZ1\",\"stop\":{\"callSid\":\"CA1\"}}");
    for (String message : good) {
      corpus.add(buffer(message));
      for (int seed = 0; seed < 20; seed++) {
        corpus.add(buffer(loose(message, seed)));
      }
    }
    return corpus;
  }

  private static String loose(String json, long seed) {
    try {
      return LooseJson.write(STRICT.readValue(json, Map.class), seed);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String start(String stream) {
    return """
    {"event":"start","sequenceNumber":"1","streamSid":"%s","start":{"accountSid":"AC1",\
    "streamSid":"%s","callSid":"CA1","tracks":["inbound"],"mediaFormat":\
    {"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},"customParameters":{"a":"é\\n"}}}\
    """
        .formatted(stream, stream);
  }

  private static ByteBuf buffer(String json) {
    return LooseJson.buffer(json);
  }
}
