package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.wire.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Says something, faster than real time, 200 ms a piece.
final class SpokenOutput implements Output {
  private static final int PIECE_MS = 200;
  private static final int STEP_MS = 20;

  private final Stage stage;
  private final String responseId;
  private final Speech speech;
  private final SoundFormat format;
  private final byte[] sound;
  private final int lengthMs;
  private final int limitMs;
  private final Item item = Item.spoken(Ids.next("item"));
  private int sentMs;
  private String sentWords = "";
  private Socket.@Nullable Timer timer;

  /// Prepares the sound; takes time.
  SpokenOutput(Stage stage, String responseId, Speech speech, SoundFormat format, int maxTokens) {
    this.stage = stage;
    this.responseId = responseId;
    this.speech = speech;
    this.format = format;
    this.sound = format.fromMuLaw(speech.ulaw());
    this.lengthMs = (int) speech.length().toMillis();
    this.limitMs = limit(maxTokens);
  }

  private int limit(int maxTokens) {
    int limit = lengthMs;
    while (limit > 0 && tokens(limit).total() > maxTokens) {
      limit -= STEP_MS;
    }
    return limit;
  }

  private Tokens tokens(int untilMs) {
    return Tokens.ofModel(untilMs).plus(Tokens.ofText(speech.wordsUntil(untilMs)));
  }

  @Override
  public Item item() {
    return item;
  }

  @Override
  public void begin(Finished finished) {
    send("response.content_part.added", event -> event.set("part", part("")));
    next(finished);
  }

  private void next(Finished finished) {
    if (sentMs >= limitMs) {
      finished.finished(limitMs == lengthMs);
      return;
    }
    if (stage.socket().keepsUp()) {
      piece();
    }
    Duration pause = Duration.ofMillis(PIECE_MS / stage.pace().speed());
    timer = stage.socket().after(pause, () -> next(finished));
  }

  private void piece() {
    int untilMs = Math.min(sentMs + PIECE_MS, limitMs);
    String words = speech.wordsUntil(untilMs);
    String more = words.substring(sentWords.length());
    int perMs = format.bytesPerMs();
    byte[] piece = Arrays.copyOfRange(sound, sentMs * perMs, untilMs * perMs);
    sentMs = untilMs;
    sentWords = words;
    item.says(speech, words, untilMs);
    if (!more.isEmpty()) {
      send("response.output_audio_transcript.delta", event -> event.put("delta", more));
    }
    String base64 = Base64.getEncoder().encodeToString(piece);
    send("response.output_audio.delta", event -> event.put("delta", base64));
  }

  @Override
  public void cut() {
    Socket.Timer running = timer;
    if (running != null) {
      running.cancel();
    }
  }

  @Override
  public void close() {
    send("response.output_audio.done", _ -> {});
    send("response.output_audio_transcript.done", event -> event.put("transcript", sentWords));
    send("response.content_part.done", event -> event.set("part", part(sentWords)));
  }

  @Override
  public Tokens tokens() {
    return tokens(sentMs);
  }

  int sentMs() {
    return sentMs;
  }

  private static ObjectNode part(String transcript) {
    return JsonNodeFactory.instance.objectNode().put("type", "audio").put("transcript", transcript);
  }

  private void send(String type, Consumer<ObjectNode> fields) {
    stage
        .out()
        .send(
            type,
            event -> {
              event.put("response_id", responseId).put("item_id", item.id());
              event.put("output_index", 0).put("content_index", 0);
              fields.accept(event);
            });
  }
}
