package io.frontdesk.voice.speech;

import io.frontdesk.call.ModelTokens;
import io.frontdesk.conversation.FunctionCall;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a model tells the bridge. An event is valid while its listener is told it.
public sealed interface SpeechEvent {
  /// The session exists, with settings that are not yet ours.
  /// @param expiresAt when the provider will end it; null if it does not tell
  record Opened(@Nullable Instant expiresAt) implements SpeechEvent {}

  /// The session has our settings.
  record Ready() implements SpeechEvent {}

  /// The model's VAD hears speech.
  /// @param itemId what the caller's words will be called
  /// @param startMs where the turn begins in the sound that the session was given, in milliseconds;
  ///     null if the model does not tell
  record SpeechStarted(String itemId, @Nullable Long startMs) implements SpeechEvent {}

  /// The model's VAD hears silence after speech.
  record SpeechStopped(String itemId) implements SpeechEvent {}

  /// The caller's turn is over and part of the conversation.
  record Committed(String itemId, @Nullable String previousItemId) implements SpeechEvent {}

  /// Something is part of the conversation.
  /// @param type `message`, `function_call` or `function_call_output`
  /// @param role `user`, `assistant` or `system`; null unless a message
  record ItemAdded(
      String itemId, @Nullable String previousItemId, String type, @Nullable String role)
      implements SpeechEvent {}

  /// More words of what the caller said, for whoever cannot wait for all of them.
  record CallerWords(String itemId, String words) implements SpeechEvent {}

  /// What the caller said. May come long after the turn, or not at all.
  /// @param usage what writing it down took; null if the model does not tell
  record CallerTranscribed(String itemId, String transcript, @Nullable ModelTokens usage)
      implements SpeechEvent {}

  /// What the caller said will not be known.
  record CallerNotTranscribed(String itemId) implements SpeechEvent {}

  /// The model begins to answer.
  /// @param request the id of our request for it; null if the model's VAD asked
  record ResponseCreated(String responseId, @Nullable String request) implements SpeechEvent {}

  /// Speech of the model: G.711 µ-law, 8 kHz, mono.
  /// @param samples how many samples the audio holds, at least one; 8 are a millisecond
  /// @param audio the samples as base64, valid inside a JSON string: a view of the message's own
  ///     bytes, which lives as long as the message unless it is retained
  record AudioDelta(String responseId, String itemId, int contentIndex, int samples, ByteBuf audio)
      implements SpeechEvent {}

  /// All audio of this item has been sent, or will not be sent any more.
  record AudioDone(String responseId, String itemId) implements SpeechEvent {}

  /// More words of what the model says; they run ahead of their audio.
  record TranscriptDelta(String responseId, String itemId, String words) implements SpeechEvent {}

  /// All words of what the model says, or said until it was cancelled.
  record TranscriptDone(String responseId, String itemId, String words) implements SpeechEvent {}

  /// An answer is over.
  /// @param calls the tools that it wants to be run; empty unless it is complete
  /// @param errorCode why it failed; null if it did not
  /// @param usage what it took; null if the model does not tell
  record ResponseDone(
      String responseId,
      Status status,
      List<FunctionCall> calls,
      @Nullable String errorCode,
      @Nullable ModelTokens usage)
      implements SpeechEvent {
    /// An end whose calls nobody can change.
    public ResponseDone {
      calls = List.copyOf(calls);
    }
  }

  /// The model refused something, or something went wrong with it; the session mostly goes on.
  /// @param eventId our id of what was refused; null if it had none
  record Refused(String code, String message, @Nullable String eventId) implements SpeechEvent {}

  /// How an answer ended.
  enum Status {
    /// All of it was made.
    COMPLETED,
    /// The caller talked over it, or we stopped it.
    CANCELLED,
    /// It came to a limit.
    INCOMPLETE,
    /// The model could not.
    FAILED
  }
}
