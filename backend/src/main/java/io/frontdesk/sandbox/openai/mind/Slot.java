package io.frontdesk.sandbox.openai.mind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Something to find out: an intake question, or an argument of a function.
///
/// @param path where it stands in the function's arguments; one name for an intake question
/// @param question as it is asked
/// @param about all words that say what it is
/// @param schema the JSON Schema of its value
/// @param spelled whether the instructions want the answer spelled, and so noted with care
record Slot(
    List<String> path,
    String question,
    String about,
    boolean optional,
    JsonNode schema,
    boolean spelled) {
  private static final int ENOUGH_TO_TELL = 4;
  private static final Pattern YES_OR_NO =
      Pattern.compile(
          "(?i)^(?:do|does|did|is|are|was|were|have|has|will|would|can|could)\\b"
              + "(?!\\s+you\\s+(?:tell|give|say|spell|share))");

  static Slot ofQuestion(String key, String question, boolean optional) {
    ObjectNode text = JsonNodeFactory.instance.objectNode().put("type", "string");
    return new Slot(
        List.of(key), question, Words.spaced(key) + " " + question, optional, text, false);
  }

  /// The same question, whose answer is to be spelled.
  Slot toBeSpelled() {
    return new Slot(path, question, about, optional, schema, true);
  }

  static Slot ofArgument(List<String> path, JsonNode schema, boolean optional) {
    String name = Words.spaced(path.getLast());
    String description = schema.path("description").asText("");
    String question = Question.about(name, description) + Question.offer(choices(schema));
    return new Slot(path, question, name + " " + description, optional, schema, false);
  }

  /// The name under which an answer is kept, the same for an intake question and an argument.
  String key() {
    return key(String.join(".", path));
  }

  static String key(String name) {
    return Words.spaced(name).replace(' ', '_').toLowerCase(Locale.ROOT);
  }

  /// The value that these words mean, or nothing if they do not answer the question.
  Optional<JsonNode> value(String words) {
    return Answer.read(words, this);
  }

  /// The values to choose from; none if any will do.
  List<String> choices() {
    return choices(schema);
  }

  /// Whether words that nobody asked for say it already: they touch on it and say a good deal more.
  /// "My kitchen sink leaks, can somebody fix it?" tells what needs fixing.
  boolean isToldIn(String words) {
    Set<String> said = Words.stems(words);
    int common = Words.overlap(said, Words.stems(about));
    return !isYesOrNo()
        && choices().isEmpty()
        && type().equals("string")
        && common > 0
        && said.size() - common >= ENOUGH_TO_TELL;
  }

  /// Whether "no" answers the question rather than declines it.
  boolean isYesOrNo() {
    return schema.path("type").asText().equals("boolean") || YES_OR_NO.matcher(question).find();
  }

  /// Whether the value is a telephone number.
  boolean isPhone() {
    Set<String> stems = Words.stems(about);
    return stems.contains("phon") || stems.contains("telephon") || stems.contains("callback");
  }

  /// The JSON type, `null` aside; `string` if there is none.
  String type() {
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      return type.asText();
    }
    for (JsonNode one : type) {
      if (!one.asText().equals("null")) {
        return one.asText();
      }
    }
    for (JsonNode one : schema.path("anyOf")) {
      if (!one.path("type").asText("null").equals("null")) {
        return one.path("type").asText();
      }
    }
    return "string";
  }

  private static List<String> choices(JsonNode schema) {
    List<String> choices = new ArrayList<>();
    for (JsonNode choice : schema.path("enum")) {
      if (choice.isTextual()) {
        choices.add(choice.asText());
      }
    }
    for (JsonNode one : schema.path("anyOf")) {
      choices.addAll(choices(one));
    }
    return choices;
  }
}
