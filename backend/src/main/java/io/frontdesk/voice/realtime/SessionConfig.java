package io.frontdesk.voice.realtime;

import io.frontdesk.conversation.tool.ToolSpec;
import java.util.List;

/// How the model should listen and speak on one call.
/// @param voice one of the model's voices
/// @param transcription how the caller's words are written down
/// @param turns how the model tells when the caller speaks
public record SessionConfig(
    String instructions,
    String voice,
    Transcription transcription,
    TurnDetection turns,
    List<ToolSpec> tools) {
  /// A config whose tools nobody can change.
  public SessionConfig {
    tools = List.copyOf(tools);
  }

  /// How the caller's words are written down, beside what the model itself understands.
  /// @param prompt names that may come up; empty if none
  public record Transcription(String model, String prompt) {}

  /// When the model's VAD takes sound for speech, and silence for the end of a turn.
  /// @param threshold how loud speech must be, from 0 to 1
  /// @param prefixMs how much of what was before counts as speech too, in milliseconds
  /// @param silenceMs how long silence must be to end a turn, in milliseconds
  public record TurnDetection(double threshold, int prefixMs, int silenceMs) {
    /// What suits most callers.
    public static final TurnDetection DEFAULT = new TurnDetection(0.5, 300, 500);
  }
}
