package io.frontdesk.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// One address for several nodes: gives each connection to the one that has the fewest and takes
/// it.
public final class Balancer implements AutoCloseable {
  private final ServerSocket door;
  private final List<Node> nodes = new CopyOnWriteArrayList<>();

  private record Node(int port, AtomicInteger connections) {}

  public Balancer() {
    try {
      door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("balancer").start(this::serve);
  }

  public String url() {
    return "http://localhost:" + door.getLocalPort();
  }

  /// From now on a node at this port of this machine gets its share.
  public void add(int port) {
    nodes.add(new Node(port, new AtomicInteger()));
  }

  /// From now on it gets no more, as one that says that it is not ready.
  public void remove(int port) {
    nodes.removeIf(node -> node.port == port);
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> lead(caller));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void lead(Socket caller) {
    var fewestFirst =
        nodes.stream().sorted(Comparator.comparingInt(node -> node.connections.get())).toList();
    for (Node node : fewestFirst) {
      node.connections.incrementAndGet();
      try {
        var there = new Socket(InetAddress.getLoopbackAddress(), node.port);
        Thread.ofVirtual().start(() -> carry(there, caller));
        carry(caller, there);
        return;
      } catch (IOException down) {
        // The next one is asked.
      } finally {
        node.connections.decrementAndGet();
      }
    }
    shut(caller);
  }

  private static void carry(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[16 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
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

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
}
