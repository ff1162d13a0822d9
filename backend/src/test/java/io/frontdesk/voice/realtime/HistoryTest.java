package io.frontdesk.voice.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.receptionist.Listening;
import io.frontdesk.sandbox.openai.OpenAiStandIn;
import io.frontdesk.sandbox.openai.realtime.Pace;
import io.frontdesk.sandbox.wire.Socket;
import io.frontdesk.sandbox.wire.SocketClient;
import io.frontdesk.sandbox.wire.SocketHandler;
import io.frontdesk.voice.speech.CreateResponse;
import io.frontdesk.voice.speech.SessionConfig;
import io.frontdesk.voice.speech.SpeechCommand;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Each answer is paid with all that was said before it, which must not grow with the call.
class HistoryTest {
  private static final String STORY =
      "and then we came to another house and looked at it. ".repeat(40);
  private static final Pace QUICK =
      new Pace(Duration.ZERO, Duration.ZERO, 1000, Duration.ofMinutes(60));
  private static final SessionConfig SESSION =
      new SessionConfig(
          "You listen.",
          "marin",
          null,
          Listening.USUAL,
          new SessionConfig.Transcription("gpt-transcribe", List.of(), true, ""),
          List.of());

  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();

  @Test
  void anAnswerLateInALongCallCostsNoMoreThanTenMinutesOfTalk() throws Exception {
    try (var model = OpenAiStandIn.start(0, "sk-test", QUICK);
        var sockets = new SocketClient("a long call")) {
      Socket session =
          sockets
              .connect(
                  URI.create(model.realtimeUri() + "?model=gpt-realtime-2.1"),
                  Map.of("Authorization", "Bearer sk-test"),
                  Duration.ofSeconds(5),
                  _ -> new Ear())
              .join();
      session.send(json(new SpeechCommand.Start(SESSION)));
      var costs = new ArrayList<Integer>();
      for (int i = 0; i < 60; i++) {
        session.send(json(new SpeechCommand.AddText(null, SpeechCommand.Role.USER, STORY)));
        session.send(json(new CreateResponse("r" + i, "Say exactly: I see.")));
        costs.add(await("response.done").at("/response/usage/input_tokens").asInt());
      }

      int afterTenMinutes = 12_000;
      assertThat(costs.get(59)).as("all of it would be some 30,000").isLessThan(afterTenMinutes);
      assertThat(costs).allMatch(cost -> cost < afterTenMinutes + 1000);
      assertThat(costs.subList(0, 15)).isSorted();
    }
  }

  private JsonNode await(String type) throws InterruptedException {
    while (true) {
      JsonNode next = received.poll(60, TimeUnit.SECONDS);
      assertThat(next).as("no %s came", type).isNotNull();
      if (next.path("type").asText().equals(type)) {
        return next;
      }
    }
  }

  private static String json(SpeechCommand command) {
    ByteBuf message = RealtimeWriter.write(UnpooledByteBufAllocator.DEFAULT, command);
    try {
      return message.toString(UTF_8);
    } finally {
      message.release();
    }
  }

  private final class Ear implements SocketHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void text(String message) {
      try {
        received.add(JSON.readTree(message));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void closed(int code, String reason) {}
  }
}
