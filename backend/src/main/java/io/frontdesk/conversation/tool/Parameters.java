package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// All that a tool must and may be told: the JSON Schema that the model sees, and the check of what
/// the model then sends, made of the same description.
record Parameters(List<Parameter> all) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  Parameters {
    all = List.copyOf(all);
  }

  static Parameters of(Parameter... all) {
    return new Parameters(List.of(all));
  }

  /// What came of reading a model's arguments.
  sealed interface Reading {
    /// They are as they should be.
    /// @param json the same as the model wrote it
    record Good(Arguments arguments, ObjectNode json) implements Reading {}

    /// They are not.
    /// @param argument whose value is wrong or missing; empty if none alone
    /// @param problem names it and says what is wrong
    record Bad(String argument, String problem) implements Reading {}
  }

  /// JSON Schema of an object with these properties and no others.
  ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Parameter parameter : all) {
      properties.set(parameter.name(), parameter.schema());
      if (parameter.required()) {
        required.add(parameter.name());
      }
    }
    return schema.put("additionalProperties", false);
  }

  /// Checks what the model sent.
  /// @param arguments anything
  Reading read(String arguments) {
    return object(arguments, this::read);
  }

  /// Has what the model sent checked by `check`, if it is an object.
  static Reading object(String arguments, Function<ObjectNode, Reading> check) {
    try {
      return JSON.readTree(arguments) instanceof ObjectNode object
          ? check.apply(object)
          : new Reading.Bad("", "the arguments are not a JSON object");
    } catch (JsonProcessingException e) {
      return new Reading.Bad("", "the arguments are not JSON");
    }
  }

  private Reading read(ObjectNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (all.stream().noneMatch(parameter -> parameter.name().equals(field.getKey()))) {
        return new Reading.Bad("", "there is no argument " + quoted(field.getKey()));
      }
    }
    var values = new HashMap<String, String>();
    for (Parameter parameter : all) {
      JsonNode value = object.path(parameter.name());
      String problem = problem(parameter, value);
      if (!problem.isEmpty()) {
        return new Reading.Bad(parameter.name(), parameter.name() + " " + problem);
      }
      if (value.isTextual() && !value.textValue().isBlank()) {
        values.put(parameter.name(), value.textValue().strip());
      }
    }
    return new Reading.Good(new Arguments(values), object);
  }

  private static String problem(Parameter parameter, JsonNode value) {
    boolean blank = value.isTextual() && value.textValue().isBlank();
    if (value.isMissingNode() || value.isNull() || blank) {
      return parameter.required() ? "is missing" : "";
    }
    if (!value.isTextual()) {
      return "must be a string";
    }
    String text = value.textValue();
    if (text.length() > parameter.maxLength()) {
      return "must have at most " + parameter.maxLength() + " characters";
    }
    if (text.indexOf('\0') >= 0 || !text.codePoints().allMatch(Parameters::isText)) {
      return "has characters that are no text";
    }
    boolean known = parameter.choices().isEmpty() || parameter.choices().contains(text);
    return known ? "" : "must be one of " + String.join(", ", parameter.choices());
  }

  private static boolean isText(int codePoint) {
    return codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE;
  }

  private static String quoted(String name) {
    return "\"" + name.substring(0, Math.min(name.length(), 40)) + "\"";
  }
}
