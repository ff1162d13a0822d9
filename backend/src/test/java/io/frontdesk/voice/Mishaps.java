package io.frontdesk.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A way to a server on which some connections meet with a mishap, by lot.
final class Mishaps implements AutoCloseable {
  private final Supplier<InetSocketAddress> server;
  private final Predicate<String> meant;
  private final int latest;
  private final Random lots;
  private final ServerSocket door;
  private final Map<Kind, Integer> dealt = new ConcurrentHashMap<>();
  private volatile double share;

  /// What happens to a connection after some of it went through.
  enum Kind {
    /// It is closed before anything was said.
    REFUSED,
    /// Nothing more comes through, and nobody is told.
    STALLED,
    CUT,
    /// A byte is another one.
    CORRUPTED
  }

  /// What one connection meets with: from which byte on, in which direction.
  private record Lot(Kind kind, boolean outward, int after) {}

  /// @param meant by the first bytes of a connection, whether it may meet with anything
  /// @param latest after how many bytes it happens at most
  Mishaps(Supplier<InetSocketAddress> server, Predicate<String> meant, int latest, long seed) {
    this.server = server;
    this.meant = meant;
    this.latest = latest;
    lots = new Random(seed);
    try {
      door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  /// From now on so many of the connections have one.
  void share(double ofAll) {
    share = ofAll;
  }

  /// How many there were of each kind.
  Map<Kind, Integer> dealt() {
    return new TreeMap<>(dealt);
  }

  int total() {
    return dealt.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> lead(client));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void lead(Socket client) {
    try {
      byte[] first = new byte[8 * 1024];
      int read = client.getInputStream().read(first);
      if (read < 0) {
        client.close();
        return;
      }
      Lot lot = draw(new String(first, 0, read, StandardCharsets.ISO_8859_1));
      if (lot != null && lot.kind() == Kind.REFUSED) {
        client.close();
        return;
      }
      var there = new Socket();
      there.connect(server.get());
      there.getOutputStream().write(first, 0, read);
      Thread.ofVirtual()
          .start(() -> carry(there, client, lot != null && !lot.outward() ? lot : null));
      carry(client, there, lot != null && lot.outward() ? lot : null);
    } catch (IOException broken) {
      shut(client);
    }
  }

  private synchronized @Nullable Lot draw(String first) {
    if (!meant.test(first) || lots.nextDouble() >= share) {
      return null;
    }
    Kind kind = Kind.values()[lots.nextInt(Kind.values().length)];
    dealt.merge(kind, 1, Integer::sum);
    return new Lot(kind, lots.nextBoolean(), lots.nextInt(latest));
  }

  private static void carry(Socket from, Socket to, @Nullable Lot lot) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[16 * 1024];
      long carried = 0;
      boolean isDue = lot != null;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (lot != null && isDue && carried + read > lot.after()) {
          isDue = false;
          switch (lot.kind()) {
            case CORRUPTED -> buffer[(int) Math.max(0, lot.after() - carried)] ^= 0x55;
            case STALLED -> swallow(in);
            default -> {
              return;
            }
          }
        }
        carried += read;
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException broken) {
      // Whoever broke it knows.
    } finally {
      shut(from);
      shut(to);
    }
  }

  /// Takes what comes to its end and passes nothing on.
  private static void swallow(InputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    share = 0;
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
