package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The shapes that others are made of.
final class Shapes {
  static final Shape ANY = (_, _) -> {};
  static final Shape BOOLEAN =
      (value, path) -> require(value.isBoolean(), value, path, "a boolean");
  static final Shape OBJECT = (value, path) -> require(value.isObject(), value, path, "an object");

  private Shapes() {}

  static Shape string(int maxLength) {
    return (value, path) -> {
      require(value.isTextual(), value, path, "a string");
      int length = value.textValue().length();
      if (length > maxLength) {
        throw new EventError(
            "string_above_max_length",
            ("Invalid '%s': string too long. Expected a string with maximum length %d, but got a"
                    + " string with length %d instead.")
                .formatted(path, maxLength, length),
            path);
      }
    };
  }

  static Shape matching(String pattern, int maxLength) {
    Pattern allowed = Pattern.compile(pattern);
    return (value, path) -> {
      string(maxLength).check(value, path);
      if (!allowed.matcher(value.textValue()).matches()) {
        throw EventError.invalidValue(
            path,
            ("Invalid '%s': string does not match pattern. Expected a string that matches the"
                    + " pattern '%s'.")
                .formatted(path, pattern));
      }
    };
  }

  static Shape integer(int least, int most) {
    return (value, path) -> {
      require(value.isIntegralNumber(), value, path, "an integer");
      range(value.doubleValue(), least, most, "integer", value, path);
    };
  }

  static Shape number(double least, double most) {
    return (value, path) -> {
      require(value.isNumber(), value, path, "a decimal number");
      range(value.doubleValue(), least, most, "decimal", value, path);
    };
  }

  static Shape oneOf(String... allowed) {
    return (value, path) -> {
      require(value.isTextual(), value, path, "one of " + quoted(List.of(allowed)));
      if (!List.of(allowed).contains(value.textValue())) {
        throw unsupported(path, value.textValue(), List.of(allowed));
      }
    };
  }

  static Shape list(Shape element, int most) {
    return (value, path) -> {
      require(value.isArray(), value, path, "an array");
      if (value.size() > most) {
        throw new EventError(
            "array_above_max_length",
            "Invalid '%s': array too long. Expected an array with maximum length %d, but got %d."
                .formatted(path, most, value.size()),
            path);
      }
      for (int i = 0; i < value.size(); i++) {
        element.check(value.get(i), path + "[" + i + "]");
      }
    };
  }

  /// Strings by name.
  static Shape strings(int most, int maxName, int maxValue) {
    return (value, path) -> {
      require(value.isObject(), value, path, "an object");
      if (value.size() > most) {
        throw EventError.invalidValue(path, "Too many entries in '%s'.".formatted(path));
      }
      value
          .properties()
          .forEach(
              entry -> {
                if (entry.getKey().length() > maxName) {
                  throw EventError.invalidValue(
                      path, "A name in '%s' is too long.".formatted(path));
                }
                string(maxValue).check(entry.getValue(), path + "." + entry.getKey());
              });
    };
  }

  /// An object whose field `type` says which shape it has.
  static Shape byType(Map<String, Shape> shapes) {
    return byField("type", shapes);
  }

  /// An object of which one field says which shape it has.
  static Shape byField(String field, Map<String, Shape> shapes) {
    return (value, path) -> {
      require(value.isObject(), value, path, "an object");
      JsonNode type = value.get(field);
      if (type == null) {
        throw EventError.missing(at(path, field));
      }
      Shape shape = shapes.get(type.asText());
      if (shape == null) {
        throw unsupported(
            at(path, field), type.asText(), shapes.keySet().stream().sorted().toList());
      }
      shape.check(value, path);
    };
  }

  /// A string, or whatever else the other shape says.
  static Shape textOr(Shape text, Shape other) {
    return (value, path) -> (value.isTextual() ? text : other).check(value, path);
  }

  static String at(String path, String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private static void require(boolean holds, JsonNode value, String path, String expected) {
    if (!holds) {
      throw EventError.invalidType(path, expected, Shape.kind(value));
    }
  }

  private static void range(
      double number, double least, double most, String kind, JsonNode value, String path) {
    boolean below = number < least;
    if (below || number > most) {
      String side = below ? "below minimum" : "above maximum";
      String bound = below ? ">= " + plain(least) : "<= " + plain(most);
      throw new EventError(
          kind + (below ? "_below_min_value" : "_above_max_value"),
          "Invalid '%s': %s %s value. Expected a value %s, but got %s instead."
              .formatted(path, kind, side, bound, value.asText()),
          path);
    }
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private static EventError unsupported(String path, String value, List<String> supported) {
    return EventError.invalidValue(
        path, "Invalid value: '%s'. Supported values are: %s.".formatted(value, quoted(supported)));
  }

  private static String quoted(List<String> values) {
    return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
  }
}
