package io.frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.openai.realtime.Pace;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RealtimeTurnTest {
  private static final String KEY = OpenAiStandIn.newApiKey();
  private static final Pace QUICK =
      new Pace(Duration.ofMillis(10), Duration.ofMillis(60), 50, Duration.ofMinutes(5));
  private static final OpenAiStandIn STAND_IN = OpenAiStandIn.start(0, KEY, QUICK);

  @AfterAll
  static void stop() {
    STAND_IN.close();
  }

  @Test
  void aSpokenTurnHasItsEventsInTheDocumentedOrder() {
    try (RealtimeClient client = telephone("")) {
      client.append(RealtimeClient.silence(400));
      client.says("Hello, is anybody there?", 800);
      client.await("response.done");

      assertThat(client.types().stream().filter(type -> !type.contains("transcription")).distinct())
          .containsExactly(
              "session.created",
              "session.updated",
              "input_audio_buffer.speech_started",
              "input_audio_buffer.speech_stopped",
              "input_audio_buffer.committed",
              "conversation.item.added",
              "conversation.item.done",
              "response.created",
              "rate_limits.updated",
              "response.output_item.added",
              "response.content_part.added",
              "response.output_audio_transcript.delta",
              "response.output_audio.delta",
              "response.output_audio.done",
              "response.output_audio_transcript.done",
              "response.content_part.done",
              "response.output_item.done",
              "response.done");
    }
  }

  @Test
  void aTranscriptIsWhatWasHeardAndComesWhileTheModelAnswers() {
    try (RealtimeClient client = telephone("")) {
      client.says("I would like a table for two.", 800);

      String item = client.await("input_audio_buffer.committed").path("item_id").asText();
      JsonNode completed = client.await("conversation.item.input_audio_transcription.completed");
      assertThat(client.types()).contains("response.created");
      assertThat(completed.path("item_id").asText()).isEqualTo(item);
      assertThat(completed.path("transcript").asText()).isEqualTo("I would like a table for two.");
      assertThat(completed.at("/usage/input_token_details/audio_tokens").asInt()).isBetween(15, 40);
      assertThat(
              client.seen().stream()
                  .filter(e -> e.path("type").asText().endsWith("transcription.delta"))
                  .map(e -> e.path("delta").asText()))
          .containsExactly("I ", "would ", "like ", "a ", "table ", "for ", "two.");
    }
  }

  @Test
  void thereIsNoTranscriptUnlessTheSessionWantsOne() {
    try (RealtimeClient client = telephone("")) {
      client.send(
          """
          {"type": "session.update", "session": {"type": "realtime",
            "audio": {"input": {"transcription": null}}}}
          """);
      client.says("Hello.", 800);
      client.await("response.done");
      client.says("Hello again.", 800);
      client.await("response.done");

      assertThat(client.types()).noneMatch(type -> type.contains("transcription"));
    }
  }

  @Test
  void loudNoiseIsATurnThatNobodyUnderstands() {
    try (RealtimeClient client = telephone("")) {
      byte[] noise = new byte[8_000];
      new Random(1).nextBytes(noise);
      client.append(noise);
      client.append(RealtimeClient.silence(800));

      JsonNode failed = client.await("conversation.item.input_audio_transcription.failed");
      assertThat(failed.at("/error/code").asText()).isEqualTo("audio_unintelligible");
      client.await("response.done");
      assertThat(RealtimeClient.heard(client.seen())).startsWith("Sorry, I did not catch that.");
    }
  }

  @Test
  void aLostFrameGarblesTheTranscript() {
    try (RealtimeClient client = telephone("")) {
      byte[] speech = Speech.of(RealtimeClient.VOICE, "My name is Ann Lee.", 1).ulaw();
      client.append(Arrays.copyOf(speech, 3_200));
      client.append(Arrays.copyOfRange(speech, 3_360, speech.length));
      client.append(RealtimeClient.silence(800));

      assertThat(
              client
                  .await("conversation.item.input_audio_transcription.completed")
                  .path("transcript")
                  .asText())
          .contains("\uFFFD");
    }
  }

  @Test
  void theSessionMayKeepResponsesToItself() {
    try (RealtimeClient client = telephone("")) {
      client.send(
          """
          {"type": "session.update", "session": {"type": "realtime", "audio": {"input":
            {"turn_detection": {"type": "server_vad", "create_response": false}}}}}
          """);
      client.says("Hello.", 800);
      client.await("conversation.item.input_audio_transcription.completed");

      assertThat(client.types()).doesNotContain("response.created");
    }
  }

  private static RealtimeClient telephone(String session) {
    return RealtimeClient.telephone(STAND_IN, KEY, session);
  }
}
