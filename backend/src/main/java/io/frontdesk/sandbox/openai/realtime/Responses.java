package io.frontdesk.sandbox.openai.realtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The responses of a session: at most one at a time in its conversation, any number apart from it.
final class Responses {
  private final Stage stage;
  private final IntConsumer whenSpoken;
  private final Map<String, ResponseRun> active = new LinkedHashMap<>();
  private Tokens lastInput = Tokens.NONE;
  private int utterance = ThreadLocalRandom.current().nextInt(256);
  private boolean voiceIsHeard;

  /// @param whenSpoken told when a response in the conversation is done, with the milliseconds of
  ///     speech in it
  Responses(Stage stage, IntConsumer whenSpoken) {
    this.stage = stage;
    this.whenSpoken = whenSpoken;
  }

  /// Begins a response.
  /// @throws EventError if another one is active in the conversation
  void create(ResponseSettings settings) {
    if (settings.inConversation()) {
      current()
          .ifPresent(
              other -> {
                throw new EventError(
                    "conversation_already_has_active_response",
                    ("Conversation already has an active response in progress: %s. Wait until the"
                            + " response is finished before creating a new one.")
                        .formatted(other.id()),
                    null);
              });
    }
    ResponseRun run = new ResponseRun(stage, settings, lastInput, utterance++, this::done);
    active.put(run.id(), run);
    run.begin();
  }

  /// Ends the response that the client names, or the one in the conversation.
  /// @throws EventError if there is none
  void cancel(@Nullable String id) {
    Optional<ResponseRun> run = id == null ? current() : Optional.ofNullable(active.get(id));
    run.orElseThrow(
            () ->
                new EventError(
                    "response_cancel_not_active",
                    "Cancellation failed: no active response found",
                    null))
        .cancel("client_cancelled");
  }

  /// The caller talks over the model.
  void interrupt() {
    current().ifPresent(run -> run.cancel("turn_detected"));
  }

  /// Whether the model has spoken, so that its voice must stay.
  boolean voiceIsHeard() {
    return voiceIsHeard || active.values().stream().anyMatch(run -> run.spokenMs() > 0);
  }

  /// Whether a response is under way in the conversation.
  boolean isActive() {
    return current().isPresent();
  }

  void abandon() {
    active.values().forEach(ResponseRun::abandon);
    active.clear();
  }

  private Optional<ResponseRun> current() {
    return active.values().stream().filter(ResponseRun::inConversation).findFirst();
  }

  private void done(ResponseRun run) {
    active.remove(run.id());
    voiceIsHeard |= run.spokenMs() > 0;
    if (run.inConversation()) {
      lastInput = run.input();
      whenSpoken.accept(run.spokenMs());
    }
  }
}
