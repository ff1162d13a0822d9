package io.frontdesk.web.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A web server somewhere, which says what the test lets it say and keeps what it was asked.
public final class Site implements AutoCloseable {
  private final HttpServer server;
  private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();

  /// What it does when it is asked.
  public interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  private Site(HttpServer server, Behaviour behaviour) {
    this.server = server;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange);
          try (exchange) {
            behaviour.answer(exchange);
          }
        });
    server.start();
  }

  public static Site at(String address, int port, Behaviour behaviour) {
    try {
      var socket = new InetSocketAddress(InetAddress.ofLiteral(address), port);
      return new Site(HttpServer.create(socket, 0), behaviour);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return empty if somebody else has that port there
  static Optional<Site> ifFree(String address, int port, Behaviour behaviour) {
    try {
      return Optional.of(at(address, port, behaviour));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof BindException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  public static Site at(String address, Behaviour behaviour) {
    return at(address, 0, behaviour);
  }

  static Site secure(String address, SSLContext certificate, Behaviour behaviour) {
    try {
      var socket = new InetSocketAddress(InetAddress.ofLiteral(address), 0);
      var server = HttpsServer.create(socket, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(certificate));
      return new Site(server, behaviour);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Behaviour says(String words) {
    return exchange -> answer(exchange, 200, null, words);
  }

  public static Behaviour sendsOn(int status, String location) {
    return exchange -> answer(exchange, status, location, "");
  }

  public static void answer(
      HttpExchange exchange, int status, @Nullable String location, String words)
      throws IOException {
    byte[] body = words.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.getResponseHeaders().set("Set-Cookie", "tracked=1");
    if (location != null) {
      exchange.getResponseHeaders().set("Location", location);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<HttpExchange> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
