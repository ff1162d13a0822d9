package io.frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.Pcm24;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.sandbox.openai.realtime.Pace;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RealtimeResponseTest {
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
  void speechCarriesItsWordsInSmallPieces() {
    try (RealtimeClient client = telephone("")) {
      client.send(SAY.formatted(LONG, ""));

      assertThat(client.hears()).isEqualTo(LONG);
      assertThat(client.seen())
          .filteredOn(event -> event.path("type").asText().equals("response.output_audio.delta"))
          .map(event -> Base64.getDecoder().decode(event.path("delta").asText()).length)
          .allMatch(bytes -> bytes <= 3_200)
          .hasSizeGreaterThan(10);
      assertThat(String.join("", texts(client, "response.output_audio_transcript.delta")))
          .isEqualTo(LONG);
      byte[] sound = RealtimeClient.sound(client.seen());
      assertThat(MuLaw.loudness(sound, 0, sound.length)).isGreaterThan(0.02);
    }
  }

  @Test
  void usageCountsWhatWasHeardAndSaid() {
    try (RealtimeClient client = telephone("\"instructions\":\"12345678\",")) {
      client.says("Hello.", 800);
      JsonNode first = client.await("response.done").at("/response/usage");
      int spokenMs = RealtimeClient.sound(client.seen()).length / 8;

      assertThat(first.at("/output_token_details/audio_tokens").asInt())
          .isEqualTo(Math.ceilDiv(spokenMs, 50));
      assertThat(first.at("/input_token_details/audio_tokens").asInt()).isBetween(8, 20);
      assertThat(first.at("/input_token_details/cached_tokens").asInt()).isZero();
      assertThat(first.path("total_tokens").asInt())
          .isEqualTo(first.path("input_tokens").asInt() + first.path("output_tokens").asInt());
    }
  }

  @Test
  void whatWasSentBeforeIsCachedInBlocks() {
    try (RealtimeClient client =
        telephone("\"instructions\":\"%s\",".formatted("Be kind. ".repeat(60)))) {
      client.says("Hello.", 800);
      client.await("response.done");
      client.says("Hello.", 800);

      JsonNode cached =
          client
              .await("response.done")
              .at("/response/usage/input_token_details/cached_tokens_details");
      assertThat(cached.path("text_tokens").asInt()).isEqualTo(128);
    }
  }

  @Test
  void oneResponseAtATime() {
    try (RealtimeClient client = telephone("")) {
      client.send(SAY.formatted(LONG, ""));
      client.send("{\"type\":\"response.create\",\"event_id\":\"second\"}");

      JsonNode error = nextOf(client, "error").path("error");
      assertThat(error.path("code").asText()).isEqualTo("conversation_already_has_active_response");
      assertThat(error.path("event_id").asText()).isEqualTo("second");
      assertThat(client.await("response.done").at("/response/status").asText())
          .isEqualTo("completed");
    }
  }

  @Test
  void aVoiceThatWasHeardStays() {
    String update =
        """
        {"type": "session.update", "session": {"type": "realtime",
          "audio": {"output": {"voice": "%s"}}}}
        """;
    try (RealtimeClient client = telephone("")) {
      client.send(update.formatted("cedar"));
      client.await("session.updated");
      client.send(SAY.formatted("Hello.", ""));
      client.await("response.done");

      client.send(update.formatted("ash"));
      assertThat(client.next().at("/error/code").asText()).isEqualTo("cannot_update_voice");
      client.send(update.formatted("cedar"));
      client.await("session.updated");
    }
  }

  @Test
  void aResponseApartLeavesNoTrace() {
    try (RealtimeClient client = telephone("")) {
      client.send(
          SAY.formatted(
              "aside",
              ",\"conversation\":\"none\",\"output_modalities\":[\"text\"],"
                  + "\"metadata\":{\"purpose\":\"test\"},\"input\":[]"));

      JsonNode response = client.await("response.done").path("response");
      assertThat(response.at("/metadata/purpose").asText()).isEqualTo("test");
      assertThat(response.at("/output/0/content/0/text").asText()).isEqualTo("aside");
      assertThat(response.path("conversation_id").isNull()).isTrue();
      assertThat(client.types())
          .contains("response.output_text.delta", "response.output_text.done")
          .doesNotContain("conversation.item.added", "response.output_audio.delta");
    }
  }

  @Test
  void aLimitCutsSpeechShort() {
    try (RealtimeClient client = telephone("")) {
      client.send(SAY.formatted(LONG, ",\"max_output_tokens\":20"));

      JsonNode response = client.await("response.done").path("response");
      assertThat(response.path("status").asText()).isEqualTo("incomplete");
      assertThat(response.at("/status_details/reason").asText()).isEqualTo("max_output_tokens");
      assertThat(response.at("/usage/output_tokens").asInt()).isBetween(15, 20);
      assertThat(LONG).startsWith(RealtimeClient.heard(client.seen()));
    }
  }

  @Test
  void samplesAt24KilohertzCarryTheWordsToo() {
    try (RealtimeClient client = RealtimeClient.connect(STAND_IN, KEY)) {
      client.await("session.created");
      client.send(SAY.formatted("Wide band.", ""));
      client.await("response.done");

      byte[] ulaw = Pcm24.toMuLaw(RealtimeClient.sound(client.seen()));
      assertThat(WatermarkReader.words(ulaw)).isEqualTo("Wide band.");
    }
  }

  private static JsonNode nextOf(RealtimeClient client, String type) {
    while (true) {
      JsonNode event = client.next();
      if (event.path("type").asText().equals(type)) {
        return event;
      }
    }
  }

  private static List<String> texts(RealtimeClient client, String type) {
    return client.seen().stream()
        .filter(event -> event.path("type").asText().equals(type))
        .map(event -> event.path("delta").asText())
        .toList();
  }

  private static RealtimeClient telephone(String session) {
    return RealtimeClient.telephone(STAND_IN, KEY, session);
  }
}
