package io.frontdesk.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A wire on which somebody listens: carries one WebSocket to a server, byte by byte as it is, and
/// counts what the server sends after it has said that it closes.
final class Wiretap implements AutoCloseable {
  private final ServerSocket door;
  private final int server;
  private final CompletableFuture<Long> afterClose = new CompletableFuture<>();

  private Wiretap(ServerSocket door, int server) {
    this.door = door;
    this.server = server;
  }

  /// A wire to this port of this machine.
  static Wiretap to(int port) {
    try {
      var tap = new Wiretap(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), port);
      Thread.ofVirtual().start(tap::carry);
      return tap;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /// How many bytes the server sent after its close frame; waits until the wire is dead.
  long bytesAfterClose() {
    return afterClose.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private void carry() {
    try (var client = door.accept();
        var there = new Socket(InetAddress.getLoopbackAddress(), server)) {
      client.setTcpNoDelay(true);
      there.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> pass(client, there));
      var frames = new Frames();
      InputStream in = there.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] some = new byte[8192];
      try {
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
          for (int i = 0; i < n; i++) {
            frames.read(some[i] & 0xFF);
          }
          out.write(some, 0, n);
        }
      } finally {
        afterClose.complete(frames.afterClose);
      }
    } catch (IOException e) {
      afterClose.completeExceptionally(e); // nothing, if it is known already
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // one of the two is gone: the other way ends, too
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a server sends: the answer to the handshake, then frames. Their heads are read, what is
  /// in them is not.
  /// Source: https://datatracker.ietf.org/doc/html/rfc6455#section-5.2
  private static final class Frames {
    private static final String END_OF_HANDSHAKE = "\r\n\r\n";
    private static final int CLOSE = 8;

    private final int[] head = new int[10];
    private int matched;
    private int known;
    private long inside;
    private boolean closed;
    private long afterClose;

    void read(int next) {
      if (matched < END_OF_HANDSHAKE.length()) {
        boolean goesOn = next == END_OF_HANDSHAKE.charAt(matched);
        matched = goesOn ? matched + 1 : next == '\r' ? 1 : 0;
      } else if (inside > 0) {
        inside--;
      } else if (closed) {
        afterClose++;
      } else {
        head[known++] = next;
        headRead();
      }
    }

    private void headRead() {
      int length = known < 2 ? 0 : head[1];
      int size = length == 126 ? 4 : length == 127 ? 10 : 2;
      if (known < size) {
        return;
      }
      inside = size == 2 ? length : 0;
      for (int i = 2; i < size; i++) {
        inside = (inside << 8) | head[i];
      }
      closed = (head[0] & 0xF) == CLOSE;
      known = 0;
    }
  }
}
