package io.frontdesk.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketTest {
  private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final CompletableFuture<Socket> serverSide = new CompletableFuture<>();
  private final LoopbackServer server =
      LoopbackServer.named("a test").socket("/talk/{word}", this::decide).start(0);
  private final SocketClient client = new SocketClient("a test's client");

  private Upgrade decide(Request request) {
    if (request.pathParameter("word").equals("no")) {
      return new Upgrade.Refused(Response.text(403, "not you"));
    }
    return new Upgrade.Accepted(
        socket -> {
          serverSide.complete(socket);
          return new Recorder(socket, "server");
        });
  }

  /// Answers each message and notes what happens.
  private final class Recorder implements SocketHandler {
    private final Socket socket;
    private final String side;

    Recorder(Socket socket, String side) {
      this.socket = socket;
      this.side = side;
    }

    @Override
    public void opened() {
      if (side.equals("server")) {
        socket.send("welcome");
      }
    }

    @Override
    public void text(String message) {
      seen.add(side + " got " + (message.length() > 100 ? message.length() + " chars" : message));
      if (side.equals("server")) {
        socket.send("re: " + message);
      }
    }

    @Override
    public void closed(int code, String reason) {
      seen.add(side + " closed " + code + " " + reason);
    }
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void talksBothWaysWithTheJdksClient() throws Exception {
    var listener = new JdkListener();
    var socket = jdk(listener);

    assertThat(listener.take()).isEqualTo("welcome");
    socket.sendText("hello", true).join();
    assertThat(listener.take()).isEqualTo("re: hello");
  }

  @Test
  void joinsFragmentsAndTakesMessagesOfMegabytes() throws Exception {
    var listener = new JdkListener();
    var socket = jdk(listener);

    socket.sendText("hel", false).join();
    socket.sendText("lo", true).join();
    socket.sendText("x".repeat(10_000_000), true).join();

    assertThat(take()).isEqualTo("server got hello");
    assertThat(take()).isEqualTo("server got 10000000 chars");
  }

  @Test
  void answersPings() throws Exception {
    var listener = new JdkListener();

    jdk(listener).sendPing(ByteBuffer.wrap(new byte[] {1, 2, 3})).join();

    assertThat(listener.take()).isEqualTo("welcome");
    assertThat(listener.take()).isEqualTo("pong 3");
  }

  @Test
  void theClientsCloseIsAnsweredAndToldOnce() throws Exception {
    var listener = new JdkListener();
    var socket = jdk(listener);

    socket.sendClose(4001, "enough").join();

    assertThat(take()).isEqualTo("server closed 4001 enough");
    assertThat(listener.take()).isEqualTo("welcome");
    assertThat(listener.take()).isEqualTo("close 4001");
    assertThat(serverSide.join().isOpen()).isFalse();
  }

  @Test
  void theServersCloseArrivesAfterWhatItSentBefore() throws Exception {
    var listener = new JdkListener();
    jdk(listener);
    assertThat(listener.take()).isEqualTo("welcome");

    serverSide.join().send("last words");
    serverSide.join().close(1000, "done");

    assertThat(listener.take()).isEqualTo("last words");
    assertThat(listener.take()).isEqualTo("close 1000");
    assertThat(take()).startsWith("server closed 1000");
  }

  @Test
  void aCutLineIsToldAs1006() throws Exception {
    jdk(new JdkListener()).abort();

    assertThat(take()).isEqualTo("server closed 1006 ");
  }

  @Test
  void tooBigAMessageClosesTheSocketAndReachesNobody() throws Exception {
    var socket =
        client.connect(
            talk("big"), Map.of(), Duration.ofSeconds(60), s -> new Recorder(s, "client"));

    socket.get().send("x".repeat(17 * 1024 * 1024));

    await()
        .untilAsserted(
            () -> {
              assertThat(seen).anyMatch(line -> line.startsWith("client closed"));
              assertThat(seen).anyMatch(line -> line.startsWith("server closed"));
            });
    assertThat(seen).noneMatch(line -> line.startsWith("server got"));
  }

  @Test
  void aRefusalIsAnHttpAnswerBeforeTheUpgrade() {
    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(talk("no"), new JdkListener())
                    .join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
  }

  @Test
  void ourClientTalksToOurServer() throws Exception {
    var socket =
        client
            .connect(talk("yes"), Map.of(), Duration.ofSeconds(60), s -> new Recorder(s, "client"))
            .get();

    assertThat(take()).isEqualTo("client got welcome");
    socket.after(Duration.ofMillis(10), () -> socket.send("later"));
    assertThat(take()).isEqualTo("server got later");
    assertThat(take()).isEqualTo("client got re: later");
    socket.close(1000, "bye");
    await().untilAsserted(() -> assertThat(seen).hasSize(2));
    assertThat(seen).containsExactlyInAnyOrder("server closed 1000 bye", "client closed 1000 bye");
  }

  @Test
  void ourClientIsToldOfARefusal() {
    var refused =
        client.connect(
            talk("no"), Map.of(), Duration.ofSeconds(60), s -> new Recorder(s, "client"));

    assertThatThrownBy(refused::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(HandshakeRefused.class, e -> assertThat(e.status()).isEqualTo(403));
  }

  @Test
  void ourClientDoesNotWaitForeverForAnAnswer() throws Exception {
    try (var silent = new ServerSocket(0)) {
      var url = URI.create("ws://127.0.0.1:" + silent.getLocalPort() + "/");

      var opening =
          client.connect(url, Map.of(), Duration.ofMillis(100), s -> new Recorder(s, "client"));

      assertThatThrownBy(() -> opening.get(60, TimeUnit.SECONDS))
          .hasCauseInstanceOf(java.util.concurrent.TimeoutException.class);
    }
  }

  @Test
  void aSocketThatIsBeingClosedIsNotOneWhoseOtherSideIsTooSlow() {
    var channel = new EmbeddedChannel();
    var socket = new Socket(channel);
    assertThat(socket.keepsUp()).isTrue();
    var _ = channel.write(Unpooled.buffer().writeZero(WriteBufferWaterMark.DEFAULT.high() + 1));
    assertThat(socket.keepsUp()).isFalse();

    var _ = channel.close();

    assertThat(channel.isWritable()).as("what Netty says").isFalse();
    assertThat(socket.keepsUp()).isTrue();
  }

  private URI talk(String word) {
    return URI.create("ws://127.0.0.1:" + server.port() + "/talk/" + word);
  }

  private WebSocket jdk(JdkListener listener) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(talk("yes"), listener)
        .join();
  }

  private String take() throws InterruptedException {
    return String.valueOf(seen.poll(60, TimeUnit.SECONDS));
  }

  private static final class JdkListener implements WebSocket.Listener {
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

    String take() throws InterruptedException {
      return String.valueOf(events.poll(60, TimeUnit.SECONDS));
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      events.add(data.toString());
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      events.add("pong " + message.remaining());
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      events.add("close " + code);
      return CompletableFuture.completedStage(null);
    }
  }
}
