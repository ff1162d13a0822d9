package io.frontdesk.voice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.Turn;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.BeanProvider;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Tries on a test call whether a media stream of this service carries sound: opens one to this
/// very node, as a browser does, and hears what callers hear first to its end.
@Singleton
class StreamDrill {
  private static final Duration FRAME = Duration.ofMillis(20);

  /// The caller says nothing.
  private static final String SILENCE = silence();

  private final MediaTokens tokens;
  private final CallLog log;
  private final ObjectMapper json;
  private final BeanProvider<EmbeddedServer> server;
  private final HttpClient http = HttpClient.newHttpClient();

  StreamDrill(
      MediaTokens tokens, CallLog log, ObjectMapper json, BeanProvider<EmbeddedServer> server) {
    this.tokens = tokens;
    this.log = log;
    this.json = json;
    this.server = server;
  }

  /// @param tookMs from the handshake until the first sound came
  record Heard(String words, long tookMs) {}

  /// Blocks.
  ///
  /// @param patience until all of it was heard
  /// @throws IllegalStateException if nothing is heard
  Heard tryOut(TenantId tenant, Call call, Duration patience) {
    String token = tokens.issueForBrowser(tenant, call.id());
    var ear = new Ear();
    long begun = System.nanoTime();
    WebSocket socket = open(FrontDoor.STREAM_PATH + token, ear, patience);
    try {
      ear.begins(call.callSid(), TestCalls.accountSid(tenant));
      String words = listen(ear, tenant, call, begun + patience.toNanos());
      return new Heard(words, TimeUnit.NANOSECONDS.toMillis(ear.firstSoundNs - begun));
    } finally {
      socket.abort();
    }
  }

  private WebSocket open(String path, Ear ear, Duration patience) {
    URI own = server.get().getURI();
    URI address = URI.create(own.toString().replaceFirst("^http", "ws")).resolve(path);
    try {
      return http.newWebSocketBuilder()
          .buildAsync(address, ear)
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("No media stream of this service could be opened.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// @return what was heard, once that is on the record
  private String listen(Ear ear, TenantId tenant, Call call, long until) {
    while (System.nanoTime() < until) {
      if (ear.closed != null) {
        throw new IllegalStateException("The media stream was closed: " + ear.closed);
      }
      Optional<Turn> said = ear.firstSoundNs == 0 ? Optional.empty() : said(tenant, call);
      if (said.isPresent()) {
        return said.get().text();
      }
      ear.saysNothing();
      pause();
    }
    throw new IllegalStateException(
        ear.firstSoundNs == 0
            ? "No sound came by a media stream of this service."
            : "What came by a media stream of this service never came to its end.");
  }

  private Optional<Turn> said(TenantId tenant, Call call) {
    return log.transcript(tenant, call.id()).stream()
        .filter(turn -> turn.speaker() == Speaker.RECEPTIONIST)
        .findFirst();
  }

  private static void pause() {
    try {
      Thread.sleep(FRAME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String silence() {
    byte[] frame = new byte[160];
    Arrays.fill(frame, (byte) 0xFF);
    return Base64.getEncoder().encodeToString(frame);
  }

  @PreDestroy
  void stop() {
    http.shutdownNow();
  }

  /// The other end of the line, in Twilio's place: plays what comes, and says when it has.
  private final class Ear implements WebSocket.Listener {
    private static final String STREAM = "MZdrill";

    private final StringBuilder message = new StringBuilder();
    private CompletableFuture<WebSocket> sent = new CompletableFuture<>();
    private int frames;
    private int sequence = 1;
    private volatile long firstSoundNs;
    private volatile @Nullable String closed;

    @Override
    public void onOpen(WebSocket socket) {
      sent.complete(socket);
      socket.request(1);
    }

    void begins(String callSid, String accountSid) {
      send(event("connected").put("protocol", "Call").put("version", "1.0.0"));
      ObjectNode start = event("start");
      start
          .putObject("start")
          .put("accountSid", accountSid)
          .put("streamSid", STREAM)
          .put("callSid", callSid)
          .putObject("mediaFormat")
          .put("encoding", "audio/x-mulaw")
          .put("sampleRate", 8000)
          .put("channels", 1);
      send(start);
    }

    void saysNothing() {
      ObjectNode media = event("media");
      media
          .putObject("media")
          .put("track", "inbound")
          .put("timestamp", String.valueOf(frames++ * FRAME.toMillis()))
          .put("payload", SILENCE);
      send(media);
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence part, boolean isLast) {
      message.append(part);
      if (isLast) {
        hears(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private void hears(String text) {
      JsonNode said = read(text);
      switch (said.path("event").asText()) {
        case "media" -> firstSoundNs = firstSoundNs == 0 ? System.nanoTime() : firstSoundNs;
        case "mark" -> {
          ObjectNode heard = event("mark");
          heard.set("mark", said.path("mark"));
          send(heard);
        }
        default -> {}
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed = (status + " " + reason).strip();
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed = error.toString();
    }

    private JsonNode read(String text) {
      try {
        return json.readTree(text);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    private ObjectNode event(String name) {
      return json.createObjectNode().put("event", name).put("streamSid", STREAM);
    }

    /// One after the other: a socket takes no second message while it writes the first.
    private synchronized void send(ObjectNode event) {
      event.put("sequenceNumber", String.valueOf(sequence++));
      sent = sent.thenCompose(socket -> socket.sendText(event.toString(), true));
    }
  }
}
