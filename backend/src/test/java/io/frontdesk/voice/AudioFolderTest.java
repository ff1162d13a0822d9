package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.sandbox.elevenlabs.ElevenLabsStandIn;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Calls in a voice of ElevenLabs' while the folder that keeps what was spoken refuses writes.
@Execution(ExecutionMode.CONCURRENT)
class AudioFolderTest {
  private static final String GEORGE = "JBFqnCBsd6RMkjVDRZzb";
  private static final String KEY = ElevenLabsStandIn.newApiKey();
  private static final int WAVE_HEADER = 44;
  private static final Pattern PLAY =
      Pattern.compile("<Play>[^<]*(/api/v1/voice/audio/[^<]+)</Play>");

  @TempDir static Path data;

  private static ElevenLabsStandIn elevenLabs;
  private static RunningService service;

  private Owner owner;

  @BeforeAll
  static void start() throws IOException {
    elevenLabs = ElevenLabsStandIn.start(0, KEY, 100_000);
    Files.writeString(data.resolve("audio"), "no folder");
    service =
        RunningService.start(
            Map.of(
                "elevenlabs.api-url",
                elevenLabs.uri().toString(),
                "frontdesk.data-dir",
                data.toString()));
  }

  @AfterAll
  static void stop() {
    service.close();
    elevenLabs.close();
  }

  @BeforeEach
  void signUp() {
    owner = Owner.signUp(service, "Ace Garage Doors");
    var set =
        owner
            .api()
            .send(
                "PUT",
                "/api/v1/business/credentials/elevenlabs",
                "{'api_key': '" + KEY + "'}",
                Map.of());
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    HandTalk.change(owner, "{'greeting_voice': '" + GEORGE + "'}");
  }

  @Test
  void answersArePlayedInTheVoiceThatWasChosenAndPaidForOnce() {
    HandTalk.change(owner, "{'engine': 'turn_based'}");

    try (var one = new HandTalk(service, owner)) {
      assertThat(words(one.rings())).contains("Ace Garage Doors");
    }
    // What another business has read out at the same time is paid for, too.
    await("it is paid for once").until(() -> ringsForNothing());
    assertThat(data.resolve("audio")).isRegularFile();
  }

  @Test
  void aGreetingThatCannotBeKeptIsSpokenLive() {
    try (var phone = new HandPhone(service, owner)) {
      phone.calls();
      phone.awaits("media");
    }
  }

  private boolean ringsForNothing() {
    int before = elevenLabs.used();
    try (var other = new HandTalk(service, owner)) {
      assertThat(words(other.rings())).contains("Ace Garage Doors");
    }
    return elevenLabs.used() == before;
  }

  /// What the carrier plays.
  private static String words(String answer) {
    Matcher play = PLAY.matcher(answer);
    assertThat(play.find()).as(answer).isTrue();
    byte[] wave = service.api().download(play.group(1));
    var samples =
        ByteBuffer.wrap(wave, WAVE_HEADER, wave.length - WAVE_HEADER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer();
    var ulaw = new byte[samples.remaining()];
    IntStream.range(0, ulaw.length).forEach(i -> ulaw[i] = MuLaw.encode(samples.get(i)));
    return WatermarkReader.words(ulaw);
  }
}
