package io.frontdesk.call.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.testing.RunningService;
import io.frontdesk.twilio.TwilioConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Twilio's stand-in behind a line on which whatever is said of recordings is the test's.
final class TwilioLine implements AutoCloseable {
  /// Answers a request, or breaks the line.
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final TwilioConfiguration twilio =
      RunningService.shared().bean(TwilioConfiguration.class);
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer line;
  private final Map<String, Answer> media = new ConcurrentHashMap<>();
  private volatile Answer starting = exchange -> reply(exchange, 500, "{}");

  /// The recordings that were begun.
  final List<String> begun = new CopyOnWriteArrayList<>();

  final List<String> deleted = new CopyOnWriteArrayList<>();
  final AtomicInteger fetches = new AtomicInteger();
  final AtomicInteger starts = new AtomicInteger();
  final AtomicLong bytesSent = new AtomicLong();

  TwilioLine() {
    try {
      line = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    line.createContext("/", this::carry);
    line.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    line.start();
  }

  /// The settings of a service that uses it.
  Map<String, Object> properties() {
    return Map.of(
        "twilio.api-url", "http://127.0.0.1:" + line.getAddress().getPort(),
        "twilio.account-sid", Objects.requireNonNull(twilio.accountSid()),
        "twilio.auth-token", Objects.requireNonNull(twilio.authToken()));
  }

  /// What comes from now on where this recording's sound should.
  void media(String sid, Answer answer) {
    media.put(sid, answer);
  }

  /// What comes from now on of being asked to record.
  void starting(Answer answer) {
    starting = answer;
  }

  /// Begins a recording, and says so unless the line is to be cut.
  void begins(HttpExchange exchange, String sid, boolean cut) throws IOException {
    begun.add(sid);
    if (!cut) {
      reply(exchange, 201, json(sid));
    }
  }

  @Override
  public void close() {
    line.stop(0);
  }

  static void reply(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /// Sends so many bytes, in pieces, for as long as somebody takes them.
  void pour(HttpExchange exchange, byte[] piece, long total) throws IOException {
    exchange.sendResponseHeaders(200, total);
    OutputStream out = exchange.getResponseBody();
    for (long sent = 0; sent < total; sent += piece.length) {
      out.write(piece);
      bytesSent.addAndGet(piece.length);
    }
  }

  private void carry(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.(wav|json)$", "");
    try (exchange) {
      switch (exchange.getRequestMethod() + " " + path.replaceAll("[A-Z]{2}[0-9a-f]{32}", "*")) {
        case "GET /2010-04-01/Accounts/*/Recordings/*.wav" -> {
          fetches.incrementAndGet();
          media.getOrDefault(last, gone -> reply(gone, 404, "{}")).to(exchange);
        }
        case "DELETE /2010-04-01/Accounts/*/Recordings/*.json" -> {
          deleted.add(last);
          exchange.sendResponseHeaders(204, -1);
        }
        case "POST /2010-04-01/Accounts/*/Calls/*/Recordings.json" -> {
          starts.incrementAndGet();
          starting.to(exchange);
        }
        case "GET /2010-04-01/Accounts/*/Recordings.json" -> reply(exchange, 200, list());
        default -> pass(exchange);
      }
    }
  }

  private String list() {
    return "{\"recordings\": [%s], \"page\": 0, \"page_size\": 50, \"next_page_uri\": null}"
        .formatted(String.join(",", begun.reversed().stream().map(TwilioLine::json).toList()));
  }

  private static String json(String sid) {
    return """
    {"sid": "%s", "status": "in-progress", "source": "StartCallRecordingAPI", "channels": 2,
     "duration": "-1"}\
    """
        .formatted(sid);
  }

  private void pass(HttpExchange exchange) throws IOException {
    var request =
        HttpRequest.newBuilder(
                Objects.requireNonNull(twilio.apiUrl()).resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String header : List.of("Authorization", "Content-Type")) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      reply(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
