package io.frontdesk.call.audio;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was spoken for callers, by what it says and in which voice, so that it is paid for once. A
/// tenant's is its own. Kept on disk, the longest unused going first when there is too much; what
/// is played now is kept in memory too, so a folder that refuses writes costs money, not calls.
@Singleton
public class SpokenAudio {
  private static final Logger LOG = LoggerFactory.getLogger(SpokenAudio.class);
  private static final long MEGABYTE = 1 << 20;
  private static final long MOST_IN_MEMORY = 32 * MEGABYTE;
  private static final Duration IN_MEMORY = Duration.ofMinutes(10);

  private final Path folder;
  private final long mostBytes;
  private final Clock clock;
  private final Object tidying = new Object();
  private long keptSinceTidied;

  private final Cache<Key, byte[]> playing =
      Caffeine.newBuilder()
          .maximumWeight(MOST_IN_MEMORY)
          .weigher((Key _, byte[] sound) -> sound.length)
          .expireAfterAccess(IN_MEMORY)
          .build();

  /// @param mostMegabytes how much is kept on disk, about
  SpokenAudio(
      @Property(name = "frontdesk.data-dir") Path data,
      @Property(name = "audio.spoken-megabytes", defaultValue = "256") long mostMegabytes,
      Clock clock) {
    this.folder = data.resolve("audio").resolve("spoken");
    this.mostBytes = mostMegabytes * MEGABYTE;
    this.clock = clock;
    // The first that is kept looks how much there is.
    this.keptSinceTidied = mostBytes;
  }

  private record Key(TenantId tenant, String digest) {
    String file() {
      return digest + ".ulaw";
    }
  }

  private record Kept(Path file, long bytes, FileTime used) {}

  /// Names what is said and how: words, voice, model, language and what else changes the sound.
  ///
  /// @return 64 hexadecimal digits
  public static String digest(String... recipe) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (String part : recipe) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What was kept, G.711 µ-law, 8 kHz, mono; empty if it was not, or cannot be read.
  ///
  /// @param digest see [#digest]
  public Optional<byte[]> find(TenantId tenant, String digest) {
    var key = new Key(tenant, digest);
    byte[] known = playing.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    SoundFolder theirs = folder(tenant);
    try {
      Optional<byte[]> read = theirs.read(key.file());
      if (read.isPresent()) {
        playing.put(key, read.get());
        Files.setLastModifiedTime(theirs.file(key.file()), FileTime.from(clock.instant()));
      }
      return read;
    } catch (IOException e) {
      LOG.warn("Spoken audio cannot be read: {}", e.toString());
      return Optional.ofNullable(playing.getIfPresent(key));
    }
  }

  /// Keeps it, in memory alone if the folder refuses.
  ///
  /// @param ulaw G.711 µ-law, 8 kHz, mono
  public void keep(TenantId tenant, String digest, byte[] ulaw) {
    var key = new Key(tenant, digest);
    playing.put(key, ulaw);
    try {
      folder(tenant).keep(key.file(), ulaw);
      tidy(ulaw.length);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Spoken audio cannot be kept on disk, calls go on without: {}", e.toString());
    }
  }

  private SoundFolder folder(TenantId tenant) {
    return new SoundFolder(folder.resolve(tenant.value().toString()));
  }

  /// Looks at all of it after each tenth that was added, and makes room for the next one.
  private void tidy(long added) throws IOException {
    synchronized (tidying) {
      keptSinceTidied += added;
      if (keptSinceTidied < mostBytes / 10) {
        return;
      }
      keptSinceTidied = 0;
      List<Kept> all = all();
      long bytes = all.stream().mapToLong(Kept::bytes).sum();
      for (Kept kept : all) {
        if (bytes <= mostBytes - mostBytes / 10) {
          return;
        }
        Files.deleteIfExists(kept.file());
        bytes -= kept.bytes();
      }
    }
  }

  /// The longest unused first.
  private List<Kept> all() throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> kept(file).stream())
          .sorted(Comparator.comparing(Kept::used))
          .toList();
    }
  }

  private static Optional<Kept> kept(Path file) {
    try {
      return Optional.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
    } catch (IOException e) {
      return Optional.empty(); // it has just gone
    }
  }
}
