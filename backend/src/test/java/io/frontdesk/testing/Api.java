package io.frontdesk.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The API as a program outside sees it: real HTTP, and JSON read as a tree, so that the wire
/// cannot change by accident.
public final class Api {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final @Nullable String accessToken;

  Api(URI base, @Nullable String accessToken) {
    this.base = base;
    this.accessToken = accessToken;
  }

  /// What came back; `body` is a missing node when it is not JSON.
  public record Answer(int status, JsonNode body, String text, Map<String, List<String>> headers) {
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  /// This client with an access token.
  public Api as(String token) {
    return new Api(base, token);
  }

  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  /// The bytes of what is no text.
  public byte[] download(String path) {
    return download(path, Map.of());
  }

  /// The bytes of what is no text.
  public byte[] download(String path, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    headers.forEach(request::setHeader);
    if (accessToken != null) {
      request.header("Authorization", "Bearer " + accessToken);
    }
    return exchange(request.build(), BodyHandlers.ofByteArray()).body();
  }

  public Answer post(String path, String json) {
    return send("POST", path, json, Map.of());
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, json, Map.of());
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  /// Any request; single quotes in `json` stand for double quotes.
  public Answer send(
      String method, String path, @Nullable String json, Map<String, String> headers) {
    return sendExactly(method, path, json == null ? null : json.replace('\'', '"'), headers);
  }

  /// Any request, its body as it is written.
  public Answer sendExactly(
      String method, String path, @Nullable String body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    if (accessToken != null) {
      request.header("Authorization", "Bearer " + accessToken);
    }
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(body));
    }
    headers.forEach(request::setHeader);
    var response = exchange(request.build(), BodyHandlers.ofString());
    Documented.check(method, response.uri().getPath(), response.statusCode());
    return new Answer(
        response.statusCode(), parse(response.body()), response.body(), response.headers().map());
  }

  /// Sends a file as it is.
  ///
  /// @param announced whether its length is said before
  public Answer upload(String path, String type, byte[] file, boolean announced) {
    var request = HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", type);
    if (accessToken != null) {
      request.header("Authorization", "Bearer " + accessToken);
    }
    request.POST(
        announced
            ? BodyPublishers.ofByteArray(file)
            : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)));
    var response = exchange(request.build(), BodyHandlers.ofString());
    return new Answer(
        response.statusCode(), parse(response.body()), response.body(), response.headers().map());
  }

  private static <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> body) {
    try {
      return HTTP.send(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
