package io.frontdesk.httptool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Lays one JSON object over another; single quotes stand for double quotes.
final class Overlay {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Overlay() {}

  static String of(String below, String above) {
    try {
      var all = (ObjectNode) JSON.readTree(below.replace('\'', '"'));
      all.setAll((ObjectNode) JSON.readTree(above.replace('\'', '"')));
      return all.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
