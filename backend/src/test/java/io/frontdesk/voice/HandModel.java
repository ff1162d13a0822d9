package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.sandbox.wire.LoopbackServer;
import io.frontdesk.sandbox.wire.Response;
import io.frontdesk.sandbox.wire.Socket;
import io.frontdesk.sandbox.wire.SocketHandler;
import io.frontdesk.sandbox.wire.Upgrade;
import io.frontdesk.testing.Owner;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A model whose every word a test writes by hand; only greetings it records by itself.
final class HandModel implements AutoCloseable {
  /// A second of sound, in base64.
  static final String A_SECOND = Base64.getEncoder().encodeToString(new byte[8000]);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Session> calls = new CopyOnWriteArrayList<>();
  private final LoopbackServer server;
  private volatile boolean refusing;
  private volatile boolean confirming = true;
  private volatile @Nullable Duration lasting;
  private final AtomicInteger refusals = new AtomicInteger();

  HandModel() {
    server =
        LoopbackServer.named("hand-written model")
            .socket("/v1/realtime", _ -> refusing ? refuse() : new Upgrade.Accepted(Session::new))
            .start(0);
  }

  private Upgrade refuse() {
    refusals.incrementAndGet();
    return new Upgrade.Refused(Response.empty(401));
  }

  URI url() {
    return URI.create("ws://127.0.0.1:" + server.port() + "/v1/realtime");
  }

  /// Whether it lets nobody in.
  void refuses(boolean everybody) {
    refusing = everybody;
  }

  /// How often it let nobody in.
  int refusals() {
    return refusals.get();
  }

  /// After what time the sessions say that they end; they do not say so if null.
  void expires(@Nullable Duration after) {
    lasting = after;
  }

  /// Whether it confirms by itself what sessions shall be like; see [Session#confirm].
  void confirms(boolean byItself) {
    confirming = byItself;
  }

  /// The sessions of this business's calls; those for greetings do not count.
  List<Session> sessions(Owner owner) {
    String business = owner.api().get("/api/v1/business").body().get("name").asText();
    return calls.stream().filter(call -> call.isFor(business)).toList();
  }

  /// The session of this business's latest call; waits for it.
  Session session(Owner owner) {
    return await().until(() -> sessions(owner), found -> !found.isEmpty()).getLast();
  }

  /// A session of a call that nobody asks about any more.
  void forgets(Session session) {
    calls.remove(session);
  }

  @Override
  public void close() {
    server.close();
  }

  /// One session; messages are read and written by the test.
  final class Session implements SocketHandler {
    private final Socket socket;
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private volatile Consumer<JsonNode> director = _ -> {};
    private boolean isStudio;

