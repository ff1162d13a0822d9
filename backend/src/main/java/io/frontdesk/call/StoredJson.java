package io.frontdesk.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.web.CleanText;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/// JSON as PostgreSQL takes it: it refuses NUL even when it is escaped.
@Singleton
class StoredJson {
  private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private final ObjectMapper json;

  StoredJson(ObjectMapper json) {
    this.json = json;
  }

  String write(Object value) {
    try {
      return ESCAPED_NUL
          .matcher(CleanText.of(json.writeValueAsString(value)))
          .replaceAll("$1\\\\ufffd");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  JsonNode read(String stored) {
    try {
      return json.readTree(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
