package io.frontdesk.httptool;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The JSON Schema of what a model has to tell a tool: of an object, in the 2020-12 dialect,
/// without what leads elsewhere or takes long to check.
/// Source: https://json-schema.org/draft/2020-12/json-schema-core
final class ParameterSchema {
  private static final int LONGEST = 10_000;
  private static final int DEEPEST = 10;
  private static final int MOST_PROPERTIES = 20;
  private static final int MOST_PROBLEMS = 5;
  private static final int LONGEST_PROBLEM = 200;
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,59}");

  /// In an address they would lead out of the place that they are put in.
  private static final Pattern DOTS = Pattern.compile("\\.{1,2}");

  /// References lead to other documents or around in circles; patterns are programs.
  private static final Set<String> REFUSED =
      Set.of(
          "$anchor",
          "$dynamicAnchor",
          "$dynamicRef",
          "$id",
          "$recursiveRef",
          "$ref",
          "$schema",
          "pattern",
          "patternProperties");

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final JsonSchema OF_SCHEMAS =
      SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012));

  private ParameterSchema() {}

  /// What is wrong with a schema; empty if nothing is.
  static List<String> problems(JsonNode schema) {
    if (!schema.isObject() || !schema.path("type").asText().equals("object")) {
      return List.of("must be a JSON Schema with the type object");
    }
    if (schema.toString().length() > LONGEST) {
      return List.of("must have at most %d characters".formatted(LONGEST));
    }
    if (depth(schema) > DEEPEST) {
      return List.of("must not be so deep");
    }
    if (schema.path("properties").size() > MOST_PROPERTIES) {
      return List.of("must have at most %d properties".formatted(MOST_PROPERTIES));
    }
    var refused = new TreeSet<String>();
    collect(schema, refused);
    for (var property : schema.path("properties").properties()) {
      if (!NAME.matcher(property.getKey()).matches()) {
        return List.of("must name its properties with letters, digits and _, a letter first");
      }
    }
    if (!refused.isEmpty()) {
      return List.of("must not use " + String.join(", ", refused));
    }
    return shown(OF_SCHEMAS.validate(schema));
  }

  /// What is wrong with what a model, or a person, tells a tool; empty if nothing is. What the
  /// schema does not name is wrong.
  static List<Fault> faults(JsonNode schema, JsonNode arguments) {
    var faults = new ArrayList<Fault>();
    for (var field : arguments.properties()) {
      if (!schema.path("properties").has(field.getKey())) {
        faults.add(new Fault("", "there is no argument " + cut(field.getKey())));
      } else if (DOTS.matcher(field.getValue().asText()).matches()) {
        faults.add(new Fault(field.getKey(), field.getKey() + " must not be dots alone"));
      }
    }
    try {
      SCHEMAS.getSchema(schema).validate(arguments).stream()
          .sorted(Comparator.comparing(ValidationMessage::getMessage))
          .limit(MOST_PROBLEMS)
          .map(ParameterSchema::fault)
          .forEach(faults::add);
    } catch (JsonSchemaException e) {
      faults.add(new Fault("", "cannot be checked"));
    }
    return faults;
  }

  /// Something that is wrong with arguments.
  ///
  /// @param argument whose value it is; empty if none alone
  record Fault(String argument, String problem) {}

  private static Fault fault(ValidationMessage message) {
    String missing = message.getProperty();
    var path = message.getInstanceLocation();
    String argument =
        path.getNameCount() > 0
            ? String.valueOf(path.getElement(0))
            : missing == null ? "" : missing;
    return new Fault(argument, cut(message.getMessage()));
  }

  private static List<String> shown(Set<ValidationMessage> messages) {
    return messages.stream()
        .map(ValidationMessage::getMessage)
        .sorted()
        .limit(MOST_PROBLEMS)
        .map(ParameterSchema::cut)
        .toList();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_PROBLEM));
  }

  /// Names of properties are no keywords.
  private static void collect(JsonNode schema, Set<String> refused) {
    for (var field : schema.properties()) {
      if (REFUSED.contains(field.getKey())) {
        refused.add(field.getKey());
      }
      if (field.getKey().equals("properties") || field.getKey().equals("$defs")) {
        field.getValue().forEach(inner -> collect(inner, refused));
      } else if (field.getValue().isObject()) {
        collect(field.getValue(), refused);
      } else {
        field.getValue().forEach(inner -> collect(inner, refused));
      }
    }
  }

  private static int depth(JsonNode node) {
    int deepest = 0;
    for (JsonNode inner : node) {
      deepest = Math.max(deepest, depth(inner));
    }
    return deepest + 1;
  }
}
