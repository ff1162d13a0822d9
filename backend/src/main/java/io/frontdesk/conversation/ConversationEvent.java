package io.frontdesk.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.call.ToolCall;
import io.frontdesk.conversation.alarm.Alarm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened on a call, as the engine that carries it reports.
///
/// Items are pieces of the conversation; the engine reports them in the order in which they are
/// part of it.
public sealed interface ConversationEvent {
  /// The line is open: the caller can be heard and spoken to.
  record StreamStarted() implements ConversationEvent {}

  /// The model has its instructions.
  record ModelReady() implements ConversationEvent {}

  /// The caller begins to speak.
  /// @param itemId what the words will be called
  record CallerStartedSpeaking(String itemId) implements ConversationEvent {}

  /// The caller has by now spoken for as long as it takes to be yielded to.
  record CallerInsists(String itemId) implements ConversationEvent {}

  /// The caller is silent again.
  record CallerStoppedSpeaking(String itemId) implements ConversationEvent {}

  /// The caller's turn is part of the conversation; a model of its own will answers it by itself.
  record CallerTurnEnded(String itemId) implements ConversationEvent {}

  /// The words of a caller's turn are known.
  record CallerTranscribed(String itemId, String text) implements ConversationEvent {}

  /// The words of a caller's turn will never be known.
  record CallerNotTranscribed(String itemId) implements ConversationEvent {}

  /// The caller pressed a key of the telephone.
  record KeyPressed(char key) implements ConversationEvent {}

  /// The model begins to answer.
  /// @param request which of our requests it follows; null if it answers the caller by itself
  record ResponseStarted(String responseId, @Nullable String request)
      implements ConversationEvent {}

  /// The model would not follow this request now: another answer is running.
  record ResponseRefused(String request) implements ConversationEvent {}

  /// The model is done with an answer.
  /// @param calls the tools to run; only of a complete answer
  record ResponseEnded(String responseId, Outcome outcome, List<FunctionCall> calls)
      implements ConversationEvent {
    /// An end whose calls nobody can change.
    public ResponseEnded {
      calls = List.copyOf(calls);
    }
  }

  /// The first sound of an item of the receptionist's goes out.
  record SpeechStarted(String itemId) implements ConversationEvent {}

  /// The caller has heard an item to its end.
  record SpeechHeard(String itemId, String text) implements ConversationEvent {}

  /// The caller will hear no more of an item than this.
  /// @param text all words of it, heard or not
  record SpeechCut(String itemId, String text, String heardText) implements ConversationEvent {}

  /// A tool is done; it always gets done, if only by running out of time.
  /// @param call what was done and what the model is answered
  /// @param endsCall whether the call is over once the model has said what came of it
  /// @param confirms whether what came of it is to be heard to its end
  /// @param handsOver whether the line is somebody else's once the model has said what came of it
  record ToolFinished(ToolCall call, boolean endsCall, boolean confirms, boolean handsOver)
      implements ConversationEvent {
    /// An end after which the conversation goes on, or the call is over.
    public ToolFinished(ToolCall call, boolean endsCall, boolean confirms) {
      this(call, endsCall, confirms, false);
    }

    /// An end of which the caller may hear as much as they like.
    public ToolFinished(ToolCall call, boolean endsCall) {
      this(call, endsCall, false, false);
    }
  }

  /// Somebody of the business wants this said, word for word.
  record AskedToSay(String words) implements ConversationEvent {}

  /// The caller said something from which something follows at once.
  record Alarmed(Alarm alarm) implements ConversationEvent {}

  /// The call has cost as much as one may.
  record BudgetSpent() implements ConversationEvent {}

  /// What the business's clock reads was looked up.
  /// @param text for the model
  /// @param until when that is to be looked up again
  record ClockRead(String text, Instant until) implements ConversationEvent {}

  /// The model has begun to write what a tool needs.
  record FunctionCallBegun() implements ConversationEvent {}

  /// The model cannot go on.
  record ModelFailed(String reason) implements ConversationEvent {}

  /// The line is closed, by whomever.
  record StreamEnded() implements ConversationEvent {}

  /// The moment has come that [Conversation#deadline] named.
  record TimePassed() implements ConversationEvent {}

  /// How an answer ended.
  enum Outcome {
    /// The model said and did all it wanted.
    @JsonProperty("completed")
    COMPLETED,
    /// The caller talked over it, or we stopped it.
    @JsonProperty("cancelled")
    CANCELLED,
    /// It came to a limit in mid-sentence.
    @JsonProperty("incomplete")
    INCOMPLETE,
    /// The model could not; it may the next time.
    @JsonProperty("failed")
    FAILED,
    /// The model cannot, and will not the next time either.
    @JsonProperty("exhausted")
    EXHAUSTED
  }
}
