package io.frontdesk.call.recording;

import io.frontdesk.call.audio.AudioAnswer;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sound of recordings on this node's disk: `DATA_DIR/recordings/<tenant>/<id>.wav`.
@Singleton
class RecordingFiles {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingFiles.class);
  private static final String SUFFIX = ".wav";

  private final Path folder;

  RecordingFiles(@Property(name = "frontdesk.data-dir") Path data) {
    this.folder = data.resolve("recordings");
  }

  /// A file that lies there.
  record Kept(TenantId tenant, UUID recording, Path file) {}

  /// Writes into a file that is not there yet.
  @FunctionalInterface
  interface Writer {
    void write(Path file) throws IOException;
  }

  /// The file, as it is sent; empty if this node has none.
  Optional<AudioAnswer> find(TenantId tenant, UUID recording) {
    Path file = file(tenant, recording);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(AudioAnswer.of(recording.toString(), file, Files.size(file)))
          : Optional.empty();
    } catch (IOException e) {
      LOG.warn("Recording {} cannot be read: {}", recording, e.toString());
      return Optional.empty();
    }
  }

  /// Keeps what is written, if it is a recording.
  ///
  /// @return what is in it
  /// @throws IOException if it cannot be written, or is no WAVE file: nothing is kept then
  WaveReader.Wave keep(TenantId tenant, UUID recording, Writer writer) throws IOException {
    Path file = file(tenant, recording);
    Files.createDirectories(folder(tenant));
    Path whole = Files.createTempFile(folder(tenant), "recording", ".new");
    try {
      writer.write(whole);
      WaveReader.Wave wave;
      try (InputStream sound = new BufferedInputStream(Files.newInputStream(whole))) {
        wave = WaveReader.read(sound);
      }
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return wave;
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  void delete(TenantId tenant, UUID recording) throws IOException {
    Files.deleteIfExists(file(tenant, recording));
  }

  /// All that lies there, and was written before `then`.
  List<Kept> keptBefore(Instant then) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> isBefore(file, then))
          .flatMap(file -> kept(file).stream())
          .toList();
    }
  }

  private static boolean isBefore(Path file, Instant then) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(then);
    } catch (IOException e) {
      return false; // it has just gone
    }
  }

  /// What was left half written belongs to no recording.
  private static Optional<Kept> kept(Path file) {
    try {
      int last = file.getNameCount() - 1;
      String name = file.getName(last).toString();
      var tenant = new TenantId(UUID.fromString(file.getName(last - 1).toString()));
      UUID recording =
          name.endsWith(SUFFIX)
              ? UUID.fromString(name.substring(0, name.length() - SUFFIX.length()))
              : new UUID(0, 0);
      return Optional.of(new Kept(tenant, recording, file));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not ours
    }
  }

  private Path file(TenantId tenant, UUID recording) {
    return folder(tenant).resolve(recording + SUFFIX);
  }

  private Path folder(TenantId tenant) {
    return folder.resolve(tenant.value().toString());
  }
}
