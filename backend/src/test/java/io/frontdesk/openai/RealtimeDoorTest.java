package io.frontdesk.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.sandbox.wire.LoopbackServer;
import io.frontdesk.sandbox.wire.Socket;
import io.frontdesk.sandbox.wire.SocketHandler;
import io.frontdesk.sandbox.wire.Upgrade;
import io.frontdesk.web.fetch.JsonApi;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever looks in at the door does not stay.
class RealtimeDoorTest {
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger gone = new AtomicInteger();
  private String welcome = "";
  private final LoopbackServer server =
      LoopbackServer.named("a model")
          .socket("/v1/realtime", _ -> new Upgrade.Accepted(Guest::new))
          .start(0);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoIsWelcomeLeavesAtTheFirstWord() {
    welcome = "{\"type\": \"session.created\"}";

    assertThat(open(Duration.ofSeconds(60))).isEmpty();
    await().untilAsserted(() -> assertThat(gone).hasValue(1));
  }

  @Test
  void whoHearsNothingLeavesWhenTheTimeIsUp() {
    assertThat(open(Duration.ofMillis(300))).contains(OpenAiCheck.Answer.NONE);
    await().untilAsserted(() -> assertThat(gone).hasValue(1));
    assertThat(inside).hasValue(1);
  }

  private Optional<OpenAiCheck.Answer> open(Duration patience) {
    var door = new RealtimeDoor(new JsonApi(new ObjectMapper()), new ObjectMapper(), patience);
    return door.open(account());
  }

  private OpenAiConfiguration account() {
    var address = URI.create("ws://127.0.0.1:%d/v1/realtime".formatted(server.port()));
    return new OpenAiConfiguration(
        server.uri(), "sk-test", address, "gpt-realtime-2.1", "chat", "transcription");
  }

  private final class Guest implements SocketHandler {
    private final Socket socket;

    Guest(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void opened() {
      inside.incrementAndGet();
      if (!welcome.isEmpty()) {
        socket.send(welcome);
      }
    }

    @Override
    public void text(String message) {}

    @Override
    public void closed(int code, String reason) {
      gone.incrementAndGet();
    }
  }
}
