package io.frontdesk.voice.mediastream;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.voice.mediastream.MediaStreamEvent.Connected;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Dtmf;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Mark;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Media;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Start;
import io.frontdesk.voice.mediastream.MediaStreamEvent.Stop;
import io.frontdesk.voice.wire.Drops;
import io.frontdesk.voice.wire.Drops.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaStreamReaderTest {
  private static final String START =
      """
      {"event":"start","sequenceNumber":"1","streamSid":"MZ1",
       "start":{"accountSid":"AC1","streamSid":"MZ1","callSid":"CA1","tracks":["inbound"],
        "mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},
        "customParameters":{"callToken":"tok123"}}}\
      """;

  private final Drops drops = new Drops();
  private final MediaStreamReader reader = new MediaStreamReader(drops);

  @Test
  void readsAWholeStream() {
    assertThat(read("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}"))
        .isEqualTo(new Connected());
    assertThat(read(START))
        .isEqualTo(new Start("MZ1", "AC1", "CA1", Map.of("callToken", "tok123")));
    assertThat(read(media(2, "////")))
        .isInstanceOfSatisfying(
            Media.class,
            media -> {
              assertThat(media.atMs()).isEqualTo(60);
              assertThat(media.samples()).isEqualTo(3);
              assertThat(media.payload().toString(StandardCharsets.US_ASCII)).isEqualTo("////");
            });
    assertThat(
            read(
                "{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"sequenceNumber\":\"3\","
                    + "\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"5\"}}"))
        .isEqualTo(new Dtmf('5'));
    assertThat(read(mark("1:7"))).isEqualTo(new Mark("1:7"));
    assertThat(read("{\"event\":\"stop\",\"streamSid\":\"MZ1\",\"stop\":{}}"))
        .isEqualTo(new Stop());
    assertThat(drops).hasToString("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{}",
        "{\"event\":7}",
        "{\"event\":\"media\"",
        "{\"event\":\"media\",\"sequenceNumber\":\"2\",\"streamSid\":\"MZ1\",\"media\":7}",
        "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"timestamp\":\"60\",\"payload\":\"//\"}}",
        "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"timestamp\":\"60\",\"payload\":\"\"}}",
        "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"timestamp\":\"-1\",\"payload\":\"////\"}}",
        "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"////\"}}",
        "{\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{}}",
        "{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"dtmf\":{\"digit\":\"55\"}}",
        "{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"dtmf\":{\"digit\":\"x\"}}"
      })
  void dropsWhatIsMalformedAndGoesOn(String message) {
    read(START);

    assertThat(read(message)).isNull();

    assertThat(drops.count(Reason.MALFORMED)).isEqualTo(1);
    assertThat(read(media(2, "////"))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"start\",\"streamSid\":\"MZ1\"}",
        "{\"event\":\"start\",\"streamSid\":\"M\\\"Z\",\"start\":{\"accountSid\":\"AC1\",\"callSid\":\"CA1\","
            + "\"mediaFormat\":{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}}}",
        "{\"event\":\"start\",\"streamSid\":\"MZ1\",\"start\":{\"accountSid\":\"AC1\",\"callSid\":\"CA1\","
            + "\"mediaFormat\":{\"encoding\":\"audio/x-l16\",\"sampleRate\":16000,\"channels\":1}}}"
      })
  void aStartThatCannotBeServedIsNone(String start) {
    assertThat(read(start)).isNull();

    assertThat(drops.count(Reason.MALFORMED)).isEqualTo(1);
    assertThat(read(START)).isNotNull();
  }

  @Test
  void dropsWhatIsTooLong() {
    read(START);

    assertThat(read(media(2, "A".repeat(1 << 20)))).isNull();

    assertThat(drops.count(Reason.OVERSIZED)).isEqualTo(1);
    assertThat(read(media(3, "////"))).isNotNull();
  }

  @Test
  void dropsWhatComesTwiceOrLate() {
    read(START);
    read(media(5, "////"));

    assertThat(read(media(5, "////"))).isNull();
    assertThat(read(media(4, "////"))).isNull();

    assertThat(drops.count(Reason.OUT_OF_ORDER)).isEqualTo(2);
    assertThat(read(media(6, "////"))).isNotNull();
  }

  @Test
  void aWildNumberDeafensHalfASecondAtMost() {
    read(START);
    read(media(999_999_999, "////"));
    for (int i = 2; i < 27; i++) {
      assertThat(read(media(i, "////"))).isNull();
    }

    assertThat(read(media(27, "////"))).isNotNull();
    assertThat(read(media(28, "////"))).isNotNull();
  }

  @Test
  void dropsWhatComesBeforeTheStartOrAfterTheStop() {
    assertThat(read(media(2, "////"))).isNull();
    assertThat(read("{\"event\":\"stop\",\"streamSid\":\"MZ1\"}")).isNull();
    read(START);
    assertThat(read(START)).isNull();
    assertThat(read("{\"event\":\"connected\"}")).isNull();
    read("{\"event\":\"stop\",\"streamSid\":\"MZ1\"}");
    assertThat(read(media(2, "////"))).isNull();
    assertThat(read(mark("1:1"))).isNull();
    assertThat(read(START)).isNull();

    assertThat(drops.count(Reason.OUT_OF_ORDER)).isEqualTo(7);
  }

  @Test
  void dropsWhatBelongsToAnotherStream() {
    read(START);

    assertThat(read(media(2, "////").replace("MZ1", "MZ2"))).isNull();

    assertThat(drops.count(Reason.OUT_OF_ORDER)).isEqualTo(1);
  }

  @Test
  void dropsWhatIsNotKnown() {
    read(START);

    assertThat(read("{\"event\":\"weather\",\"streamSid\":\"MZ1\"}")).isNull();
    assertThat(read(media(2, "////").replace("inbound", "outbound"))).isNull();

    assertThat(drops.count(Reason.UNKNOWN)).isEqualTo(2);
  }

  private @Nullable MediaStreamEvent read(String json) {
    ByteBuf message = Unpooled.copiedBuffer(json, StandardCharsets.UTF_8);
    return reader.read(message);
  }

  private static String mark(String name) {
    return "{\"event\":\"mark\",\"sequenceNumber\":\"4\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"%s\"}}"
        .formatted(name);
  }

  private static String media(int sequence, String payload) {
    return ("{\"event\":\"media\",\"sequenceNumber\":\"%d\",\"streamSid\":\"MZ1\",\"media\":"
            + "{\"track\":\"inbound\",\"chunk\":\"1\",\"timestamp\":\"60\",\"payload\":\"%s\"}}")
        .formatted(sequence, payload);
  }
}
