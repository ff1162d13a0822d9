package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;

/// What a server may say on a media stream.
/// Source: https://www.twilio.com/docs/voice/media-streams/websocket-messages
sealed interface StreamCommand {

  /// Play this after all that was sent before.
  ///
  /// @param payload base64 of 8 kHz mu-law
  record Media(String payload) implements StreamCommand {
    byte[] ulaw() {
      return Base64.getDecoder().decode(payload);
    }
  }

  /// Tell when all that was sent before has been played.
  record Mark(String name) implements StreamCommand {}

  /// Drop what has not been played.
  record Clear() implements StreamCommand {}

  /// A message that makes no sense; Twilio's warning 31951.
  record Refused(String why) implements StreamCommand {}

  /// Reads a message.
  static StreamCommand parse(String text, String streamSid) {
    var message = Json.read(text);
    if (!message.isObject()) {
      return new Refused("not a JSON object");
    }
    var event = message.path("event").asText();
    if (!message.path("streamSid").asText().equals(streamSid)) {
      return new Refused("'%s' for another streamSid".formatted(event));
    }
    return switch (event) {
      case "media" -> media(message.path("media").path("payload"));
      case "mark" -> mark(message.path("mark").path("name"));
      case "clear" -> new Clear();
      default -> new Refused("unknown event '%s'".formatted(event));
    };
  }

  private static StreamCommand media(JsonNode payload) {
    if (!payload.isTextual() || payload.asText().isEmpty()) {
      return new Refused("media without payload");
    }
    try {
      var media = new Media(payload.asText());
      return media.ulaw().length == 0 ? new Refused("media without payload") : media;
    } catch (IllegalArgumentException e) {
      return new Refused("media whose payload is not base64");
    }
  }

  private static StreamCommand mark(JsonNode name) {
    return name.isTextual() && !name.asText().isEmpty()
        ? new Mark(name.asText())
        : new Refused("mark without name");
  }
}
