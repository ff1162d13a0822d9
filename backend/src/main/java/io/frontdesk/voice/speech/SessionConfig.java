package io.frontdesk.voice.speech;

import io.frontdesk.conversation.tool.ToolSpec;
import io.frontdesk.receptionist.Listening;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the model should listen and speak on one call. It holds only what the model can do.
///
/// @param voice one of the model's voices
/// @param speed how fast it speaks; 1 is usual; null where that cannot be chosen
/// @param listening how the model tells when the caller speaks
/// @param transcription how the caller's words are written down
public record SessionConfig(
    String instructions,
    String voice,
    @Nullable Double speed,
    Listening listening,
    Transcription transcription,
    List<ToolSpec> tools) {
  /// A config whose tools nobody can change.
  public SessionConfig {
    tools = List.copyOf(tools);
  }

  /// How the caller's words are written down, beside what the model itself understands.
  ///
  /// @param languages which may be heard, as ISO 639-1 codes; empty for any
  /// @param takesSeveral whether more than one of them may be named
  /// @param prompt names that may come up; empty if none
  public record Transcription(
      String model, List<String> languages, boolean takesSeveral, String prompt) {
    public Transcription {
      languages = List.copyOf(languages);
    }
  }
}
