package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.WatermarkReader;
import java.util.Base64;

/// The sound in an item that a client creates.
/// @param words heard in it
record SpokenInput(String words, int audioMs) {

  static SpokenInput in(ObjectNode item, SoundFormat format) {
    StringBuilder words = new StringBuilder();
    int samples = 0;
    for (JsonNode part : item.path("content")) {
      if (part.path("type").asText().equals("input_audio")) {
        byte[] ulaw = format.toMuLaw(decode(part.get("audio").asText()));
        samples += ulaw.length;
        words.append(words.isEmpty() ? "" : " ").append(WatermarkReader.words(ulaw));
      }
    }
    return new SpokenInput(words.toString(), samples * 1_000 / MuLaw.SAMPLE_RATE_HZ);
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw EventError.invalidValue("item.content", "The audio is not base64.");
    }
  }
}
