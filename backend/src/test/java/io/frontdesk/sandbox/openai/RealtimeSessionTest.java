package io.frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.openai.realtime.Pace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealtimeSessionTest {
  private static final String KEY = OpenAiStandIn.newApiKey();
  private static final OpenAiStandIn STAND_IN = OpenAiStandIn.start(0, KEY);

  @AfterAll
  static void stop() {
    STAND_IN.close();
  }

  @Test
  void beginsWithDefaultsThatAreNotATelephones() {
    try (RealtimeClient client = RealtimeClient.connect(STAND_IN, KEY)) {
      JsonNode session = client.next().path("session");

      assertThat(client.types()).containsExactly("session.created");
      assertThat(session.path("id").asText()).startsWith("sess_");
      assertThat(session.path("model").asText()).isEqualTo("gpt-realtime-2.1");
      assertThat(session.at("/audio/input/format/type").asText()).isEqualTo("audio/pcm");
      assertThat(session.at("/audio/input/transcription").isNull()).isTrue();
      assertThat(session.path("expires_at").asLong())
          .isBetween(
              Instant.now().plus(Duration.ofMinutes(59)).getEpochSecond(),
              Instant.now().plus(Duration.ofMinutes(61)).getEpochSecond());
    }
  }

  @Test
  void anUpdateChangesWhatItNamesAndShowsTheWhole() {
    try (RealtimeClient client =
        RealtimeClient.telephone(STAND_IN, KEY, "\"instructions\":\"A\",")) {
      client.send(
          """
          {"type": "session.update", "session": {"type": "realtime", "max_output_tokens": 99,
            "audio": {"input": {"turn_detection": null}, "output": {"speed": 1.2}}}}
          """);

      JsonNode session = client.await("session.updated").path("session");
      assertThat(session.path("instructions").asText()).isEqualTo("A");
      assertThat(session.path("max_output_tokens").asInt()).isEqualTo(99);
      assertThat(session.at("/audio/input/turn_detection").isNull()).isTrue();
      assertThat(session.at("/audio/input/format/type").asText()).isEqualTo("audio/pcmu");
      assertThat(session.at("/audio/output/voice").asText()).isEqualTo("marin");
      assertThat(session.at("/audio/output/speed").asDouble()).isEqualTo(1.2);
    }
  }

  @Test
  void turnDetectionIsCompletedWithDocumentedDefaults() {
    try (RealtimeClient client = RealtimeClient.telephone(STAND_IN, KEY, "")) {
      JsonNode vad = client.seen().getLast().at("/session/audio/input/turn_detection");

      assertThat(vad.path("silence_duration_ms").asInt()).isEqualTo(500);
      assertThat(vad.path("prefix_padding_ms").asInt()).isEqualTo(300);
      assertThat(vad.path("interrupt_response").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "voice":"alloy"                                          | missing_required_parameter | session.type
          "type":"realtime","voice":"alloy"                        | unknown_parameter          | session.voice
          "type":"realtime","modalities":["audio"]                 | unknown_parameter          | session.modalities
          "type":"realtime","temperature":0.8                      | unknown_parameter          | session.temperature
          "type":"realtime","audio":{"output":{"voice":"kevin"}}   | invalid_value              | session.audio.output.voice
          "type":"realtime","audio":{"input":{"format":"g711_ulaw"}} | invalid_type             | session.audio.input.format
          "type":"realtime","audio":{"input":{"format":{"type":"audio/pcm","rate":8000}}} | integer_below_min_value | session.audio.input.format.rate
          "type":"realtime","audio":{"input":{"format":{"type":"audio/mp3"}}} | invalid_value   | session.audio.input.format.type
          "type":"realtime","audio":{"output":{"speed":2}}         | decimal_above_max_value    | session.audio.output.speed
          "type":"realtime","audio":{"output":{"speed":0.2}}       | decimal_below_min_value    | session.audio.output.speed
          "type":"realtime","audio":{"input":{"noise_reduction":{"type":"everywhere"}}} | invalid_value | session.audio.input.noise_reduction.type
          "type":"realtime","audio":{"input":{"turn_detection":{"type":"server_vad","threshold":1.1}}} | decimal_above_max_value | session.audio.input.turn_detection.threshold
          "type":"realtime","audio":{"input":{"turn_detection":{"type":"semantic_vad","eagerness":"very"}}} | invalid_value | session.audio.input.turn_detection.eagerness
          "type":"realtime","audio":{"input":{"turn_detection":{"type":"semantic_vad","threshold":0.5}}} | unknown_parameter | session.audio.input.turn_detection.threshold
          "type":"realtime","audio":{"input":{"transcription":{"model":"nobody"}}} | invalid_value | session.audio.input.transcription.model
          "type":"realtime","audio":{"input":{"transcription":{"model":"whisper-1","languages":["en"]}}} | invalid_value | session.audio.input.transcription.languages
          "type":"realtime","max_output_tokens":0                  | integer_below_min_value    | session.max_output_tokens
          "type":"realtime","output_modalities":["audio","text"]   | invalid_value              | session.output_modalities
          "type":"realtime","tool_choice":{"type":"function","name":"x"} | invalid_value        | session.tool_choice
          "type":"realtime","tools":[{"type":"function"}]          | missing_required_parameter | session.tools[0].name
          "type":"realtime","model":"gpt-realtime"                 | invalid_value              | session.model
          "type":"transcription"                                   | invalid_value              | session.type
          "type":"realtime","audio":{"input":{"turn_detection":{"type":"server_vad","eagerness":"low"}}} | unknown_parameter | session.audio.input.turn_detection.eagerness
          "type":"realtime","audio":{"input":{"turn_detection":{"type":"server_vad","idle_timeout_ms":100}}} | integer_below_min_value | session.audio.input.turn_detection.idle_timeout_ms
          "type":"realtime","audio":{"input":{"transcription":{"model":"whisper-1","keywords":["a"]}}} | invalid_value | session.audio.input.transcription.keywords
          """)
  void aRejectedUpdateChangesNothing(String fields, String code, String param) {
    try (RealtimeClient client = RealtimeClient.connect(STAND_IN, KEY)) {
      JsonNode before = client.await("session.created").path("session");
      client.send(
          "{\"type\":\"session.update\",\"event_id\":\"mine\",\"session\":{\"instructions\":\"B\",%s}}"
              .formatted(fields));

      JsonNode error = client.next().path("error");
      assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
      assertThat(error.path("code").asText()).isEqualTo(code);
      assertThat(error.path("param").asText()).isEqualTo(param);
      assertThat(error.path("event_id").asText()).isEqualTo("mine");
      client.send("{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\"}}");
      assertThat(client.await("session.updated").path("session")).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"response.audio"}            | invalid_value              | type
          {"no":"type"}                        | missing_required_parameter | type
          []                                   | invalid_type               |
          {"type":                             | invalid_json               |
          {"type":"input_audio_buffer.append"} | missing_required_parameter | audio
          {"type":"input_audio_buffer.append","audio":"%%"}     | invalid_value    | audio
          {"type":"input_audio_buffer.append","audio":[]}       | invalid_type     | audio
          {"type":"output_audio_buffer.clear"} | invalid_value              | type
          {"type":"response.create","extra":1} | unknown_parameter          | extra
          {"type":"response.cancel"}           | response_cancel_not_active |
          {"type":"input_audio_buffer.commit"} | input_audio_buffer_commit_empty |
          {"type":"conversation.item.retrieve","item_id":"no"} | item_retrieve_invalid_item_id | item_id
          {"type":"conversation.item.delete","item_id":"no"}   | item_delete_invalid_item_id   | item_id
          {"type":"conversation.item.truncate","item_id":"no","content_index":0,"audio_end_ms":1} | item_truncate_invalid_item_id | item_id
          {"type":"conversation.item.create","item":{"type":"function_call_output","call_id":"no","output":""}} | invalid_tool_call_id |
          {"type":"conversation.item.create","item":{"type":"message","role":"assistant","content":[{"type":"output_audio"}]}} | invalid_value | item.content[0].type
          {"type":"conversation.item.create","item":{"type":"message","role":"user","content":[{"type":"text","text":"a"}]}} | invalid_value | item.content[0].type
          """)
  void anEventThatIsNotOneIsAnErrorAndTheSessionGoesOn(String event, String code, String param) {
    try (RealtimeClient client = RealtimeClient.connect(STAND_IN, KEY)) {
      client.await("session.created");
      client.send(event);

      JsonNode error = client.next().path("error");
      assertThat(error.path("code").asText()).isEqualTo(code);
      assertThat(error.path("param").asText("")).isEqualTo(param == null ? "" : param);
      client.send("{\"type\":\"input_audio_buffer.clear\"}");
      client.await("input_audio_buffer.cleared");
    }
  }

  @Test
  void theBetaIsGone() {
    try (RealtimeClient client = RealtimeClient.open(STAND_IN, KEY, "gpt-realtime", true)) {
      assertThat(client.next().at("/error/code").asText()).isEqualTo("beta_api_shape_disabled");
      assertThat(client.closed()).isEqualTo("4000 invalid_request_error.beta_api_shape_disabled");
    }
  }

  @Test
  void aSessionExpires() {
    Pace brief = new Pace(Duration.ZERO, Duration.ZERO, 8, Duration.ofMillis(200));
    try (OpenAiStandIn standIn = OpenAiStandIn.start(0, KEY, brief);
        RealtimeClient client = RealtimeClient.connect(standIn, KEY)) {
      client.await("session.created");

      assertThat(client.next().at("/error/code").asText()).isEqualTo("session_expired");
      assertThat(client.closed()).startsWith("1001 Your session hit the maximum duration");
    }
  }

  @Test
  void itemsCanBePutInFrontReadAndTakenOut() {
    try (RealtimeClient client = RealtimeClient.connect(STAND_IN, KEY)) {
      client.send(
          """
          {"type": "conversation.item.create", "item": {"id": "one", "type": "message",
            "role": "user", "content": [{"type": "input_text", "text": "Hello"}]}}
          """);
      client.send(
          """
          {"type": "conversation.item.create", "previous_item_id": "root", "item": {"id": "two",
            "type": "message", "role": "system", "content": [{"type": "input_text", "text": "Hi"}]}}
          """);
      client.send("{\"type\":\"conversation.item.retrieve\",\"item_id\":\"two\"}");
      client.send("{\"type\":\"conversation.item.delete\",\"item_id\":\"one\"}");

      assertThat(client.await("conversation.item.added").path("previous_item_id").isNull())
          .isTrue();
      assertThat(client.await("conversation.item.added").path("previous_item_id").isNull())
          .isTrue();
      assertThat(client.await("conversation.item.retrieved").at("/item/content/0/text").asText())
          .isEqualTo("Hi");
      assertThat(client.await("conversation.item.deleted").path("item_id").asText())
          .isEqualTo("one");
    }
  }

  @Test
  void isRefusedWithoutItsKeyOrModel() {
    assertThat(refused("wrong", "?model=gpt-realtime-2.1")).isEqualTo(401);
    assertThat(refused(KEY, "?model=gpt-9")).isEqualTo(404);
    assertThat(refused(KEY, "?model=gpt-4o-mini-tts")).isEqualTo(404);
    assertThat(refused(KEY, "")).isEqualTo(400);
  }

  private static int refused(String key, String query) {
    var opening =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + key)
            .buildAsync(URI.create(STAND_IN.realtimeUri() + query), new WebSocket.Listener() {});
    return opening
        .handle(
            (_, failure) ->
                failure.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0)
        .join();
  }
}
