package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.wire.Socket;
import io.frontdesk.sandbox.wire.SocketHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The server's end of a media stream in the hands of a test: keeps all that comes in.
final class MediaSocket implements SocketHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final List<JsonNode> all = new CopyOnWriteArrayList<>();
  final Socket socket;

  private final LinkedBlockingQueue<JsonNode> others = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
  private volatile int closed;
  private volatile String streamSid = "";

  MediaSocket(Socket socket) {
    this.socket = socket;
  }

  @Override
  public void text(String message) {
    try {
      var json = MAPPER.readTree(message);
      all.add(json);
      switch (json.path("event").asText()) {
        case "media" -> hear(json);
        case "start" -> {
          streamSid = json.path("streamSid").asText();
          others.add(json);
        }
        default -> others.add(json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void hear(JsonNode media) {
    sound.writeBytes(Base64.getDecoder().decode(media.path("media").path("payload").asText()));
  }

  @Override
  public void closed(int code, String reason) {
    closed = code;
    others.add(MAPPER.createObjectNode().put("event", "closed").put("code", code));
  }

  /// The next message that is not media; `closed` with its code when the socket is gone.
  JsonNode next() throws InterruptedException {
    var message = others.poll(60, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message came");
    }
    return message;
  }

  JsonNode next(String event) throws InterruptedException {
    var message = next();
    if (!message.path("event").asText().equals(event)) {
      throw new AssertionError("expected " + event + ", got " + message);
    }
    return message;
  }

  /// Waits until the stream has started.
  MediaSocket started() throws InterruptedException {
    next("connected");
    next("start");
    return this;
  }

  /// All sound of the caller so far.
  synchronized byte[] sound() {
    return sound.toByteArray();
  }

  long mediaCount() {
    return all.stream().filter(m -> m.path("event").asText().equals("media")).count();
  }

  int closedWith() {
    return closed;
  }

  String streamSid() {
    return streamSid;
  }

  void say(Voice voice, String words, int utterance) {
    media(Speech.of(voice, words, utterance).ulaw());
  }

  void media(byte[] ulaw) {
    send(
        "media",
        "\"media\":{\"payload\":\"%s\"}".formatted(Base64.getEncoder().encodeToString(ulaw)));
  }

  void mark(String name) {
    send("mark", "\"mark\":{\"name\":\"%s\"}".formatted(name));
  }

  void clear() {
    socket.send("{\"event\":\"clear\",\"streamSid\":\"%s\"}".formatted(streamSid));
  }

  private void send(String event, String rest) {
    socket.send("{\"event\":\"%s\",\"streamSid\":\"%s\",%s}".formatted(event, streamSid, rest));
  }
}
