package io.frontdesk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// A port for a program that is told where to listen. It is below those that the system deals out,
/// so that nobody who asks for any gets it before that program does.
public final class FreePort {
  private static final int LOWEST = 20_000;

  /// Linux deals out those from 32,768 on.
  private static final int DEALT_OUT = 32_000;

  private FreePort() {}

  /// @return a port that nobody listens at now
  public static int find() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, DEALT_OUT);
      try (var free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (BindException _) {
        // Somebody has it: another one then.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
