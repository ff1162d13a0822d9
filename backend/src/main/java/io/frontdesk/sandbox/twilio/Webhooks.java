package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.WebhookRun.Answered;
import io.frontdesk.sandbox.twilio.WebhookRun.Attempt;
import io.frontdesk.sandbox.twilio.WebhookRun.Failed;
import io.frontdesk.sandbox.twilio.WebhookRun.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Asks the service, signed and as patiently as Twilio would. Calls block: for virtual threads.
/// Source: https://www.twilio.com/docs/usage/webhooks
final class Webhooks implements AutoCloseable {
  /// The longest answer that is read.
  static final int MAX_BODY_BYTES = 64 * 1024;

  private final WebhookLimits limits;
  private final Reach reach;
  private final InstantSource clock;
  private final Set<HttpClient> open = ConcurrentHashMap.newKeySet();

  /// What is asked.
  ///
  /// @param kind for the log
  /// @param url may carry connection overrides in its fragment
  /// @param method `GET` or `POST`
  record Question(String kind, String url, String method, Map<String, String> fields) {}

  private volatile boolean closed;

  private record Try(Attempt attempt, Outcome outcome) {}

  Webhooks(WebhookLimits limits, Reach reach, InstantSource clock) {
    this.limits = limits;
    this.reach = reach;
    this.clock = clock;
  }

  /// Asks until there is an answer or nothing more to try.
  ///
  /// @param authToken of the account that owns the resource
  WebhookRun ask(Question question, String authToken) {
    var target = WebhookUrl.parse(question.url(), limits);
    var token = UUID.randomUUID().toString();
    var url =
        question.method().equals("GET") ? withQuery(target.url(), question.fields()) : target.url();
    HttpRequest request;
    try {
      var refusal = reach.refusal(URI.create(url));
      if (refusal.isPresent()) {
        return run(question, url, token, List.of(), new Failed(11100, refusal.get()));
      }
      request = request(question, url, token, authToken);
    } catch (IllegalArgumentException e) {
      return run(question, url, token, List.of(), new Failed(11100, "Invalid URL: " + url));
    }
    var client = client(target.connect());
    open.add(client);
    try {
      return ask(question, request, target, token, client);
    } finally {
      open.remove(client);
      client.shutdownNow();
    }
  }

  private WebhookRun ask(
      Question question, HttpRequest request, WebhookUrl target, String token, HttpClient client) {
    var url = request.uri().toString();
    var attempts = new ArrayList<Attempt>();
    var deadline = System.nanoTime() + target.total().toNanos();
    while (true) {
      var left = Duration.ofNanos(deadline - System.nanoTime());
      var limit = left.compareTo(target.read()) < 0 ? left : target.read();
      var last = attempt(client, request, limit);
      attempts.add(last.attempt);
      var again =
          !last.attempt.problem().isEmpty()
              && target.retries(last.attempt.problem())
              && attempts.size() <= target.retries()
              && deadline > System.nanoTime();
      if (!again) {
        return run(question, url, token, attempts, last.outcome);
      }
    }
  }

  private static WebhookRun run(
      Question question, String url, String token, List<Attempt> attempts, Outcome outcome) {
    return new WebhookRun(
        question.kind(), question.method(), url, token, List.copyOf(attempts), outcome);
  }

  private static HttpRequest request(
      Question question, String url, String token, String authToken) {
    var form = question.method().equals("GET") ? Map.<String, String>of() : question.fields();
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("X-Twilio-Signature", Signature.of(authToken, url, form))
            .header("I-Twilio-Idempotency-Token", token)
            .header("X-Home-Region", "us1")
            .header("User-Agent", "TwilioProxy/1.1")
            .header("Accept", "*/*");
    return question.method().equals("GET")
        ? request.GET().build()
        : request
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
            .build();
  }

  private Try attempt(HttpClient client, HttpRequest request, Duration limit) {
    var at = clock.instant();
    var start = System.nanoTime();
    var answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BODY_BYTES));
    int status = 0;
    String problem;
    Outcome outcome;
    try {
      var response = answer.get(Math.max(1, limit.toNanos()), TimeUnit.NANOSECONDS);
      status = response.statusCode();
      problem = status >= 500 ? "5xx" : status >= 400 ? "4xx" : "";
      outcome = outcome(response);
    } catch (TimeoutException e) {
      answer.cancel(true);
      problem = "rt";
      outcome = new Failed(11200, "no answer within %d ms".formatted(limit.toMillis()));
    } catch (ExecutionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      problem = isConnectFailure(cause) ? "ct" : "broken";
      outcome = failure(cause);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      problem = "";
      outcome = new Failed(11200, "the stand-in stopped");
    }
    var millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    return new Try(new Attempt(at, status, problem, millis), outcome);
  }

  private static Outcome outcome(HttpResponse<String> response) {
    if (response.statusCode() < 200 || response.statusCode() > 299) {
      return new Failed(11200, "HTTP status %d".formatted(response.statusCode()));
    }
    var type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    return new Answered(
        response.statusCode(), type.strip().toLowerCase(Locale.ROOT), response.body());
  }

  private static boolean isConnectFailure(Throwable cause) {
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
  }

  private static Outcome failure(Throwable cause) {
    if (cause.getCause() instanceof UnresolvedAddressException) {
      return new Failed(11210, "unknown host");
    }
    if (isConnectFailure(cause)) {
      return new Failed(11205, "no connection");
    }
    var tooLong =
        cause instanceof IOException && String.valueOf(cause.getMessage()).contains("capacity");
    return tooLong
        ? new Failed(11750, "the answer is longer than 64 kB")
        : new Failed(11200, "the connection broke: " + cause.getMessage());
  }

  /// A client with connections of its own: one that an earlier webhook left open may be dead by
  /// now.
  private static HttpClient client(Duration connect) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(connect)
        .build();
  }

  private static String withQuery(String url, Map<String, String> fields) {
    return url + (url.contains("?") ? "&" : "?") + encode(fields);
  }

  private static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Whether what is under way was given up.
  boolean isClosed() {
    return closed;
  }

  /// Gives up what is under way.
  @Override
  public void close() {
    closed = true;
    open.forEach(HttpClient::shutdownNow);
  }
}
