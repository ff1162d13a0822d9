package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/// Writes down what the caller said, some time after the turn.
final class Transcription {
  private final Stage stage;

  Transcription(Stage stage) {
    this.stage = stage;
  }

  /// Sends the transcript of a turn later.
  /// @param words what was heard in its sound; if nothing was, the transcription fails
  void transcribe(Item item, String model, String words, int audioMs) {
    stage
        .socket()
        .after(
            stage.pace().transcription(),
            () -> {
              if (words.isEmpty()) {
                fail(item);
              } else {
                complete(item, model, words, audioMs);
              }
            });
  }

  private void complete(Item item, String model, String words, int audioMs) {
    for (String piece : words.split("(?<=\\s)", -1)) {
      send("delta", item, event -> event.put("delta", piece));
    }
    item.transcribed(words);
    send(
        "completed",
        item,
        event -> {
          event.put("transcript", words);
          ObjectNode usage = event.putObject("usage");
          if (model.startsWith("whisper")) {
            usage.put("type", "duration").put("seconds", audioMs / 1_000.0);
          } else {
            tokens(usage, Tokens.ofCaller(audioMs), Tokens.ofText(words));
          }
        });
  }

  private static void tokens(ObjectNode usage, Tokens input, Tokens output) {
    usage
        .put("type", "tokens")
        .put("total_tokens", input.total() + output.total())
        .put("input_tokens", input.total())
        .put("output_tokens", output.total())
        .putObject("input_token_details")
        .put("text_tokens", input.text())
        .put("audio_tokens", input.audio());
  }

  private void fail(Item item) {
    send(
        "failed",
        item,
        event ->
            event
                .putObject("error")
                .put("type", "transcription_error")
                .put("code", "audio_unintelligible")
                .put("message", "The audio could not be transcribed.")
                .putNull("param"));
  }

  private void send(String what, Item item, Consumer<ObjectNode> fields) {
    stage
        .out()
        .send(
            "conversation.item.input_audio_transcription." + what,
            event -> {
              event.put("item_id", item.id()).put("content_index", 0);
              fields.accept(event);
            });
  }
}
