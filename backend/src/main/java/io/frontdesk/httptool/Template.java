package io.frontdesk.httptool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts what a model told into an address or a body, at `{name}`: as one value, whatever it holds.
/// In an address it is a piece of the path or the query and cannot become more; in a body it stays
/// inside its text, or takes the place of a text that is nothing else.
final class Template {
  /// What is known besides what the model told.
  static final Set<String> OF_THE_CALL = Set.of("caller_number", "call_id");

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9_]*)}");
  private static final Pattern BEGINNING = Pattern.compile("(?i)https?://[^/?#{}]+");
  private static final int LONGEST_BODY = 10_000;

  private Template() {}

  /// All names that a template can use.
  static Set<String> known(JsonNode parameters) {
    var known = new HashSet<>(OF_THE_CALL);
    parameters.path("properties").fieldNames().forEachRemaining(known::add);
    return known;
  }

  /// What is wrong with an address; empty if nothing is.
  static Optional<String> urlProblem(String url, Set<String> known) {
    if (!BEGINNING.matcher(url).lookingAt()) {
      return Optional.of("must begin with https:// and a host that is always the same");
    }
    var unknown = unknown(url, known);
    if (unknown.isPresent()) {
      return unknown;
    }
    try {
      URI sample = URI.create(VARIABLE.matcher(url).replaceAll("x"));
      return sample.getHost() == null || sample.getRawUserInfo() != null
          ? Optional.of("must name a host, and no user")
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("is no address");
    }
  }

  /// What is wrong with a body; empty if nothing is.
  static Optional<String> bodyProblem(JsonNode body, Set<String> known) {
    String text = body.toString();
    return text.length() > LONGEST_BODY
        ? Optional.of("must have at most %d characters".formatted(LONGEST_BODY))
        : unknown(text, known);
  }

  private static Optional<String> unknown(String text, Set<String> known) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(variable -> variable.group(1))
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> "uses {%s}, which is no parameter".formatted(name));
  }

  /// The address with what was told; blank where something was not.
  static URI url(String url, JsonNode told) {
    return URI.create(
        replaced(
            url,
            name ->
                URLEncoder.encode(text(told.path(name)), StandardCharsets.UTF_8)
                    .replace("+", "%20")));
  }

  /// The body with what was told. A text that is only a variable becomes the value itself, null if
  /// it was not told.
  static JsonNode body(JsonNode body, JsonNode told) {
    return switch (body) {
      case TextNode text -> filled(text.textValue(), told);
      case ObjectNode object -> {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field -> filled.set(field.getKey(), body(field.getValue(), told)));
        yield filled;
      }
      case ArrayNode array -> {
        ArrayNode filled = JsonNodeFactory.instance.arrayNode();
        array.forEach(inner -> filled.add(body(inner, told)));
        yield filled;
      }
      default -> body;
    };
  }

  private static JsonNode filled(String text, JsonNode told) {
    Matcher whole = VARIABLE.matcher(text);
    if (whole.matches()) {
      JsonNode value = told.path(whole.group(1));
      return value.isMissingNode() ? NullNode.getInstance() : value;
    }
    return TextNode.valueOf(replaced(text, name -> text(told.path(name))));
  }

  private static String replaced(String text, Function<String, String> value) {
    return VARIABLE
        .matcher(text)
        .replaceAll(variable -> Matcher.quoteReplacement(value.apply(variable.group(1))));
  }

  private static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
