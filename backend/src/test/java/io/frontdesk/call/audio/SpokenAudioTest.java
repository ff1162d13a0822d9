package io.frontdesk.call.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.tenancy.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was spoken for callers is kept, and never in the way.
class SpokenAudioTest {
  private static final int MEGABYTE = 1 << 20;

  private final TenantId tenant = new TenantId(UUID.randomUUID());

  @TempDir private Path data;

  @Test
  void itIsThereAfterARestart() {
    String digest = SpokenAudio.digest("marin", "Hello.");
    cache(1).keep(tenant, digest, new byte[] {1, 2, 3});

    assertThat(cache(1).find(tenant, digest)).hasValue(new byte[] {1, 2, 3});
  }

  @Test
  void aTenantsIsItsOwn() {
    String digest = SpokenAudio.digest("marin", "Hello.");
    cache(1).keep(tenant, digest, new byte[] {1, 2, 3});

    assertThat(cache(1).find(new TenantId(UUID.randomUUID()), digest)).isEmpty();
  }

  @Test
  void otherWordsHaveAnotherNameHoweverTheyAreCut() {
    assertThat(SpokenAudio.digest("ab", "c"))
        .isNotEqualTo(SpokenAudio.digest("a", "bc"))
        .isNotEqualTo(SpokenAudio.digest("abc"))
        .isEqualTo(SpokenAudio.digest("ab", "c"));
  }

  @Test
  void aFolderThatRefusesWritesTakesNothingFromCalls() throws IOException {
    Files.writeString(data.resolve("audio"), "no folder");
    var cache = cache(1);
    String digest = SpokenAudio.digest("marin", "Hello.");

    cache.keep(tenant, digest, new byte[] {1, 2, 3});

    assertThat(cache.find(tenant, digest)).hasValue(new byte[] {1, 2, 3});
    assertThat(cache.find(tenant, SpokenAudio.digest("other"))).isEmpty();
  }

  @Test
  void itDoesNotGrowForEver() throws IOException {
    var cache = cache(2);

    IntStream.range(0, 60)
        .forEach(i -> cache.keep(tenant, SpokenAudio.digest("" + i), new byte[MEGABYTE / 10]));

    assertThat(bytes()).isLessThanOrEqualTo(2L * MEGABYTE);
    assertThat(cache(2).find(tenant, SpokenAudio.digest("59"))).isPresent();
    assertThat(cache(2).find(tenant, SpokenAudio.digest("0"))).isEmpty();
  }

  private SpokenAudio cache(long megabytes) {
    return new SpokenAudio(data, megabytes, Clock.systemUTC());
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
