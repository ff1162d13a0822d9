package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.call.audio.WaveFile;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/// The published greeting, as its owner hears it.
class GreetingTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final String receptionist =
      "/api/v1/receptionists/"
          + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
  private final String path = receptionist + "/greeting-audio";

  @Test
  void theGreetingIsHeardAsItsCallersHearIt() throws Exception {
    await().until(() -> owner.api().get(path).status() == 200);

    byte[] file = owner.api().download(path);

    var published = service.bean(Receptionists.class).answering(owner.tenant(), null).config();
    var config = service.bean(AsHeard.class).now(owner.tenant(), published);
    byte[] ulaw = service.bean(Greetings.class).sound(owner.tenant(), config).orElseThrow();
    try (var wave = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      assertThat(wave.getFormat()).hasToString(linear().toString());
      assertThat(wave.readAllBytes()).isEqualTo(javasOwn(ulaw));
    }
    assertThat(ulaw.length).as("at least a second").isGreaterThan(8000);
  }

  @Test
  void everyCodeSoundsAsTheStandardSays() throws Exception {
    byte[] codes = new byte[256];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) i;
    }

    try (var wave = AudioSystem.getAudioInputStream(new ByteArrayInputStream(WaveFile.of(codes)))) {
      assertThat(wave.readAllBytes()).isEqualTo(javasOwn(codes));
    }
  }

  @Test
  void whatIsKnownIsNotSentAgainUntilAnotherGreetingIsPublished() {
    String open = path + "?occasion=open";
    await().until(() -> owner.api().get(open).status() == 200);
    var known = Map.of("If-None-Match", owner.api().get(open).header("etag"));
    assertThat(owner.api().send("GET", open, null, known).status()).isEqualTo(304);

    owner.api().patch(receptionist, "{'greeting': 'Ace, good day!'}");
    assertThat(owner.api().send("GET", open, null, known).status()).as("a draft").isEqualTo(304);

    owner.api().post(receptionist + "/publish", "{}");
    await().until(() -> owner.api().send("GET", open, null, known).status() == 200);
  }

  @Test
  void anotherTenantsGreetingIsNotThere() {
    await().until(() -> owner.api().get(path).status() == 200);

    var answer = Owner.signUp(service, "Best Plumbing").api().get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  private static byte[] javasOwn(byte[] ulaw) throws IOException {
    var format = new AudioFormat(Encoding.ULAW, 8000, 8, 1, 1, 8000, false);
    var sound = new AudioInputStream(new ByteArrayInputStream(ulaw), format, ulaw.length);
    try (var converted = AudioSystem.getAudioInputStream(linear(), sound)) {
      return converted.readAllBytes();
    }
  }

  private static AudioFormat linear() {
    return new AudioFormat(8000, 16, 1, true, false);
  }
}
