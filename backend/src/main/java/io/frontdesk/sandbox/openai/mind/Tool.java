package io.frontdesk.sandbox.openai.mind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A function the model may call.
///
/// @param parameters a JSON Schema of type object; other nodes count as no parameters
public record Tool(String name, String description, JsonNode parameters) {
  private static final int MAX_DEPTH = 5;
  private static final Set<String> ENDS = Words.rawStems("end hang finish close terminate");
  private static final Set<String> CALL = Words.rawStems("call conversation phone");

  /// The arguments it takes, those of nested objects one by one, in the schema's order.
  List<Slot> arguments() {
    List<Slot> slots = new ArrayList<>();
    collect(parameters, List.of(), true, slots);
    return slots;
  }

  Optional<Slot> argument(String key) {
    return arguments().stream().filter(slot -> slot.key().equals(Slot.key(key))).findFirst();
  }

  /// Whether this is the function that ends the call.
  boolean endsTheCall() {
    String first = Words.sentence(description).findFirst().orElse("");
    return arguments().stream().allMatch(Slot::optional)
        && (both(Words.rawStems(Words.spaced(name)), ENDS, CALL)
            || both(Words.rawStems(first), ENDS, CALL));
  }

  /// Whether this is a function for questions that the instructions do not answer.
  boolean takesQuestions() {
    return arguments().stream()
        .filter(slot -> !slot.optional())
        .map(Slot::key)
        .toList()
        .equals(List.of("question"));
  }

  /// Whether this is a function that notes the answers to questions, one by one.
  boolean notesAnswers() {
    return arguments().stream()
        .filter(slot -> !slot.optional())
        .map(Slot::key)
        .toList()
        .equals(List.of("key", "value"));
  }

  /// Whether this is the function that changes the language.
  boolean changesLanguage() {
    return arguments().stream().map(Slot::key).toList().equals(List.of("language"));
  }

  /// The name as people would say it: `take_message` is "take a message".
  String spoken() {
    String[] words = Words.spaced(name).split(" ");
    if (words.length != 2) {
      return String.join(" ", words);
    }
    String article = "aeiou".indexOf(words[1].charAt(0)) >= 0 ? "an" : "a";
    return words[0] + " " + article + " " + words[1];
  }

  private static boolean both(Set<String> stems, Set<String> some, Set<String> others) {
    return stems.stream().anyMatch(some::contains) && stems.stream().anyMatch(others::contains);
  }

  private static void collect(
      JsonNode schema, List<String> path, boolean required, List<Slot> slots) {
    if (path.size() >= MAX_DEPTH) {
      return;
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              List<String> inner = new ArrayList<>(path);
              inner.add(property.getKey());
              boolean needed = required && requires(schema, property.getKey());
              if (property.getValue().path("properties").isObject()) {
                collect(property.getValue(), inner, needed, slots);
              } else {
                slots.add(Slot.ofArgument(List.copyOf(inner), property.getValue(), !needed));
              }
            });
  }

  private static boolean requires(JsonNode schema, String property) {
    for (JsonNode required : schema.path("required")) {
      if (required.asText().equals(property)) {
        return true;
      }
    }
    return false;
  }
}
