package io.frontdesk.live;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A program that watches a business over a real socket, and keeps all that it is told.
final class LiveViewer implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> told = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private @Nullable WebSocket socket;

  private LiveViewer() {}

  static LiveViewer of(RunningService service, Owner owner) {
    return with(service, ticket(owner), null);
  }

  static String ticket(Owner owner) {
    return owner.api().post("/api/v1/live/tickets", "{}").body().path("ticket").asText();
  }

  /// @throws java.util.concurrent.CompletionException if the connection is refused
  static LiveViewer with(RunningService service, String ticket, @Nullable String origin) {
    var viewer = new LiveViewer();
    URI http = service.url();
    var builder = HTTP.newWebSocketBuilder();
    if (origin != null) {
      builder.header("Origin", origin);
    }
    viewer.socket =
        builder
            .buildAsync(
                URI.create(
                    "ws://%s:%d/api/v1/live?ticket=%s"
                        .formatted(http.getHost(), http.getPort(), ticket)),
                viewer)
            .join();
    return viewer;
  }

  /// All messages so far.
  List<JsonNode> told() {
    return List.copyOf(told);
  }

  List<JsonNode> told(String type) {
    return told.stream().filter(message -> message.path("type").asText().equals(type)).toList();
  }

  List<String> types() {
    return told.stream().map(message -> message.path("type").asText()).toList();
  }

  /// The first message of this type, as soon as it is there.
  JsonNode next(String type) {
    return next(type, _ -> true);
  }

  JsonNode next(String type, Predicate<JsonNode> which) {
    return await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> told(type).stream().filter(which).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /// The status with which the other side closes.
  int closed() {
    return closed.orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      try {
        told.add(JSON.readTree(message.toString()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(message.toString(), e);
      }
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
  }
}
