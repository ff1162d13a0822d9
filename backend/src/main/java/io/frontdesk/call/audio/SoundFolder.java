package io.frontdesk.call.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// A folder of small sound files, each there as a whole or not at all.
public final class SoundFolder {
  private final Path folder;

  /// @param folder made when something is kept
  public SoundFolder(Path folder) {
    this.folder = folder;
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /// A file's bytes; empty if there is none.
  public Optional<byte[]> read(String name) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /// Makes sure, before anybody is paid for a sound, that it could be kept.
  ///
  /// @throws IOException if it could not
  public void probe() throws IOException {
    Files.createDirectories(folder);
    Files.delete(Files.createTempFile(folder, "probe", ".new"));
  }

  /// Written aside and moved into place.
  public void keep(String name, byte[] sound) throws IOException {
    Files.createDirectories(folder);
    Path whole = Files.createTempFile(folder, "sound", ".new");
    try {
      Files.write(whole, sound);
      Files.move(
          whole, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