    private Session(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void opened() {
      Duration after = lasting;
      String end =
          after == null ? "" : ",'expires_at':" + Instant.now().plus(after).getEpochSecond();
      says("{'type':'session.created','event_id':'e','session':{'type':'realtime'" + end + "}}");
    }

    @Override
    public void text(String message) {
      JsonNode json = parse(message);
      received.add(json);
      switch (json.path("type").asText()) {
        case "session.update" -> configured(json.at("/session/tools"));
        case "response.create" -> {
          if (isStudio) {
            answers("resp_g", "item_g", json.at("/response/instructions").asText(), A_SECOND);
          }
        }
        default -> {}
      }
      director.accept(json);
    }

    /// Has somebody told of each message, on the thread of this session.
    void directedBy(Consumer<JsonNode> somebody) {
      director = somebody;
    }

    /// Does something on the thread of this session.
    void does(Runnable act) {
      socket.execute(act);
    }

    private void configured(JsonNode tools) {
      isStudio = received("session.update").size() == 1 && tools.isEmpty();
      boolean first = received("session.update").size() == 1;
      if (!isStudio && first) {
        calls.add(this);
      }
      if (isStudio || confirming) {
        confirm();
      }
    }

    @Override
    public void closed(int code, String reason) {
      closed = true;
    }

    private boolean isFor(String business) {
      return received("session.update")
          .getFirst()
          .at("/session/instructions")
          .asText()
          .contains(business);
    }

    void confirm() {
      says("{'type':'session.updated','event_id':'e','session':{'type':'realtime'}}");
    }

    /// Sends an event; single quotes stand for double quotes.
    void says(String json) {
      socket.send(json.replace('\'', '"'));
    }

    /// Speech of an item, in one piece.
    void speaks(String response, String item, String base64) {
      says(
          """
          {'type':'response.output_audio.delta','event_id':'e','response_id':'%s','item_id':'%s',\
          'output_index':0,'content_index':0,'delta':'%s'}\
          """
              .formatted(response, item, base64));
    }

    /// A whole answer: begun, spoken and ended.
    void answers(String response, String item, String words, String base64) {
      begins(response, null);
      speaks(response, item, base64);
      ends(response, item, words);
    }

    void begins(String response, @Nullable String request) {
      String metadata = request == null ? "null" : "{'request':'" + request + "'}";
      says(
          """
          {'type':'response.created','event_id':'e','response':{'id':'%s','status':'in_progress',\
          'metadata':%s}}\
          """
              .formatted(response, metadata));
    }

    void ends(String response, String item, String words) {
      says(
          """
          {'type':'response.output_audio.done','event_id':'e','response_id':'%s','item_id':'%s'}\
          """
              .formatted(response, item));
      says(
          """
          {'type':'response.output_audio_transcript.done','event_id':'e','response_id':'%s',\
          'item_id':'%s','transcript':'%s'}\
          """
              .formatted(response, item, words));
      done(response, "completed", "[]");
    }

    void done(String response, String status, String output) {
      says(
          """
          {'type':'response.done','event_id':'e','response':{'id':'%s','status':'%s','output':%s}}\
          """
              .formatted(response, status, output));
    }

    /// The caller's turn, as the VAD hears it.
    void hearsCaller(String item) {
      says("{'type':'input_audio_buffer.speech_started','event_id':'e','item_id':'" + item + "'}");
    }

    void hearsSilence(String item) {
      says("{'type':'input_audio_buffer.speech_stopped','event_id':'e','item_id':'" + item + "'}");
      says("{'type':'input_audio_buffer.committed','event_id':'e','item_id':'" + item + "'}");
    }

    void writes(String item, String words) {
      says(
          """
          {'type':'conversation.item.input_audio_transcription.completed','event_id':'e',\
          'item_id':'%s','content_index':0,'transcript':'%s'}\
          """
              .formatted(item, words));
    }

    /// Cuts the line.
    void breaks() {
      socket.abort();
    }

    boolean isClosed() {
      return closed;
    }

    /// The types of all messages so far.
    List<String> received() {
      return received.stream().map(m -> m.path("type").asText()).toList();
    }

    /// All messages of this type so far.
    List<JsonNode> received(String type) {
      return received.stream().filter(m -> m.path("type").asText().equals(type)).toList();
    }

    /// The first message that is so; waits for it.
    JsonNode awaits(Predicate<JsonNode> wanted) {
      await().untilAsserted(() -> assertThat(received).anyMatch(wanted));
      return received.stream().filter(wanted).findFirst().orElseThrow();
    }

    JsonNode awaits(String type) {
      return awaits(message -> message.path("type").asText().equals(type));
    }

    /// How much of the caller's audio came before the first message that is so, in bytes.
    int audioBefore(Predicate<JsonNode> wanted) {
      return received.stream()
          .takeWhile(wanted.negate())
          .filter(m -> m.path("type").asText().equals("input_audio_buffer.append"))
          .mapToInt(m -> Base64.getDecoder().decode(m.get("audio").asText()).length)
          .sum();
    }

    /// Counts the caller's audio anew.
    void forgetAudio() {
      received.removeIf(m -> m.path("type").asText().equals("input_audio_buffer.append"));
    }

    /// The caller's audio so far, decoded.
    byte[] audio() {
      var audio = new ByteArrayOutputStream();
      received("input_audio_buffer.append")
          .forEach(m -> audio.writeBytes(Base64.getDecoder().decode(m.get("audio").asText())));
      return audio.toByteArray();
    }
  }

  private static JsonNode parse(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
