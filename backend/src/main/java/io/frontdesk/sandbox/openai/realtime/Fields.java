package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The shape of an object with known fields; any other field is an error.
final class Fields implements Shape {
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();

  /// With one field more that may be missing.
  Fields may(String name, Shape shape) {
    shapes.put(name, shape);
    return this;
  }

  /// With one field more that must be there.
  Fields must(String name, Shape shape) {
    required.add(name);
    return may(name, shape);
  }

  @Override
  public void check(JsonNode value, String path) {
    Shapes.OBJECT.check(value, path);
    for (String name : required) {
      if (!value.has(name)) {
        throw EventError.missing(Shapes.at(path, name));
      }
    }
    value
        .properties()
        .forEach(
            field -> {
              Shape shape = shapes.get(field.getKey());
              if (shape == null) {
                throw EventError.unknown(Shapes.at(path, field.getKey()));
              }
              shape.check(field.getValue(), Shapes.at(path, field.getKey()));
            });
  }
}
