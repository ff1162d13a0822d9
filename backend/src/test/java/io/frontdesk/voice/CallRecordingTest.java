package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whole calls of businesses that record them, by their consent mode.
class CallRecordingTest {
  private static final RunningService SERVICE = RunningService.shared();
  private static final int HEADER_BYTES = 44;
  private static final String DELETED = "deleted";
  private static final Map<String, Rung> CALLS = new ConcurrentHashMap<>();

  /// All callers ring at once, each another business.
  @BeforeAll
  static void ring() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (String mode : List.of("announced", "one_party", "off", DELETED)) {
      String business =
          "{'recording_consent': '%s'}".formatted(mode.equals(DELETED) ? "one_party" : mode);
      threads.add(
          Thread.ofVirtual()
              .start(() -> CALLS.put(mode, Rung.ring(SERVICE, "hangs_up_mid_word", business))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void whoWasToldIsRecordedFromThenOn() {
    Rung rung = rung("announced");

    JsonNode details = awaitsSound(rung);

    assertThat(rung.words("receptionist").getFirst()).endsWith("This call may be recorded.");
    assertThat(said(rung, 1)).as("the notice was over").doesNotContain("may be recorded");
    assertThat(said(rung, 0))
        .as("the caller's channel")
        .startsWith(rung.seenWords("caller").getFirst());
    assertThat(said(rung, 1)).contains(rung.words("receptionist").get(1).substring(0, 12));
    assertThat(details.path("channels").asInt()).isEqualTo(2);
    Instant started = Instant.parse(details.path("started_at").asText());
    assertThat(started)
        .isAfter(Instant.parse(rung.call().path("started_at").asText()))
        .isBefore(Instant.parse(rung.call().path("ended_at").asText()));
  }

  @Test
  void whereOnePartyIsEnoughCallersAreRecordedFromTheFirstWordOn() {
    Rung rung = rung("one_party");

    awaitsSound(rung);

    String greeting = rung.words("receptionist").getFirst();
    assertThat(greeting).doesNotContain("recorded");
    assertThat(said(rung, 1)).contains(greeting.substring(greeting.length() - 10));
  }

  @Test
  void nothingIsRecordedUnlessTheBusinessWantsIt() {
    Rung rung = rung("off");

    assertThat(rung.words("receptionist").getFirst()).doesNotContain("recorded");
    assertThat(rung.owner().api().get(path(rung)).status()).isEqualTo(404);
    var details = rung.owner().api().get(path(rung) + "/details");
    assertThat(details.status()).isEqualTo(200);
    assertThat(details.body().path("state").isNull()).isTrue();
  }

  @Test
  void thePlayerIsToldHowLoudBothWereAndForHowLong() {
    Rung rung = rung("announced");

    JsonNode details = awaitsSound(rung);

    long frames = (sound(rung).length - HEADER_BYTES) / 4L;
    assertThat(details.path("duration_ms").asLong()).isEqualTo(frames * 1000 / 8000);
    assertThat(details.path("bytes").asLong()).isEqualTo(sound(rung).length);
    for (String party : List.of("caller", "receptionist")) {
      JsonNode values = details.at("/waveform/" + party);
      assertThat(values).hasSizeBetween(100, 240).allMatch(v -> v.asInt() >= 0 && v.asInt() <= 100);
      assertThat(values).as(party + " speaks").anyMatch(v -> v.asInt() > 10);
      assertThat(values).as(party + " is silent").anyMatch(v -> v.asInt() == 0);
    }
    assertThat(Duration.between(Instant.now(), instant(details, "delete_at")))
        .isBetween(Duration.ofDays(29), Duration.ofDays(30));
  }

  @Test
  void partsOfTheSoundAreSentAlone() {
    Rung rung = rung("announced");
    awaitsSound(rung);
    byte[] all = sound(rung);
    var api = rung.owner().api();

    var part = api.send("GET", path(rung), null, Map.of("Range", "bytes=100-199"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("content-range")).isEqualTo("bytes 100-199/" + all.length);
    assertThat(api.download(path(rung), Map.of("Range", "bytes=100-199")))
        .isEqualTo(Arrays.copyOfRange(all, 100, 200));
    var beyond = api.send("GET", path(rung), null, Map.of("Range", "bytes=999999999-"));
    assertThat(beyond.status()).isEqualTo(416);
    assertThat(beyond.header("content-range")).isEqualTo("bytes */" + all.length);
  }

  @Test
  void thePlayersAddressNeedsNoToken() {
    Rung rung = rung("announced");
    JsonNode details = awaitsSound(rung);
    String url = details.path("audio_url").asText();

    assertThat(SERVICE.api().download(url)).isEqualTo(sound(rung));
    var part = SERVICE.api().send("GET", url, null, Map.of("Range", "bytes=-10"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(instant(details, "audio_url_expires_at"))
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)));
  }

  @Test
  void anotherBusinessHearsNothing() {
    Rung rung = rung("announced");
    awaitsSound(rung);
    Owner other = rung("off").owner();

    assertThat(other.api().get(path(rung)).status()).isEqualTo(404);
    assertThat(other.api().get(path(rung) + "/details").status()).isEqualTo(404);
    assertThat(other.api().delete(path(rung)).status()).isEqualTo(404);
    assertThat(SERVICE.api().get(path(rung)).status()).isEqualTo(401);
    assertThat(rung.owner().api().get(path(rung)).status()).isEqualTo(200);
  }

  @Test
  void whoDeletesARecordingDeletesItEverywhereAndIsWrittenDown() {
    Rung rung = rung(DELETED);
    String url = awaitsSound(rung).path("audio_url").asText();
    var api = rung.owner().api();

    assertThat(api.delete(path(rung)).status()).isEqualTo(204);

    await()
        .until(
            () -> api.get(path(rung) + "/details").body().path("state").asText(),
            "deleted"::equals);
    assertThat(api.get(path(rung)).status()).isEqualTo(404);
    assertThat(SERVICE.api().get(url).status()).isEqualTo(404);
    assertThat(api.delete(path(rung)).status()).as("again").isEqualTo(204);
    assertThat(api.get("/api/v1/audit-log?actor=user").body().at("/data/0/resource").asText())
        .isEqualTo("recording");
  }

  private static JsonNode awaitsSound(Rung rung) {
    String details = path(rung) + "/details";
    return await()
        .until(
            () -> rung.owner().api().get(details).body(),
            body -> body.path("state").asText().equals("ready"));
  }

  /// What the watermark of a channel says.
  private static String said(Rung rung, int channel) {
    byte[] wave = sound(rung);
    ShortBuffer samples =
        ByteBuffer.wrap(wave, HEADER_BYTES, wave.length - HEADER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer();
    var ulaw = new byte[samples.remaining() / 2];
    for (int i = 0; i < ulaw.length; i++) {
      ulaw[i] = MuLaw.encode(samples.get(2 * i + channel));
    }
    return WatermarkReader.words(ulaw);
  }

  private static byte[] sound(Rung rung) {
    return rung.owner().api().download(path(rung));
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.parse(node.path(field).asText());
  }

  private static String path(Rung rung) {
    return "/api/v1/calls/" + rung.call().path("id").asText() + "/recording";
  }

  private static Rung rung(String mode) {
    return Optional.ofNullable(CALLS.get(mode)).orElseThrow();
  }
}
