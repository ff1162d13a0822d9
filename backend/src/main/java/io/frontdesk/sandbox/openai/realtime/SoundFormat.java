package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.audio.ALaw;
import io.frontdesk.sandbox.audio.Pcm24;

/// How sound is written in a session. The stand-in itself works with 8 kHz mu-law, in which its
/// words travel; 24 kHz samples keep them, A-law loses them.
enum SoundFormat {
  PCM("audio/pcm", 48),
  PCMU("audio/pcmu", 8),
  PCMA("audio/pcma", 8);

  private final String type;
  private final int bytesPerMs;

  SoundFormat(String type, int bytesPerMs) {
    this.type = type;
    this.bytesPerMs = bytesPerMs;
  }

  static SoundFormat of(JsonNode json) {
    for (SoundFormat format : values()) {
      if (format.type.equals(json.path("type").asText())) {
        return format;
      }
    }
    throw new IllegalArgumentException("no such format: " + json);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", type);
    return this == PCM ? json.put("rate", 24_000) : json;
  }

  int bytesPerMs() {
    return bytesPerMs;
  }

  byte[] fromMuLaw(byte[] ulaw) {
    return switch (this) {
      case PCM -> Pcm24.fromMuLaw(ulaw);
      case PCMU -> ulaw;
      case PCMA -> ALaw.fromMuLaw(ulaw);
    };
  }

  /// @param sound whole samples; for 24 kHz, whole groups of three
  byte[] toMuLaw(byte[] sound) {
    return switch (this) {
      case PCM -> Pcm24.toMuLaw(sound);
      case PCMU -> sound;
      case PCMA -> ALaw.toMuLaw(sound);
    };
  }

  /// Bytes that make one mu-law sample.
  int bytesPerSample() {
    return bytesPerMs / 8;
  }
}
