package io.frontdesk.conversation.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.frontdesk.call.CallEvent;
import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.Effect;
import io.frontdesk.conversation.Limits;
import io.frontdesk.conversation.Script;
import java.time.Instant;
import java.util.List;

/// Conversations as they are written in logs.
///
/// Events are written whole; of effects, what an event told before is left out: tools are named by
/// their function call. What must not be kept is left out by [Discretion].
public final class LogFormat {
  /// Of the format. Older ones stay readable.
  private static final int VERSION = 1;

  private static final String BEGUN = "begun";
  private static final String NEVER = "PT24H";
  private static final String TURNS = "turns";
  private static final String CUT_SHORT = "cut_short";

  /// What begins the names of what happens while the caller is handed over.
  public static final String TRANSFER = "transfer_";

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private LogFormat() {}

  /// The first event of each conversation.
  public static CallEvent of(Beginning beginning) {
    ObjectNode data = JSON.createObjectNode().put("version", VERSION);
    data.set("limits", JSON.valueToTree(beginning.limits()));
    data.set("script", Discretion.of(JSON.valueToTree(beginning.script())));
    if (beginning.turns() > 0) {
      data.put(TURNS, beginning.turns());
    }
    return new CallEvent(beginning.at(), BEGUN, data, List.of());
  }

  public static CallEvent of(Happening happening) {
    return new CallEvent(
        happening.at(),
        Names.of(happening.event()),
        Discretion.of(JSON.valueToTree(happening.event())),
        effects(happening.effects()));
  }

  /// The last event of a conversation of which more happened than is kept.
  public static CallEvent cutShort(Instant at) {
    return new CallEvent(at, CUT_SHORT, JSON.createObjectNode(), List.of());
  }

  public static String write(CallEvent event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<JsonNode> effects(List<Effect> effects) {
    return effects.stream().map(LogFormat::effect).toList();
  }

  static boolean isBeginning(CallEvent event) {
    return event.type().equals(BEGUN);
  }

  /// Whether it happened beside the conversation, which makes nothing of it.
  static boolean isBeside(CallEvent event) {
    return event.type().startsWith(TRANSFER);
  }

  static boolean isCutShort(CallEvent event) {
    return event.type().equals(CUT_SHORT);
  }

  /// @throws IllegalArgumentException if it was written by a service that is newer than this one
  static Beginning beginning(CallEvent event) {
    int version = event.data().path("version").asInt();
    if (version > VERSION) {
      throw new IllegalArgumentException("a log of version " + version + ", which is not known");
    }
    // What was no matter when it was written is as it is for everybody today.
    ObjectNode limits = JSON.valueToTree(Limits.DEFAULT);
    ObjectNode script = JSON.valueToTree(Script.english("", false));
    limits.put("first_word", NEVER); // nobody watched that then
    limits.put("hold", NEVER);
    limits.put("clock", NEVER);
    limits.setAll((ObjectNode) event.data().path("limits"));
    script.setAll((ObjectNode) event.data().path("script"));
    return new Beginning(
        read(limits, Limits.class),
        read(script, Script.class),
        event.at(),
        event.data().path(TURNS).asInt());
  }

  /// @throws IllegalArgumentException if there are no such events here
  static ConversationEvent event(CallEvent event) {
    var type = Names.event(event.type());
    if (type == null) {
      throw new IllegalArgumentException("events of type " + event.type() + " are not known");
    }
    return read(event.data(), type);
  }

  private static JsonNode effect(Effect effect) {
    ObjectNode data = JSON.createObjectNode().put("type", Names.of(effect));
    data.setAll(JSON.<ObjectNode>valueToTree(effect));
    switch (effect) {
      case Effect.RunTool run ->
          data.putObject("call").put("call_id", run.call().callId()).put("name", run.call().name());
      case Effect.AnswerTool answer ->
          data.putObject("call").put("id", answer.call().id()).put("tool", answer.call().tool());
      case Effect.StoreTurn store -> {
        ArrayNode ids = ((ObjectNode) data.path("turn")).putArray("tool_calls");
        store.turn().toolCalls().forEach(call -> ids.add(call.id()));
      }
      default -> {}
    }
    return Discretion.of(data);
  }

  private static <T> T read(JsonNode json, Class<T> type) {
    try {
      return JSON.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + json, e);
    }
  }
}
