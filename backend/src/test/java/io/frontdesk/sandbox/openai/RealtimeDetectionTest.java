package io.frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.openai.realtime.Pace;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RealtimeDetectionTest {
  private static final String KEY = OpenAiStandIn.newApiKey();
  private static final Pace QUICK =
      new Pace(Duration.ofMillis(10), Duration.ofMillis(60), 50, Duration.ofMinutes(5));
  private static final OpenAiStandIn STAND_IN = OpenAiStandIn.start(0, KEY, QUICK);

  @AfterAll
  static void stop() {
    STAND_IN.close();
  }

  @Test
  void timesCountAppendedSound() {
    try (RealtimeClient client = telephone("")) {
      client.append(RealtimeClient.silence(1_000));
      Speech speech = Speech.of(RealtimeClient.VOICE, "Hello there.", 1);
      client.append(speech.ulaw());
      client.append(RealtimeClient.silence(2_000));

      long started =
          client.await("input_audio_buffer.speech_started").path("audio_start_ms").asLong();
      long stopped =
          client.await("input_audio_buffer.speech_stopped").path("audio_end_ms").asLong();
      assertThat(started).isBetween(680L, 800L);
      assertThat(stopped)
          .isBetween(
              1_000 + speech.length().toMillis() + 300, 1_000 + speech.length().toMillis() + 540);
    }
  }

  @Test
  void soundBelowTheThresholdIsSilence() {
    try (RealtimeClient client = telephone("")) {
      client.send(
          """
          {"type": "session.update", "session": {"type": "realtime", "audio": {"input":
            {"turn_detection": {"type": "server_vad", "threshold": 0.5}}}}}
          """);
      byte[] speech = RealtimeClient.VOICE.say("This is said very quietly.");
      for (int i = 0; i < speech.length; i++) {
        speech[i] = MuLaw.encode((short) (MuLaw.decode(speech[i]) / 64));
      }
      client.append(speech);
      client.append(RealtimeClient.silence(800));
      client.send("{\"type\":\"input_audio_buffer.clear\"}");
      client.await("input_audio_buffer.cleared");

      assertThat(client.types()).noneMatch(type -> type.contains("speech"));
    }
  }

  @Test
  void aPauseShorterThanTheSilenceDoesNotEndATurn() {
    try (RealtimeClient client = telephone("")) {
      client.says("My name is", 400);
      client.says("Ann Lee.", 800);

      assertThat(
              client
                  .await("conversation.item.input_audio_transcription.completed")
                  .path("transcript")
                  .asText())
          .isEqualTo("My name is Ann Lee.");
    }
  }

  @Test
  void withoutDetectionTheClientEndsTurns() {
    try (RealtimeClient client = telephone("")) {
      client.send(
          """
          {"type": "session.update", "session": {"type": "realtime",
            "audio": {"input": {"turn_detection": null}}}}
          """);
      client.says("Forget this.", 0);
      client.send("{\"type\":\"input_audio_buffer.clear\"}");
      client.says("Hello.", 900);
      client.send("{\"type\":\"input_audio_buffer.commit\"}");

      assertThat(
              client
                  .await("conversation.item.input_audio_transcription.completed")
                  .path("transcript")
                  .asText())
          .isEqualTo("Hello.");
      assertThat(client.types())
          .doesNotContain("input_audio_buffer.speech_started", "response.created");
      client.send("{\"type\":\"response.create\"}");
      assertThat(client.hears()).isEqualTo("How can I help you?");
    }
  }

  @Test
  void meaningEndsATurnSoonerThanSilence() {
    try (RealtimeClient client = telephone("")) {
      client.send(
          """
          {"type": "session.update", "session": {"type": "realtime", "audio": {"input":
            {"turn_detection": {"type": "semantic_vad", "eagerness": "high"}}}}}
          """);
      client.says("I would like to", 1_500);
      client.says("order a cake.", 600);

      assertThat(
              client
                  .await("conversation.item.input_audio_transcription.completed")
                  .path("transcript")
                  .asText())
          .isEqualTo("I would like to order a cake.");
    }
  }

  @Test
  void theModelSpeaksUpWhenNothingIsSaidForLong() {
    try (RealtimeClient client = telephone("")) {
      client.send(
          """
          {"type": "session.update", "session": {"type": "realtime", "audio": {"input":
            {"turn_detection": {"type": "server_vad", "idle_timeout_ms": 5000}}}}}
          """);
      client.send(
          """
          {"type": "response.create", "response": {"instructions": "Say exactly: Hi."}}
          """);
      client.await("response.done");
      client.append(RealtimeClient.silence(5_500));

      JsonNode timeout = client.await("input_audio_buffer.timeout_triggered");
      assertThat(timeout.path("audio_end_ms").asInt() - timeout.path("audio_start_ms").asInt())
          .isEqualTo(5_500);
      assertThat(client.await("input_audio_buffer.committed").path("item_id"))
          .isEqualTo(timeout.path("item_id"));
      assertThat(client.hears()).startsWith("Sorry, I did not catch that.");
    }
  }

  @Test
  void aTurnGoesOnWhenItsAnswerIsCalledOff() {
    try (RealtimeClient client = telephone("")) {
      byte[] speech = RealtimeClient.speech("I am in the middle of a sentence.");
      client.append(Arrays.copyOf(speech, 8_000));
      client.await("input_audio_buffer.speech_started");
      client.send(
          """
          {"type": "session.update", "session": {"type": "realtime", "audio": {"input":
            {"turn_detection": {"type": "server_vad", "create_response": false}}}}}
          """);
      client.append(Arrays.copyOfRange(speech, 8_000, speech.length));
      client.append(RealtimeClient.silence(800));

      assertThat(
              client
                  .await("conversation.item.input_audio_transcription.completed")
                  .path("transcript")
                  .asText())
          .isEqualTo("I am in the middle of a sentence.");
      assertThat(client.types()).doesNotContain("response.created");
    }
  }

  private static RealtimeClient telephone(String session) {
    return RealtimeClient.telephone(STAND_IN, KEY, session);
  }
}
