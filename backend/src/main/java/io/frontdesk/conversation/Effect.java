package io.frontdesk.conversation;

import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import org.jspecify.annotations.Nullable;

/// Something to be done about a call, by the engine that carries it, in the order given.
public sealed interface Effect {
  /// Plays the greeting that was made beforehand, as item [Conversation#GREETING].
  record PlayGreeting() implements Effect {}

  /// Asks the caller to hold on, in words that were recorded beforehand; without them nothing is
  /// said.
  record AskToHold(String itemId) implements Effect {}

  /// Puts a text into the model's conversation.
  /// @param itemId what it shall be called; null if that does not matter
  record TellModel(Speaker speaker, String text, @Nullable String itemId) implements Effect {}

  /// Tells the model that of a text it was told the caller has heard no more than this.
  record TellModelHeard(String itemId, String heardText) implements Effect {}

  /// Looks up what the business's clock reads. Ends in [ConversationEvent.ClockRead].
  record ReadClock() implements Effect {}

  /// Lets the model speak.
  /// @param request our name for this request
  /// @param words what exactly to say; null if that is the model's to find
  record Speak(String request, @Nullable String words) implements Effect {}

  /// Runs a tool, off the call's own thread. Ends in [ConversationEvent.ToolFinished].
  record RunTool(FunctionCall call) implements Effect {}

  /// Tells the model what came of a tool.
  record AnswerTool(ToolCall call) implements Effect {}

  /// Stops speaking: nothing more is heard of what was said so far. Ends in
  /// [ConversationEvent.SpeechCut] for what was not heard to its end.
  /// @param responseId the answer that is running, whose sound must not be played any more; null if
  ///     none
  /// @param cancel whether the model must be told to stop; if not, it stops by itself
  record FallSilent(@Nullable String responseId, boolean cancel) implements Effect {}

  /// Tells a model that yields by itself whether it may.
  record LetModelYield(boolean byItself) implements Effect {}

  /// Stores a turn, after all turns before it.
  /// @param itemId what the engine calls it; blank for what was not spoken
  record StoreTurn(Turn turn, String itemId) implements Effect {}

  /// Brings the caller's last words home although the line is closed: the model shall take the turn
  /// for ended and not answer it.
  record FinishCallerTurn() implements Effect {}

  /// Closes the line, for good. Ends in [ConversationEvent.StreamEnded].
  record HangUp(EndReason reason) implements Effect {}

  /// Closes the line so that somebody else takes it; the call goes on. Ends in
  /// [ConversationEvent.StreamEnded].
  record HandOver() implements Effect {}

  /// Closes the line so that the next best way of talking takes over. Ends in
  /// [ConversationEvent.StreamEnded].
  record FallBack(String reason) implements Effect {}

  /// Puts everything away. The last effect of every conversation.
  record Close(EndReason reason) implements Effect {}
}
