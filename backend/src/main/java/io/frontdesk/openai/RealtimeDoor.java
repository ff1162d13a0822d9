package io.frontdesk.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.frontdesk.openai.OpenAiCheck.Answer;
import io.frontdesk.web.fetch.JsonApi;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Opens a Realtime session and leaves at its first word, which costs nothing.
/// Source: https://platform.openai.com/docs/guides/realtime-websocket
final class RealtimeDoor {
  private final JsonApi api;
  private final ObjectMapper json;
  private final Duration patience;

  /// @param patience how long somebody may take to say the first word
  RealtimeDoor(JsonApi api, ObjectMapper json, Duration patience) {
    this.api = api;
    this.json = json;
    this.patience = patience;
  }

  /// What was said to whoever came; empty if it was a welcome.
  Optional<Answer> open(OpenAiConfiguration account) {
    URI uri =
        URI.create(
            account.realtime()
                + "?model="
                + URLEncoder.encode(account.realtimeModel(), StandardCharsets.UTF_8));
    var visit = new Visit();
    var opening =
        api.socket().header("Authorization", "Bearer " + account.key()).buildAsync(uri, visit);
    opening.whenComplete((_, refusal) -> visit.refused(refusal));
    Answer answer =
        visit
            .first
            .completeOnTimeout(Answer.NONE, patience.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    // Whether it spoke, said nothing, or opens only now: nobody stays.
    opening.thenAccept(WebSocket::abort);
    return answer.equals(Answer.FINE) ? Optional.empty() : Optional.of(answer);
  }

  private JsonNode read(CharSequence text) {
    try {
      return json.readTree(text.toString());
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  private final class Visit implements WebSocket.Listener {
    final CompletableFuture<Answer> first = new CompletableFuture<>();
    private final StringBuilder message = new StringBuilder();

    void refused(@Nullable Throwable refusal) {
      if (refusal != null) {
        Throwable cause = refusal instanceof CompletionException e ? e.getCause() : refusal;
        first.complete(
            cause instanceof WebSocketHandshakeException handshake
                ? new Answer(handshake.getResponse().statusCode(), "", "")
                : Answer.NONE);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence data, boolean isLast) {
      message.append(data);
      if (!isLast) {
        socket.request(1);
        return null;
      }
      JsonNode event = read(message);
      first.complete(
          event.path("type").asText().equals("error") ? Answer.refused(400, event) : Answer.FINE);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      first.complete(new Answer(400, "", reason));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      first.complete(Answer.NONE);
    }
  }
}
