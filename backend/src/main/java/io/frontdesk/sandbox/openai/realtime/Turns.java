package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.sandbox.wire.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The caller's turns: finds them in the sound, puts them into the conversation, and has the model
/// answer them.
final class Turns implements InputBuffer.Listener {
  private static final int LEAST_COMMIT_MS = 100;

  private final Stage stage;
  private final Responses responses;
  private final Supplier<SessionConfig> config;
  private final Transcription transcription;
  private final InputBuffer buffer = new InputBuffer(this);
  private String itemId = Ids.next("item");
  private Socket.@Nullable Timer idle;
  private long idleFromMs;

  /// @param config the session's at the time
  Turns(Stage stage, Responses responses, Supplier<SessionConfig> config) {
    this.stage = stage;
    this.responses = responses;
    this.config = config;
    this.transcription = new Transcription(stage);
  }

  void append(String base64) {
    byte[] sound;
    try {
      sound = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw EventError.invalidValue(
          "audio",
          "Invalid 'audio'. Expected base64-encoded audio bytes but got an invalid value.");
    }
    buffer.append(sound, config.get().inputFormat(), config.get().turnDetection());
  }

  @Override
  public void speechStarted(long startMs) {
    stopIdle();
    stage
        .out()
        .send(
            "input_audio_buffer.speech_started",
            event -> event.put("audio_start_ms", startMs).put("item_id", itemId));
    if (config.get().turnDetection().filter(TurnDetection::interruptResponse).isPresent()) {
      responses.interrupt();
    }
  }

  @Override
  public void speechStopped(long startMs, long endMs) {
    stage
        .out()
        .send(
            "input_audio_buffer.speech_stopped",
            event -> event.put("audio_end_ms", endMs).put("item_id", itemId));
    take(startMs, endMs);
    if (config.get().turnDetection().filter(TurnDetection::createResponse).isPresent()) {
      respond();
    }
  }

  /// The client ends the turn.
  void commit() {
    if (buffer.waitingMs() < LEAST_COMMIT_MS) {
      throw new EventError(
          "input_audio_buffer_commit_empty",
          ("Error committing input audio buffer: buffer too small. Expected at least 100ms of"
                  + " audio, but buffer only has %.2fms of audio.")
              .formatted(buffer.waitingMs()),
          null);
    }
    take(buffer.fromMs(), buffer.nowMs());
  }

  /// The client throws the waiting sound away.
  void clear() {
    buffer.cut();
    stage.out().send("input_audio_buffer.cleared", _ -> {});
  }

  private void take(long startMs, long endMs) {
    String words = buffer.words(startMs, endMs);
    int audioMs = (int) (endMs - startMs);
    buffer.cut();
    Item item = Item.heard(itemId, words, audioMs);
    itemId = Ids.next("item");
    String previous = stage.conversation().add(item);
    stage
        .out()
        .send(
            "input_audio_buffer.committed",
            event -> event.put("previous_item_id", previous).put("item_id", item.id()));
    stage.out().item("added", previous, item);
    stage.out().item("done", previous, item);
    config
        .get()
        .transcriptionModel()
        .ifPresent(model -> transcription.transcribe(item, model, words, audioMs));
  }

  private void respond() {
    stopIdle();
    try {
      responses.create(
          ResponseSettings.of(
              config.get(), JsonNodeFactory.instance.objectNode(), stage.conversation()));
    } catch (EventError e) {
      stage.out().error(e, null);
    }
  }

  /// The session's way to find turns may have changed; a turn that has begun goes on.
  void reconfigured(Optional<TurnDetection> before) {
    Optional<TurnDetection> now = config.get().turnDetection();
    if (now.isEmpty()) {
      buffer.resetDetection();
    }
    if (!before.equals(now)) {
      stopIdle();
    }
  }

  /// The model has finished a response; now the caller may be silent for a while.
  /// @param spokenMs how long it takes to play what it said
  void modelSpoke(int spokenMs) {
    stopIdle();
    int timeoutMs = config.get().turnDetection().map(TurnDetection::idleTimeoutMs).orElse(0);
    if (timeoutMs > 0 && spokenMs > 0 && !buffer.isSpeaking()) {
      idleFromMs = buffer.nowMs();
      idle = stage.socket().after(Duration.ofMillis(spokenMs + timeoutMs), this::nothingSaid);
    }
  }

  private void nothingSaid() {
    if (responses.isActive()) {
      return;
    }
    long startMs = Math.max(idleFromMs, buffer.fromMs());
    stage
        .out()
        .send(
            "input_audio_buffer.timeout_triggered",
            event ->
                event
                    .put("audio_start_ms", startMs)
                    .put("audio_end_ms", buffer.nowMs())
                    .put("item_id", itemId));
    take(startMs, buffer.nowMs());
    respond();
  }

  void stop() {
    stopIdle();
  }

  private void stopIdle() {
    Socket.Timer running = idle;
    if (running != null) {
      running.cancel();
      idle = null;
    }
  }
}
