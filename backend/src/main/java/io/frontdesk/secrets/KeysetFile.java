package io.frontdesk.secrets;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/// A file with a keyset, for its owner's eyes only.
record KeysetFile(Path path) {
  static final String USUAL = "keyset.json";

  KeysetHandle read() throws IOException {
    return KeysetJson.read(path.toString(), Files.readString(path));
  }

  /// Equal as long as nobody has put another keyset there.
  Object version() throws IOException {
    var seen = Files.readAttributes(path, BasicFileAttributes.class);
    return Arrays.asList(seen.lastModifiedTime(), seen.fileKey(), seen.size());
  }

  /// Written aside and moved into place, so that a crash leaves a whole keyset or none.
  void write(KeysetHandle keys) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path whole = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(whole);
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          whole,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        whole,
        KeysetJson.write(keys),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
