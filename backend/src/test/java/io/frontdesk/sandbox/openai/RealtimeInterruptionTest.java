package io.frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.openai.realtime.Pace;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RealtimeInterruptionTest {
  private static final String KEY = OpenAiStandIn.newApiKey();
  private static final Pace QUICK =
      new Pace(Duration.ofMillis(10), Duration.ofMillis(60), 50, Duration.ofMinutes(5));
  private static final OpenAiStandIn STAND_IN = OpenAiStandIn.start(0, KEY, QUICK);
  private static final String SAY =
      "{\"type\":\"response.create\",\"response\":{\"instructions\":\"Say exactly: %s\"%s}}";
  private static final String LONG =
      "Hello, you have reached the bakery. All our cakes are fresh, and we are open all day long.";

  @AfterAll
  static void stop() {
    STAND_IN.close();
  }

  @Test
  void aCancelledResponseIsClosedProperly() {
    try (RealtimeClient client = telephone("")) {
      client.send(SAY.formatted(LONG, ""));
      client.await("response.output_audio.delta");
      client.send("{\"type\":\"response.cancel\"}");

      JsonNode response = client.await("response.done").path("response");
      assertThat(response.path("status").asText()).isEqualTo("cancelled");
      assertThat(response.at("/status_details/reason").asText()).isEqualTo("client_cancelled");
      assertThat(response.at("/output/0/status").asText()).isEqualTo("incomplete");
      assertThat(LONG).startsWith(response.at("/output/0/content/0/transcript").asText());
      assertThat(client.types()).endsWith("conversation.item.done", "response.done");
    }
  }

  @Test
  void theCallerInterruptsAndTheModelForgetsWhatWasNotHeard() {
    try (RealtimeClient client =
        telephone("\"instructions\":\"# Questions\\n- name: May I have your full name?\",")) {
      client.says("I have a wish.", 800);
      JsonNode item = client.await("response.output_item.added").path("item");
      client.await("response.output_audio.delta");
      client.says("Wait, wait, wait a moment.", 0);
      JsonNode response = client.await("response.done").path("response");
      assertThat(client.types()).contains("input_audio_buffer.speech_started");
      if (response.path("status").asText().equals("cancelled")) {
        assertThat(response.at("/status_details/reason").asText()).isEqualTo("turn_detected");
      }
      client.send(truncate(item.path("id").asText(), 200));
      client.await("conversation.item.truncated");
      client.append(RealtimeClient.silence(800));

      assertThat(client.hears()).isEqualTo("Of course. May I have your full name?");
      client.send(
          "{\"type\":\"conversation.item.retrieve\",\"item_id\":\"%s\"}"
              .formatted(item.path("id").asText()));
      assertThat(
              client.await("conversation.item.retrieved").at("/item/content/0").has("transcript"))
          .isFalse();
    }
  }

  @Test
  void speechCancelsAResponseThatIsUnderWay() {
    Pace slow = new Pace(Duration.ofSeconds(30), Duration.ofMillis(60), 1, Duration.ofMinutes(5));
    try (OpenAiStandIn standIn = OpenAiStandIn.start(0, KEY, slow);
        RealtimeClient client = RealtimeClient.telephone(standIn, KEY, "")) {
      client.send(SAY.formatted(LONG, ""));
      client.await("response.created");
      client.says("Hello, hello?", 0);

      JsonNode response = client.await("response.done").path("response");
      assertThat(response.at("/status_details/reason").asText()).isEqualTo("turn_detected");
      assertThat(response.path("output")).isEmpty();
    }
  }

  @Test
  void aProtectedResponseIsNotInterrupted() {
    Pace slow = new Pace(Duration.ofMillis(10), Duration.ofMillis(60), 4, Duration.ofMinutes(5));
    try (OpenAiStandIn standIn = OpenAiStandIn.start(0, KEY, slow);
        RealtimeClient client = RealtimeClient.telephone(standIn, KEY, "")) {
      client.send(
          """
          {"type": "session.update", "session": {"type": "realtime", "audio": {"input":
            {"turn_detection": {"type": "server_vad", "create_response": false,
                                "interrupt_response": false}}}}}
          """);
      client.send(SAY.formatted("This is recorded.", ""));
      client.await("response.output_audio.delta");
      client.says("Yes, yes, yes.", 800);
      client.await("input_audio_buffer.speech_started");

      assertThat(client.await("response.done").at("/response/status").asText())
          .isEqualTo("completed");
    }
  }

  @Test
  void onlyWhatWasSaidCanBeTruncated() {
    try (RealtimeClient client = telephone("")) {
      client.send(SAY.formatted("Hello there.", ""));
      String item = client.await("response.output_item.added").at("/item/id").asText();
      client.await("response.done");
      int lengthMs = RealtimeClient.sound(client.seen()).length / 8;

      client.send(truncate(item, lengthMs + 1));
      assertThat(client.next().at("/error/message").asText())
          .isEqualTo(
              "Audio content of %dms is already shorter than %dms"
                  .formatted(lengthMs, lengthMs + 1));
      client.send(truncate(item, lengthMs));
      client.await("conversation.item.truncated");
      client.send(
          """
          {"type": "conversation.item.create", "item": {"id": "typed", "type": "message",
            "role": "assistant", "content": [{"type": "output_text", "text": "Hi"}]}}
          """);
      client.await("conversation.item.done");
      client.send(truncate("typed", 0));
      assertThat(client.next().at("/error/code").asText()).isEqualTo("unsupported_content_type");
    }
  }

  private static String truncate(String item, int audioEndMs) {
    return """
    {"type": "conversation.item.truncate", "item_id": "%s", "content_index": 0, "audio_end_ms": %d}
    """
        .formatted(item, audioEndMs);
  }

  private static RealtimeClient telephone(String session) {
    return RealtimeClient.telephone(STAND_IN, KEY, session);
  }
}
