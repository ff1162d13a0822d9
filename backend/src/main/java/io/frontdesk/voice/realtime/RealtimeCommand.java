package io.frontdesk.voice.realtime;

import org.jspecify.annotations.Nullable;

/// A message we send to the model, the caller's audio apart.
/// Source: https://platform.openai.com/docs/api-reference/realtime-client-events
public sealed interface RealtimeCommand
    permits RealtimeCommand.AddText,
        RealtimeCommand.AnswerFunction,
        RealtimeCommand.Cancel,
        RealtimeCommand.Configure,
        CreateResponse,
        RealtimeCommand.Forget,
        RealtimeCommand.StopReplying,
        RealtimeCommand.Truncate {
  /// Sets the session up; everything else comes after the model has confirmed it.
  record Configure(SessionConfig config) implements RealtimeCommand {}

  /// The model goes on hearing turns but says nothing more by itself.
  record StopReplying(SessionConfig config) implements RealtimeCommand {}

  /// Puts text into the conversation, as if this party had said it.
  /// @param itemId what it shall be called; the model chooses if null
  record AddText(@Nullable String itemId, Role role, String text) implements RealtimeCommand {}

  /// Takes an item out of the conversation.
  record Forget(String itemId) implements RealtimeCommand {}

  /// What came of a tool.
  record AnswerFunction(String callId, String output) implements RealtimeCommand {}

  /// Makes no more of this answer.
  record Cancel(String responseId) implements RealtimeCommand {}

  /// What came after this point was never heard.
  /// @param audioEndMs from the start of the item's audio, in milliseconds; not past its end
  record Truncate(String itemId, int contentIndex, long audioEndMs) implements RealtimeCommand {}

  /// Whose words a text is.
  enum Role {
    /// The caller's.
    USER,
    /// The receptionist's.
    ASSISTANT,
    /// Nobody's: what the model should know.
    SYSTEM
  }
}
