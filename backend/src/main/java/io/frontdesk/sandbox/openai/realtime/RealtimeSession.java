package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.wire.Socket;
import io.frontdesk.sandbox.wire.SocketHandler;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One Realtime session on one WebSocket: takes client events, each as a whole or not at all.
/// Source: https://platform.openai.com/docs/api-reference/realtime
public final class RealtimeSession implements SocketHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BETA = 4_000;
  private static final int GOING_AWAY = 1_001;

  private final Socket socket;
  private final boolean beta;
  private final Stage stage;
  private final Outgoing out;
  private final Conversation conversation = new Conversation();
  private final Responses responses;
  private final Turns turns;
  private SessionConfig config;
  private Socket.@Nullable Timer expiry;

  /// @param beta whether the client asked for the API's beta, which is gone
  public RealtimeSession(Socket socket, String model, boolean beta, Voice voice, Pace pace) {
    this.socket = socket;
    this.beta = beta;
    this.out = new Outgoing(socket);
    this.stage = new Stage(socket, out, conversation, voice, pace);
    this.responses = new Responses(stage, spokenMs -> turns().modelSpoke(spokenMs));
    this.turns = new Turns(stage, responses, () -> config());
    long expiresAt = Instant.now().plus(pace.sessionLimit()).getEpochSecond();
    this.config = SessionConfig.defaults(Ids.next("sess"), model, expiresAt);
  }

  private Turns turns() {
    return turns;
  }

  private SessionConfig config() {
    return config;
  }

  @Override
  public void opened() {
    if (beta) {
      String message =
          "The Realtime Beta API is no longer supported. Please use /v1/realtime for the GA API.";
      out.error(new EventError("beta_api_shape_disabled", message, null), null);
      socket.close(BETA, "invalid_request_error.beta_api_shape_disabled");
      return;
    }
    expiry = socket.after(stage.pace().sessionLimit(), this::expire);
    out.send("session.created", event -> event.set("session", config.json()));
  }

  private void expire() {
    String message =
        "Your session hit the maximum duration of %d minutes."
            .formatted(stage.pace().sessionLimit().toMinutes());
    out.error(new EventError("session_expired", message, null), null);
    socket.close(GOING_AWAY, message);
  }

  @Override
  public void text(String message) {
    if (beta) {
      return;
    }
    JsonNode event;
    try {
      event = JSON.readTree(message);
    } catch (JsonProcessingException e) {
      out.error(new EventError("invalid_json", "The event is not valid JSON.", null), null);
      return;
    }
    JsonNode eventId = event.path("event_id");
    try {
      ClientEvent.SHAPE.check(event, "");
      handle((ObjectNode) event);
    } catch (EventError e) {
      out.error(e, eventId.isTextual() ? eventId.textValue() : null);
    }
  }

  private void handle(ObjectNode event) {
    switch (event.get("type").asText()) {
      case "session.update" -> update((ObjectNode) event.get("session"));
      case "input_audio_buffer.append" -> turns.append(event.get("audio").asText());
      case "input_audio_buffer.commit" -> turns.commit();
      case "input_audio_buffer.clear" -> turns.clear();
      case "conversation.item.create" -> create(event);
      case "conversation.item.truncate" -> truncate(event);
      case "conversation.item.delete" -> delete(event.get("item_id").asText());
      case "conversation.item.retrieve" -> retrieve(event.get("item_id").asText());
      case "response.create" -> responses.create(settings(event));
      case "response.cancel" -> responses.cancel(event.path("response_id").textValue());
      default ->
          throw EventError.invalidValue(
              "type", "'%s' is for WebRTC and SIP only.".formatted(event.get("type").asText()));
    }
  }

  private void update(ObjectNode update) {
    SessionConfig before = config;
    config = config.updated(update, responses.voiceIsHeard());
    turns.reconfigured(before.turnDetection());
    out.send("session.updated", event -> event.set("session", config.json()));
  }

  private void create(ObjectNode event) {
    ObjectNode created = (ObjectNode) event.get("item");
    SpokenInput sound = SpokenInput.in(created, config.inputFormat());
    Item item = Item.created(created, sound.words(), sound.audioMs());
    String previous = conversation.insert(item, event.path("previous_item_id").textValue());
    out.item("added", previous, item);
    out.item("done", previous, item);
  }

  private void truncate(ObjectNode event) {
    Item item = conversation.require(event.get("item_id").asText(), "truncate");
    int contentIndex = event.get("content_index").asInt();
    int audioEndMs = event.get("audio_end_ms").asInt();
    item.truncate(contentIndex, audioEndMs);
    out.send(
        "conversation.item.truncated",
        truncated ->
            truncated
                .put("item_id", item.id())
                .put("content_index", contentIndex)
                .put("audio_end_ms", audioEndMs));
  }

  private void delete(String itemId) {
    conversation.delete(itemId);
    out.send("conversation.item.deleted", event -> event.put("item_id", itemId));
  }

  private void retrieve(String itemId) {
    Item item = conversation.require(itemId, "retrieve");
    out.send("conversation.item.retrieved", event -> event.set("item", item.json()));
  }

  private ResponseSettings settings(ObjectNode event) {
    ObjectNode request =
        event.path("response") instanceof ObjectNode response
            ? response
            : JsonNodeFactory.instance.objectNode();
    return ResponseSettings.of(config, request, conversation);
  }

  @Override
  public void closed(int code, String reason) {
    Socket.Timer running = expiry;
    if (running != null) {
      running.cancel();
    }
    turns.stop();
    responses.abandon();
  }
}
