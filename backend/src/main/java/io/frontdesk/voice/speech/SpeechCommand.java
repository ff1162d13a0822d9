package io.frontdesk.voice.speech;

import io.frontdesk.call.Speaker;
import io.frontdesk.conversation.FunctionCall;
import org.jspecify.annotations.Nullable;

/// What the bridge asks of a model, the caller's audio apart.
public sealed interface SpeechCommand
    permits SpeechCommand.AddCall,
        SpeechCommand.AddText,
        SpeechCommand.AnswerFunction,
        SpeechCommand.Cancel,
        SpeechCommand.Start,
        CreateResponse,
        SpeechCommand.Forget,
        SpeechCommand.LetYield,
        SpeechCommand.StopReplying,
        SpeechCommand.Truncate {
  /// Sets the session up; everything else comes after the model has confirmed it.
  record Start(SessionConfig config) implements SpeechCommand {}

  /// The model goes on hearing turns but says nothing more by itself.
  record StopReplying(SessionConfig config) implements SpeechCommand {}

  /// Whether a model that falls silent by itself may, when the caller speaks.
  record LetYield(SessionConfig config, boolean byItself) implements SpeechCommand {}

  /// Puts text into the conversation, as if this party had said it.
  /// @param itemId what it shall be called; the model chooses if null
  record AddText(@Nullable String itemId, Role role, String text) implements SpeechCommand {}

  /// Puts a use of a tool into the conversation, as if the model had asked for it.
  record AddCall(FunctionCall call) implements SpeechCommand {}

  /// Takes an item out of the conversation.
  record Forget(String itemId) implements SpeechCommand {}

  /// What came of a tool.
  record AnswerFunction(String callId, String output) implements SpeechCommand {}

  /// Makes no more of this answer.
  record Cancel(String responseId) implements SpeechCommand {}

  /// What came after this point was never heard.
  /// @param audioEndMs from the start of the item's audio, in milliseconds; not past its end
  record Truncate(String itemId, int contentIndex, long audioEndMs) implements SpeechCommand {}

  /// Whose words a text is.
  enum Role {
    /// The caller's.
    USER,
    /// The receptionist's.
    ASSISTANT,
    /// Nobody's: what the model should know.
    SYSTEM;

    /// The role in which the model knows this speaker.
    public static Role of(Speaker speaker) {
      return switch (speaker) {
        case CALLER -> USER;
        case RECEPTIONIST -> ASSISTANT;
        case SYSTEM -> SYSTEM;
      };
    }
  }
}
