package io.frontdesk.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The folder of what must survive the service: the embedded database, keys, cached audio. One
/// service at a time holds it, for as long as its process lives.
public final class DataFolder implements AutoCloseable {
  /// The operating system tells processes apart, but not two services in one process.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// `DATA_DIR`, or `data/` beside the root of the checkout that this class was built in, or,
  /// without a checkout, `data/` in the working directory.
  ///
  /// @throws ConfigurationException if `DATA_DIR` is no path
  public static Path locate(Map<String, String> environment) {
    var named = environment.getOrDefault("DATA_DIR", "");
    try {
      var folder = named.isBlank() ? checkout().resolve("data") : Path.of(named);
      return folder.toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new ConfigurationException("DATA_DIR is not a path: " + e.getMessage(), e);
    }
  }

  /// Takes the folder for this process, making it when it is not there. A holder that died, however
  /// it died, holds it no more.
  ///
  /// @throws ConfigurationException if another service holds it, or it cannot be written
  public static DataFolder claim(Path path) {
    try {
      PrivateFiles.createFolders(path);
      var real = path.toRealPath();
      if (!HELD_HERE.add(real)) {
        throw inUse(path, ProcessHandle.current().pid() + "");
      }
      try {
        return new DataFolder(real, lock(real));
      } catch (IOException | RuntimeException e) {
        HELD_HERE.remove(real);
        throw e;
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          ("Cannot write to the data folder %s (%s): make it writable, or name another one"
                  + " with DATA_DIR=/another/folder")
              .formatted(path, PrivateFiles.reason(e)),
          e);
    }
  }

  public Path path() {
    return path;
  }

  /// Lets another service have the folder.
  @Override
  public void close() throws IOException {
    lock.close();
    HELD_HERE.remove(path);
  }

  private static FileChannel lock(Path folder) throws IOException {
    var channel = FileChannel.open(folder.resolve("service.lock"), CREATE, READ, WRITE);
    if (channel.tryLock() == null) {
      try (channel) {
        var holder = ByteBuffer.allocate(20);
        channel.read(holder, 0);
        throw inUse(folder, UTF_8.decode(holder.flip()).toString());
      }
    }
    channel.truncate(0);
    channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
    return channel;
  }

  private static ConfigurationException inUse(Path folder, String process) {
    return new ConfigurationException(
        ("The data folder %s is in use by another Frontdesk (process %s): stop that one,"
                + " or give this one a folder of its own with DATA_DIR=/another/folder")
            .formatted(folder, process));
  }

  private static Path checkout() {
    var here = Path.of("").toAbsolutePath();
    var root = checkoutAround(classes());
    if (root == null) {
      root = checkoutAround(here);
    }
    return root == null ? here : root;
  }

  private static @Nullable Path checkoutAround(@Nullable Path inside) {
    var folder = inside;
    while (folder != null && !Files.exists(folder.resolve("backend/pom.xml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static @Nullable Path classes() {
    var source = DataFolder.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? null : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | RuntimeException notAFile) {
      return null;
    }
  }
}
