package io.frontdesk.web.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Asks a company's API, at an address that operators give, a question, once. It follows no
/// redirects: a key is for one address only.
@Singleton
public class JsonApi {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// From the question to the last byte of what comes back.
  private static final Duration WHOLE = Duration.ofSeconds(60);

  private static final int MOST_REFUSAL = 64 << 10;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json;
  private final Duration whole;

  @Inject
  public JsonApi(ObjectMapper json) {
    this(json, WHOLE);
  }

  /// @param whole how long an answer may take to its last byte
  JsonApi(ObjectMapper json, Duration whole) {
    this.json = json;
    this.whole = whole;
  }

  @PreDestroy
  public void stop() {
    http.shutdownNow();
  }

  /// What came back.
  ///
  /// @param status 0 if nothing did
  public record Answer(int status, JsonNode body) {
    private static final int SERVER_ERROR = 500;

    public boolean isFine() {
      return status >= 200 && status < 300;
    }

    /// Whether the fault is not ours: nothing came, or the server excused itself.
    public boolean isMissing() {
      return status == 0 || status >= SERVER_ERROR;
    }
  }

  public Answer get(URI address, Map<String, String> headers) {
    return send(address, headers, null);
  }

  public Answer post(URI address, Map<String, String> headers, JsonNode body) {
    return send(address, headers, body);
  }

  /// As the other, where what comes back is no JSON unless the question was refused.
  ///
  /// @param into gets what comes back; nothing if the question was refused, or if it is more than
  /// `most` bytes, which is as good as no answer
  public Answer post(
      URI address, Map<String, String> headers, JsonNode body, OutputStream into, int most) {
    try {
      int limit = Math.max(most, MOST_REFUSAL);
      var answer =
          ask(
              request(address, headers, body),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
      var status = new Answer(answer.statusCode(), MissingNode.getInstance());
      if (status.isFine()) {
        into.write(answer.body());
        return status;
      }
      String refusal = new String(answer.body(), StandardCharsets.UTF_8);
      return new Answer(answer.statusCode(), read(refusal));
    } catch (IOException e) {
      return new Answer(0, MissingNode.getInstance());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(0, MissingNode.getInstance());
    }
  }

  /// A WebSocket to such an address.
  public WebSocket.Builder socket() {
    return http.newWebSocketBuilder().connectTimeout(PATIENCE);
  }

  private static HttpRequest request(
      URI address, Map<String, String> headers, @Nullable JsonNode body) {
    var request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    headers.forEach(request::header);
    if (body != null) {
      request.header("Content-Type", "application/json");
      request.POST(BodyPublishers.ofString(body.toString()));
    }
    return request.build();
  }

  private Answer send(URI address, Map<String, String> headers, @Nullable JsonNode body) {
    try {
      var answer = ask(request(address, headers, body), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), read(answer.body()));
    } catch (IOException e) {
      return new Answer(0, MissingNode.getInstance());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(0, MissingNode.getInstance());
    }
  }

  /// The client's own limit ends with the headers; a body that stalls would be waited for for ever.
  private <T> HttpResponse<T> ask(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    var coming = http.sendAsync(request, handler);
    try {
      return coming.get(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      coming.cancel(true);
      throw new IOException(e);
    } catch (InterruptedException e) {
      coming.cancel(true);
      throw e;
    }
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
