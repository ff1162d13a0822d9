package io.frontdesk.phonenumber;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.twilio.TwilioStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Twilio's stand-in behind a line that can fail: a request may be refused, or be done without its
/// answer arriving.
final class FaultyTwilio implements AutoCloseable {
  private static final String NUMBERS = "IncomingPhoneNumbers";

  /// What happens to the next request about the account's numbers.
  @FunctionalInterface
  interface Fault {
    /// @param request to pass on, or not
    /// @return what arrives; null cuts the line
    @Nullable Answer happen(Passing request) throws IOException, InterruptedException;
  }

  /// A request on its way to Twilio.
  @FunctionalInterface
  interface Passing {
    Answer pass() throws IOException, InterruptedException;
  }

  /// What arrives.
  record Answer(int status, String json) {}

  private record Armed(String method, Fault fault) {}

  private final TwilioStandIn twilio;
  private final HttpServer line;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();

  FaultyTwilio(Path data) {
    twilio = TwilioStandIn.start(TwilioStandIn.Settings.usual(0, data, null, new Voice()));
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
        "twilio.api-url", url().toString(),
        "twilio.account-sid", twilio.accountSid(),
        "twilio.auth-token", twilio.authToken());
  }

  /// The same as variables of a process.
  Map<String, String> environment() {
    return Map.of(
        "TWILIO_API_URL", url().toString(),
        "TWILIO_ACCOUNT_SID", twilio.accountSid(),
        "TWILIO_AUTH_TOKEN", twilio.authToken());
  }

  /// Lets something happen to the next request of that method about the account's numbers.
  void next(String method, Fault fault) {
    armed.set(new Armed(method, fault));
  }

  /// Has the next request of that method refused with an error of Twilio's.
  void refuse(String method, int status, int code) {
    String error = "{\"code\": %d, \"message\": \"No.\", \"status\": %d}".formatted(code, status);
    next(method, request -> new Answer(status, error));
  }

  /// Cuts the line at each request of that method about the account's numbers, until [#mend].
  void cut(String method) {
    next(
        method,
        request -> {
          cut(method);
          return null;
        });
  }

  void mend() {
    armed.set(null);
  }

  @Override
  public void close() {
    line.stop(0);
    twilio.close();
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + line.getAddress().getPort());
  }

  private void carry(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = arrive(exchange);
      if (answer == null) {
        return; // closed without a word
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Answer arrive(HttpExchange exchange) throws IOException, InterruptedException {
    var request = outgoing(exchange);
    Passing passing =
        () -> {
          var answer = http.send(request, BodyHandlers.ofString());
          return new Answer(answer.statusCode(), answer.body());
        };
    Armed now = armed.get();
    if (now != null
        && now.method().equals(exchange.getRequestMethod())
        && exchange.getRequestURI().getPath().contains(NUMBERS)
        && armed.compareAndSet(now, null)) {
      return now.fault().happen(passing);
    }
    return passing.pass();
  }

  private HttpRequest outgoing(HttpExchange exchange) throws IOException {
    var request =
        HttpRequest.newBuilder(twilio.uri().resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (var header : new String[] {"Authorization", "Content-Type"}) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    return request.build();
  }
}
