package io.frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.audio.WatermarkReader;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A client of Realtime sessions, on the JDK's WebSocket. It holds every event it gets against
/// OpenAI's own types.
final class RealtimeClient implements WebSocket.Listener, AutoCloseable {
  static final Voice VOICE = new Voice();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIMEOUT_SECONDS = 20;

  private final BlockingQueue<String> incoming = new LinkedBlockingQueue<>();
  private final List<JsonNode> seen = new ArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private int utterance;

  private RealtimeClient(URI uri, String key, boolean beta) {
    var builder =
        HttpClient.newHttpClient().newWebSocketBuilder().header("Authorization", "Bearer " + key);
    if (beta) {
      builder.header("OpenAI-Beta", "realtime=v1");
    }
    this.socket = builder.buildAsync(uri, this).join();
  }

  static RealtimeClient connect(OpenAiStandIn standIn, String key) {
    return open(standIn, key, "gpt-realtime-2.1", false);
  }

  static RealtimeClient open(OpenAiStandIn standIn, String key, String model, boolean beta) {
    return new RealtimeClient(URI.create(standIn.realtimeUri() + "?model=" + model), key, beta);
  }

  /// Connects, and sets the session up for a telephone.
  static RealtimeClient telephone(OpenAiStandIn standIn, String key, String session) {
    RealtimeClient client = connect(standIn, key);
    client.await("session.created");
    client.send(
        """
        {"type": "session.update", "session": {"type": "realtime", %s
          "audio": {"input": {"format": {"type": "audio/pcmu"},
                              "transcription": {"model": "gpt-transcribe"},
                              "turn_detection": {"type": "server_vad"}},
                    "output": {"format": {"type": "audio/pcmu"}, "voice": "marin"}}}}
        """
            .formatted(session));
    client.await("session.updated");
    return client;
  }

  void send(String json) {
    socket.sendText(json, true).join();
  }

  /// Says something and is then silent for as long.
  void says(String words, int silenceMs) {
    append(Speech.of(VOICE, words, ++utterance).ulaw());
    append(silence(silenceMs));
  }

  void append(byte[] ulaw) {
    for (int at = 0; at < ulaw.length; at += MuLaw.FRAME_SAMPLES) {
      byte[] frame = Arrays.copyOfRange(ulaw, at, Math.min(ulaw.length, at + MuLaw.FRAME_SAMPLES));
      send(
          "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}"
              .formatted(Base64.getEncoder().encodeToString(frame)));
    }
  }

  static byte[] silence(int ms) {
    byte[] silence = new byte[ms * 8];
    Arrays.fill(silence, MuLaw.SILENCE);
    return silence;
  }

  /// The next event of a type; what comes before it is kept in [#seen()].
  JsonNode await(String type) {
    while (true) {
      JsonNode event = next();
      if (event.path("type").asText().equals(type)) {
        return event;
      }
      assertThat(event.path("type").asText())
          .as("while waiting for %s: %s", type, event)
          .isNotEqualTo("error");
    }
  }

  /// The next event.
  JsonNode next() {
    try {
      String json = incoming.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      assertThat(json).as("no event; seen so far: %s", types()).isNotNull();
      OfficialTypes.assertServerEvent(json);
      JsonNode event = JSON.readTree(json);
      seen.add(event);
      return event;
    } catch (InterruptedException | JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /// What the model said in its next response, heard in its sound.
  String hears() {
    int from = seen.size();
    JsonNode done = await("response.done");
    assertThat(done.at("/response/status").asText()).isEqualTo("completed");
    return heard(seen.subList(from, seen.size()));
  }

  /// The arguments with which the next response calls a function.
  JsonNode calls(String name) {
    JsonNode item = await("response.done").at("/response/output/0");
    assertThat(item.path("name").asText()).isEqualTo(name);
    return json(item.path("arguments").asText());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  static byte[] speech(String words) {
    return Speech.of(VOICE, words, 200).ulaw();
  }

  /// Gives back what the last function called gave, and asks for a response.
  void returns(String output) {
    String callId =
        seen.stream()
            .filter(event -> event.path("type").asText().equals("response.output_item.done"))
            .reduce((_, last) -> last)
            .orElseThrow()
            .at("/item/call_id")
            .asText();
    String quoted = JSON.valueToTree(output).toString();
    send(
        """
        {"type": "conversation.item.create",
         "item": {"type": "function_call_output", "call_id": "%s", "output": %s}}
        """
            .formatted(callId, quoted));
    send("{\"type\":\"response.create\"}");
  }

  static String heard(List<JsonNode> events) {
    return WatermarkReader.words(sound(events));
  }

  static byte[] sound(List<JsonNode> events) {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    events.stream()
        .filter(event -> event.path("type").asText().equals("response.output_audio.delta"))
        .map(event -> Base64.getDecoder().decode(event.path("delta").asText()))
        .forEach(sound::writeBytes);
    return sound.toByteArray();
  }

  /// All events so far.
  List<JsonNode> seen() {
    return seen;
  }

  List<String> types() {
    return seen.stream().map(event -> event.path("type").asText()).toList();
  }

  /// The close code and reason.
  String closed() {
    return closed.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      incoming.add(partial.toString());
      partial.setLength(0);
    }
    socket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code + " " + reason);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
