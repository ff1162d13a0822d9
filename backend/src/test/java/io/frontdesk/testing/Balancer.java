package io.frontdesk.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// One address for several nodes: gives each connection to the one that has the fewest of those
/// that say that they are ready, and to another one where none takes it.
public final class Balancer implements AutoCloseable {
  private final ServerSocket door;
  private final List<Node> nodes = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService looking =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());

  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);
  private static final String STREAM = "GET /api/v1/voice/ws/";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private record Node(
      int port, AtomicInteger connections, AtomicInteger streams, AtomicBoolean ready) {
    /// Whether it says so.
    boolean isReady() {
      var question =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/readiness"));
      try {
        return HTTP.send(question.build(), BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException down) {
        return false;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

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

  /// From now on a node at this port of this machine gets its share, whenever it is ready.
  public void add(int port) {
    var node = new Node(port, new AtomicInteger(), new AtomicInteger(), new AtomicBoolean(true));
    nodes.add(node);
    looking.scheduleWithFixedDelay(
        () -> node.ready.set(node.isReady()),
        0,
        BETWEEN_QUESTIONS.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /// How many calls have their stream with the node at this port.
  public int streams(int port) {
    return nodes.stream()
        .filter(node -> node.port == port)
        .mapToInt(node -> node.streams.get())
        .sum();
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
    var bestFirst =
        nodes.stream()
            .sorted(
                Comparator.comparing((Node node) -> !node.ready.get())
                    .thenComparingInt(node -> node.connections.get()))
            .toList();
    for (Node node : bestFirst) {
      var isStream = new AtomicBoolean();
      node.connections.incrementAndGet();
      try {
        var there = new Socket(InetAddress.getLoopbackAddress(), node.port);
        Thread.ofVirtual().start(() -> carry(there, caller, _ -> {}));
        carry(
            caller,
            there,
            request -> {
              if (request.startsWith(STREAM)) {
                isStream.set(true);
                node.streams.incrementAndGet();
              }
            });
        return;
      } catch (IOException down) {
        // The next one is asked.
      } finally {
        node.connections.decrementAndGet();
        if (isStream.get()) {
          node.streams.decrementAndGet();
        }
      }
    }
    shut(caller);
  }

  /// @param first is told what comes first
  private static void carry(Socket from, Socket to, Consumer<String> first) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[16 * 1024];
      boolean isFirst = true;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (isFirst) {
          first.accept(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
          isFirst = false;
        }
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
    looking.shutdownNow();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
