package io.frontdesk.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.frontdesk.testing.ApiDocument;
import io.frontdesk.testing.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The fields of bodies, as the document describes them.
final class Fields {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HERE = "@here@";

  /// What a list's own place and a map's own key are called.
  private static final String ANY = "any";

  private final ApiDocument document;
  private final Sample sample;

  Fields(ApiDocument document) {
    this.document = document;
    this.sample = new Sample(document);
  }

  /// A place in a body: the names that lead there, the last one its own, and for each name the
  /// schema that it belongs to.
  final class Field {
    private final List<JsonNode> parents;
    private final List<String> names;

    private Field(List<JsonNode> parents, List<String> names) {
      this.parents = parents;
      this.names = names;
    }

    /// A good body but for this field.
    ///
    /// @param value as JSON, or as what is nearly JSON
    String holding(String value, String goodBody) {
      try {
        var body = JSON.readTree(goodBody.replace('\'', '"'));
        return put(body, 0).toString().replace("\"" + HERE + "\"", value);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(goodBody, e);
      }
    }

    private JsonNode put(JsonNode node, int depth) {
      if (depth == names.size()) {
        return TextNode.valueOf(HERE);
      }
      JsonNode schema = parents.get(depth);
      String name = names.get(depth);
      if (schema.has("items")) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        return list.add(put(sample.of(schema.path("items")), depth + 1));
      }
      ObjectNode object =
          node instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
      JsonNode below = object.has(name) ? object.path(name) : sample.of(child(schema, name));
      object.set(name, put(below, depth + 1));
      return object;
    }

    @Override
    public String toString() {
      return "/" + String.join("/", names);
    }
  }

  /// All fields of an operation's body; of those that several places share, one.
  List<Field> of(Operation operation) {
    var found = new ArrayList<Field>();
    collect(schema(operation), List.of(), List.of(), found, new HashSet<>());
    return found;
  }

  /// The operation with a good body and no rows of anybody's.
  Request sample(Operation operation) {
    return new Request(
        operation, operation.path(), Optional.of(sample.of(schema(operation)).toString()));
  }

  private static JsonNode schema(Operation operation) {
    return operation.json().at("/requestBody/content/application~1json/schema");
  }

  private void collect(
      JsonNode referring,
      List<JsonNode> parents,
      List<String> names,
      List<Field> found,
      Set<String> seen) {
    JsonNode schema = plain(referring);
    var below = new ArrayList<>(parents);
    below.add(schema);
    for (String name : children(schema)) {
      var path = new ArrayList<>(names);
      path.add(name);
      // What a schema says of a field is tried once, wherever the schema is used again.
      if (names.isEmpty() || seen.add(schema.hashCode() + "/" + name)) {
        found.add(new Field(List.copyOf(below), List.copyOf(path)));
        collect(child(schema, name), below, path, found, seen);
      }
    }
  }

  private static List<String> children(JsonNode schema) {
    var names = new ArrayList<String>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    if (schema.has("items") || schema.path("additionalProperties").isObject()) {
      names.add(ANY);
    }
    return names;
  }

  private JsonNode child(JsonNode schema, String name) {
    JsonNode property = schema.path("properties").path(name);
    if (!property.isMissingNode()) {
      return plain(property);
    }
    return plain(schema.has("items") ? schema.path("items") : schema.path("additionalProperties"));
  }

  /// A schema without references, and without the null that it may be.
  private JsonNode plain(JsonNode referring) {
    JsonNode schema = document.resolve(referring);
    return schema.has("anyOf") ? plain(schema.path("anyOf").get(0)) : schema;
  }
}
