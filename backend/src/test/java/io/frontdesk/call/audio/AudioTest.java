package io.frontdesk.call.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.secrets.SealedLinks;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sound at a sealed address, for whoever was given it.
class AudioTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final AudioLinks links = service.bean(AudioLinks.class);
  private final String digest = SpokenAudio.digest("marin", "We are open on Saturday.");
  private final byte[] ulaw = noise(8000);
  private final byte[] wave = WaveFile.of(ulaw);

  AudioTest() {
    service.bean(SpokenAudio.class).keep(owner.tenant(), digest, ulaw);
  }

  @Test
  void whoeverHasTheAddressHearsTheSoundWithoutSigningIn() {
    Answer answer = service.api().get(path());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("audio/wav");
    assertThat(answer.header("content-length")).isEqualTo("" + wave.length);
    assertThat(service.api().download(path())).isEqualTo(wave);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99, 0, 100",
    "bytes=100-100, 100, 101",
    "bytes=16000-, 16000, 16044",
    "bytes=-44, 16000, 16044",
    "bytes=-99999, 0, 16044",
    "bytes=16000-99999, 16000, 16044",
  })
  void aPartOfItIsSentAlone(String range, int from, int to) {
    var answer = service.api().send("GET", path(), null, Map.of("Range", range));

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("content-range"))
        .isEqualTo("bytes %d-%d/%d".formatted(from, to - 1, wave.length));
    assertThat(answer.header("content-length")).isEqualTo("" + (to - from));
    assertThat(service.api().download(path(), Map.of("Range", range)))
        .isEqualTo(Arrays.copyOfRange(wave, from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-2", "bytes=-", "bytes=a-b", "words=1-2", "bytes=0-1,4-5", ""})
  void whatIsNoRangeAsksForAll(String range) {
    var answer = service.api().send("GET", path(), null, Map.of("Range", range));

    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=16044-", "bytes=99999-100000", "bytes=-0"})
  void aPartThatIsNotThereIsRefused(String range) {
    var answer = service.api().send("GET", path(), null, Map.of("Range", range));

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("content-range")).isEqualTo("bytes */16044");
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void aPartIsSentOnlyOfTheSoundThatTheOtherSideKnows() {
    String tag = service.api().get(path()).header("etag");

    assertThat(status(Map.of("Range", "bytes=0-9", "If-Range", tag))).isEqualTo(206);
    assertThat(status(Map.of("Range", "bytes=0-9", "If-Range", "\"other\""))).isEqualTo(200);
    assertThat(status(Map.of("If-None-Match", tag))).isEqualTo(304);
  }

  @Test
  void itsHeadTellsThatPartsCanBeAskedFor() {
    var answer = service.api().send("HEAD", path(), null, Map.of("Range", "bytes=0-9"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("audio/wav");
    assertThat(answer.header("accept-ranges")).isEqualTo("bytes");
  }

  @Test
  void anAddressThatIsTooOldLeadsNowhere() {
    assertNothingAt(links.path(owner.tenant(), speech(), Duration.ZERO));
  }

  @Test
  void anAddressOfAnotherInstallationLeadsNowhere(@TempDir Path elsewhere) {
    var foreign = new SealedLinks(Secrets.of(Map.of(), elsewhere), Clock.systemUTC());

    assertNothingAt(
        AudioLinks.PATH
            + "/"
            + foreign.seal("audio", owner.tenant(), speech().toString(), inAMinute()));
  }

  @Test
  void whatWasSealedForAnotherPurposeLeadsNowhere() {
    var sealed = service.bean(SealedLinks.class);

    assertNothingAt(
        AudioLinks.PATH
            + "/"
            + sealed.seal("invitation", owner.tenant(), speech().toString(), inAMinute()));
  }

  @Test
  void anotherTenantsAddressDoesNotLeadToThisOnesSound() {
    var other = Owner.signUp(service, "Best Plumbing");

    assertNothingAt(links.path(other.tenant(), speech(), A_MINUTE));
  }

  @Test
  void anAddressThatWasChangedLeadsNowhere() {
    String path = path();
    var random = new Random(7);

    for (int i = 0; i < 60; i++) {
      int at = AudioLinks.PATH.length() + 1 + random.nextInt(path.length() - 80);
      char other = path.charAt(at) == 'A' ? 'B' : 'A';
      assertNothingAt(path.substring(0, at) + other + path.substring(at + 1));
      assertNothingAt(path.substring(0, at + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "....", "%00", "-_-_", "AAAA=", "%2F..%2F..%2Fkeyset.json"})
  void garbageLeadsNowhere(String last) {
    assertNothingAt(AudioLinks.PATH + "/" + last);
  }

  private void assertNothingAt(String path) {
    assertThat(service.api().get(path).status()).as(path).isEqualTo(404);
  }

  private int status(Map<String, String> headers) {
    return service.api().send("GET", path(), null, headers).status();
  }

  private String path() {
    return links.path(owner.tenant(), speech(), A_MINUTE);
  }

  private Sound speech() {
    return new Sound.Speech(digest, UUID.randomUUID(), 1, "en-US", "Hello there.");
  }

  private Instant inAMinute() {
    return Instant.now().plus(A_MINUTE);
  }

  private static byte[] noise(int bytes) {
    byte[] noise = new byte[bytes];
    new Random(1).nextBytes(noise);
    return noise;
  }
}
