package io.frontdesk.voice;

import io.frontdesk.call.ToolCall;
import java.util.Map;
import java.util.Optional;

/// How the caller is asked to hold on: in the language that is spoken by now. Of one event loop
/// only.
final class Holding {
  private final Map<String, HoldSentence> sentences;
  private String language;

  /// @param sentences by language, those that are recorded
  /// @param language in which the call begins
  Holding(Map<String, HoldSentence> sentences, String language) {
    this.sentences = sentences;
    this.language = language;
  }

  /// A tool is done, which may have been the one that changes the language.
  void used(ToolCall call) {
    if (call.tool().equals("set_language") && call.output().path("ok").asBoolean()) {
      language = call.output().path("language").asText(language);
    }
  }

  /// Empty if nothing was recorded in that language.
  Optional<HoldSentence> sentence() {
    return Optional.ofNullable(sentences.get(language));
  }
}
