package io.frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.ObjectMappers;
import com.openai.models.ErrorObject;
import com.openai.models.chat.completions.ChatCompletion;
import io.frontdesk.sandbox.audio.Pcm24;
import io.frontdesk.sandbox.audio.WatermarkReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpEndpointsTest {
  private static final String KEY = OpenAiStandIn.newApiKey();
  private static final OpenAiStandIn STAND_IN = OpenAiStandIn.start(0, KEY);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void stop() {
    STAND_IN.close();
  }

  @Test
  void aSchemaIsFilledFromTheTranscriptAlone() throws Exception {
    String body =
        """
        {"model": "gpt-5.6-mini", "messages": [
           {"role": "system", "content": "Extract the fields."},
           {"role": "user", "content": "Receptionist: May I have your name?\\nCaller: It's Ann."}],
         "response_format": {"type": "json_schema", "json_schema": {"name": "call", "strict": true,
           "schema": {"type": "object", "additionalProperties": false,
             "required": ["name", "phone"], "properties": {
               "name": {"type": ["string", "null"]}, "phone": {"type": ["string", "null"]}}}}}}
        """;

    HttpResponse<String> response = post("/chat/completions", body);

    ChatCompletion completion =
        ObjectMappers.jsonMapper().readValue(response.body(), ChatCompletion.class);
    completion.validate();
    assertThat(completion.choices().getFirst().message().content())
        .contains("{\"name\":\"Ann\",\"phone\":null}");
    assertThat(completion.usage().orElseThrow().totalTokens()).isPositive();
  }

  @Test
  void aReceptionistAnswersAndCallsFunctionsInChatToo() throws Exception {
    String body =
        """
        {"model": "gpt-5.6", "messages": [
           {"role": "system", "content": "You are a receptionist."},
           {"role": "user", "content": "Please ring me back."}%s],
         "tools": [{"type": "function", "function": {"name": "ring_back",
           "description": "Rings the caller back",
           "parameters": {"type": "object", "required": ["number"],
             "properties": {"number": {"type": "string"}}}}}]}
        """;

    JsonNode asks = json(post("/chat/completions", body.formatted("")));
    assertThat(asks.at("/choices/0/message/content").asText())
        .isEqualTo("Of course. What is the number?");
    HttpResponse<String> calls =
        post(
            "/chat/completions",
            body.formatted(
                """
                , {"role": "assistant", "content": "What is the number?"},
                {"role": "user", "content": "It's 555 0100."}
                """));
    ObjectMappers.jsonMapper().readValue(calls.body(), ChatCompletion.class).validate();
    JsonNode choice = json(calls).at("/choices/0");
    assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
    assertThat(choice.at("/message/tool_calls/0/function/arguments").asText())
        .isEqualTo("{\"number\":\"555 0100\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"messages":[]}                              | 400 | model
          {"model":"gpt-5.6"}                          | 400 | messages
          {"model":"gpt-none","messages":[{"role":"user","content":"a"}]} | 404 |
          {"model":"gpt-realtime","messages":[{"role":"user","content":"a"}]} | 404 |
          {"model":"gpt-5.6","messages":[{"role":"king","content":"a"}]} | 400 | messages[0].role
          {"model":"gpt-5.6","messages":[{"role":"tool","tool_call_id":"x","content":"a"}]} | 400 | messages[0].role
          {"model":"gpt-5.6","messages":[{"role":"user","content":"a"}],"stream":true} | 400 | stream
          {"model":"gpt-5.6","messages":[{"role":"user","content":"a"}],"response_format":{"type":"json_object"}} | 400 | messages
          {"model":"gpt-5.6","messages":[{"role":"user","content":"a"}],"response_format":{"type":"json_schema","json_schema":{"name":"x","strict":true,"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}} | 400 | response_format
          {"model":                                    | 400 |
          """)
  void aBadChatRequestIsRefusedAsByOpenAi(String body, int status, String param) throws Exception {
    HttpResponse<String> response = post("/chat/completions", body);

    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode error = json(response).path("error");
    assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
    assertThat(error.path("message").asText()).isNotEmpty();
    assertThat(error.path("param").asText("")).isEqualTo(param == null ? "" : param);
  }

  @Test
  void speechIsPcmOrWav() throws Exception {
    String body = "{\"model\":\"tts-1\",\"voice\":\"alloy\",\"input\":\"Hello.\"%s}";

    byte[] pcm = bytes(body.formatted(",\"response_format\":\"pcm\""));
    byte[] wav = bytes(body.formatted(",\"response_format\":\"wav\""));

    assertThat(WatermarkReader.words(Pcm24.toMuLaw(pcm))).isEqualTo("Hello.");
    assertThat(format(wav).getSampleRate()).isEqualTo(24_000);
    assertThat(wav).hasSize(pcm.length + 44);
    HttpResponse<String> mp3 = post("/audio/speech", body.formatted(""));
    assertThat(mp3.statusCode()).isEqualTo(400);
    assertThat(json(mp3).at("/error/param").asText()).isEqualTo("response_format");
  }

  @Test
  void modelsTellWhenTheyGoAway() throws Exception {
    JsonNode list = json(get("/models", KEY));
    JsonNode one = json(get("/models/tts-1", KEY));

    assertThat(list.path("data")).hasSizeGreaterThan(10);
    assertThat(one.path("shutdown_date").asText()).isEqualTo("2027-01-06");
    assertThat(get("/models/none", KEY).statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyIsServedWithoutTheKey() throws Exception {
    HttpResponse<String> wrong = get("/models", "sk-wrong-key-of-somebody");

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(json(wrong).at("/error/code").asText()).isEqualTo("invalid_api_key");
    assertThat(wrong.body()).doesNotContain("wrong-key-of");
    HttpRequest without = HttpRequest.newBuilder(uri("/models")).build();
    assertThat(CLIENT.send(without, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  @Test
  void aKeyThatIsNotGoodForEverythingIsRefusedAsByOpenAi() throws Exception {
    String poor = made("{\"credit\": false}");
    String mute = made("{\"realtime\": false}");
    String chat = "{\"model\":\"gpt-5.6\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}";

    HttpResponse<String> noCredit =
        CLIENT.send(request("/chat/completions", chat, poor), BodyHandlers.ofString());
    assertThat(noCredit.statusCode()).isEqualTo(429);
    ErrorObject error =
        ObjectMappers.jsonMapper().treeToValue(json(noCredit).path("error"), ErrorObject.class);
    error.validate();
    assertThat(error.code()).contains("insufficient_quota");
    assertThat(error.type()).isEqualTo("insufficient_quota");

    assertThat(get("/models/gpt-realtime-2.1", mute).statusCode()).isEqualTo(404);
    assertThat(get("/models/gpt-5.6", mute).statusCode()).isEqualTo(200);
    assertThat(
            CLIENT
                .send(request("/chat/completions", chat, mute), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  private static String made(String may) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(STAND_IN.uri().resolve("/sandbox/keys"))
            .header("Authorization", "Bearer " + KEY)
            .POST(HttpRequest.BodyPublishers.ofString(may))
            .build();
    return json(CLIENT.send(request, BodyHandlers.ofString())).path("key").asText();
  }

  private static AudioFormat format(byte[] wav) throws IOException, UnsupportedAudioFileException {
    return AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav)).getFormat();
  }

  private static byte[] bytes(String body) throws IOException, InterruptedException {
    return CLIENT.send(request("/audio/speech", body), BodyHandlers.ofByteArray()).body();
  }

  private static HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return CLIENT.send(request(path, body), BodyHandlers.ofString());
  }

  private static HttpRequest request(String path, String body) {
    return request(path, body, KEY);
  }

  private static HttpRequest request(String path, String body, String key) {
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Bearer " + key)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static HttpResponse<String> get(String path, String key)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static URI uri(String path) {
    return URI.create(STAND_IN.uri() + path);
  }

  private static JsonNode json(HttpResponse<String> response) {
    return RealtimeClient.json(response.body());
  }
}
