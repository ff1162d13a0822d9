package io.frontdesk.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;

/// A Redis of the test's own, which it may start and stop. Where none is installed its tests are
/// left out, but for the machine that checks every change.
public final class RedisServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/redis-server");

  private final int port;
  private Process process;

  private RedisServer(int port) {
    this.port = port;
    this.process = run(port);
  }

  public static RedisServer start() {
    if (System.getenv("CI") == null) {
      assumeThat(PROGRAM).isExecutable();
    }
    return new RedisServer(FreePort.find());
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /// Starts it again, empty.
  public void startAgain() {
    process = run(port);
  }

  public void stop() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    stop();
  }

  private static Process run(int port) {
    try {
      var process =
          new ProcessBuilder(
                  PROGRAM.toString(),
                  "--port",
                  Integer.toString(port),
                  "--save",
                  "",
                  "--appendonly",
                  "no",
                  "--bind",
                  "127.0.0.1")
              .directory(Files.createDirectories(Path.of("target")).toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Awaitility.await("Redis listens").until(() -> listens(port));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
