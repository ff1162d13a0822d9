package io.frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.ObjectMappers;
import com.openai.models.realtime.RealtimeServerEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds events against OpenAI's own Java types.
final class OfficialTypes {
  private static final Pattern UNKNOWN_FIELDS =
      Pattern.compile("(?<!Metadata\\{)additionalProperties=\\{([^}]+)}");

  private OfficialTypes() {}

  /// The event is one that OpenAI's library knows, with all it needs and nothing it does not know.
  static void assertServerEvent(String json) {
    try {
      var event = ObjectMappers.jsonMapper().readValue(json, RealtimeServerEvent.class);
      event.validate();
      Matcher unknown = UNKNOWN_FIELDS.matcher(event.toString());
      while (unknown.find()) {
        // The library's session type lacks these three; real sessions have them.
        assertThat(unknown.group(1).replaceAll("\\b(id|object|expires_at)=[^,]*(, )?", ""))
            .as("unknown fields in %s", json)
            .isEmpty();
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
