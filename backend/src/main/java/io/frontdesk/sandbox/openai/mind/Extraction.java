package io.frontdesk.sandbox.openai.mind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Fills a JSON Schema from a transcript, and from nothing else: for each property it finds the
/// question that is about it and takes the caller's answer.
public final class Extraction {
  private static final double ABOUT = 0.3;
  /// "How can I help you?" asks for all of these.
  private static final Pattern OPEN =
      Pattern.compile("(?i)\\b(?:how|what) (?:can|may|could) (?:i|we) (?:help|do)\\b");
  private static final Set<String> MATTER =
      Words.rawStems("reason purpose intent matter topic issue problem request concern");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> UNDECIDED =
      List.of("unknown", "other", "neutral", "none", "normal", "unclear");

  private final List<String> texts;
  private final Transcript transcript;

  private Extraction(List<String> texts) {
    this.texts = texts;
    this.transcript = Transcript.in(texts);
  }

  /// An object after the schema; what the transcript does not say is null where null is allowed,
  /// and empty where not.
  ///
  /// @param texts the messages that hold the transcript
  public static ObjectNode fill(JsonNode schema, List<String> texts) {
    return new Extraction(texts).object(schema);
  }

  /// The little that can be said without a schema.
  public static ObjectNode summary(List<String> texts) {
    return NODES.objectNode().put("summary", Summary.of(Transcript.in(texts)));
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(
            property ->
                object.set(property.getKey(), value(property.getKey(), property.getValue())));
    return object;
  }

  private JsonNode value(String name, JsonNode schema) {
    if (schema.path("properties").isObject()) {
      return object(schema);
    }
    Slot slot = Slot.ofArgument(List.of(name), schema, true);
    Optional<JsonNode> value =
        slot.key().contains("summary")
            ? Optional.of(NODES.textNode(Summary.of(transcript)))
            : answered(slot).or(() -> named(slot)).or(() -> volunteered(slot));
    return value.orElseGet(() -> unknown(schema, slot));
  }

  /// The caller's last answer to the question that is most about the property.
  private Optional<JsonNode> answered(Slot slot) {
    Set<String> about = Words.stems(slot.about());
    List<Transcript.Line> lines = transcript.lines();
    Optional<JsonNode> best = Optional.empty();
    double most = ABOUT;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Transcript.Line answer = lines.get(i + 1);
      if (lines.get(i).byCaller() || answer.text().contains("\uFFFD")) {
        continue;
      }
      double closeness = closeness(lines.get(i).text(), about, slot);
      Optional<JsonNode> value = value(slot, answer.text());
      if (closeness >= most && value.isPresent() && !declines(answer.text(), slot)) {
        most = closeness;
        best = value;
      }
    }
    return best;
  }

  private Optional<JsonNode> value(Slot slot, String answer) {
    if (slot.isPhone() && CallersNumber.isMeant(answer)) {
      return CallersNumber.in(texts).flatMap(slot::value);
    }
    return slot.value(answer);
  }

  /// How much the last question in what the receptionist said is about the property, 0 to 1.
  private static double closeness(String said, Set<String> about, Slot slot) {
    String question =
        Words.sentence(said).filter(s -> s.endsWith("?")).reduce((_, last) -> last).orElse(said);
    Set<String> asked = OPEN.matcher(question).find() ? MATTER : Words.stems(question);
    int common = Words.overlap(about, asked);
    boolean named = asked.containsAll(Words.stems(Words.spaced(slot.key())));
    int smaller = Math.max(1, Math.min(about.size(), asked.size()));
    return (double) common / smaller + (named && common > 0 ? 0.5 : 0);
  }

  private static boolean declines(String answer, Slot slot) {
    return Phrases.refusal(answer) && !slot.isYesOrNo() && slot.choices().isEmpty();
  }

  /// The choice that the caller names, or else the receptionist in answer.
  private Optional<JsonNode> named(Slot slot) {
    return slot.choices().isEmpty()
        ? Optional.empty()
        : Choice.meant(String.join(". ", transcript.by(true)), slot.choices(), slot.about())
            .or(() -> Choice.named(transcript.statements(), slot.choices()))
            .map(NODES::textNode);
  }

  /// What the caller said of it without being asked.
  private Optional<JsonNode> volunteered(Slot slot) {
    return transcript.by(true).stream()
        .filter(said -> !said.contains("\uFFFD") && slot.isToldIn(said))
        .findFirst()
        .flatMap(slot::value);
  }

  private static JsonNode unknown(JsonNode schema, Slot slot) {
    if (allowsNull(schema)) {
      return NODES.nullNode();
    }
    List<String> choices = slot.choices();
    if (!choices.isEmpty()) {
      return NODES.textNode(
          UNDECIDED.stream().filter(choices::contains).findFirst().orElse(choices.getFirst()));
    }
    return switch (slot.type()) {
      case "integer", "number" -> NODES.numberNode(0);
      case "boolean" -> NODES.booleanNode(false);
      case "array" -> NODES.arrayNode();
      case "object" -> NODES.objectNode();
      default -> NODES.textNode("");
    };
  }

  private static boolean allowsNull(JsonNode schema) {
    for (JsonNode type : schema.path("type")) {
      if (type.asText().equals("null")) {
        return true;
      }
    }
    for (JsonNode one : schema.path("anyOf")) {
      if (one.path("type").asText().equals("null")) {
        return true;
      }
    }
    return false;
  }
}
