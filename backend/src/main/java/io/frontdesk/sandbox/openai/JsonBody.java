package io.frontdesk.sandbox.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.wire.Request;

/// The JSON object in a request's body.
final class JsonBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode json;

  private JsonBody(ObjectNode json) {
    this.json = json;
  }

  /// @throws ApiError if the body is not a JSON object
  static JsonBody of(Request request) {
    try {
      if (JSON.readTree(request.body()) instanceof ObjectNode object) {
        return new JsonBody(object);
      }
    } catch (JsonProcessingException e) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static ApiError unreadable() {
    return ApiError.badRequest(
        null,
        "We could not parse the JSON body of your request. (HINT: This likely means you aren't"
            + " using your HTTP library correctly.)",
        null);
  }

  JsonNode get(String field) {
    return json.path(field);
  }

  /// A field that must be a text.
  String text(String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode()) {
      throw ApiError.missing(field);
    }
    if (!value.isTextual()) {
      throw ApiError.badRequest(
          "invalid_type", "Invalid type for '%s': expected a string.".formatted(field), field);
    }
    return value.textValue();
  }

  /// A field that may be missing.
  String textOr(String field, String otherwise) {
    return json.hasNonNull(field) ? text(field) : otherwise;
  }
}
