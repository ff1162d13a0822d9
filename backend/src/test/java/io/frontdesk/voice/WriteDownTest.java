package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What Twilio does not write down, which is all but English, a model does.
class WriteDownTest {
  private static final String WORDS = "Mein Kessel ist kaputt. Bitte rufen Sie zurück.";

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @Test
  void aModelWritesDownWhatTwilioDoesNot() throws IOException {
    var openAi = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    openAi.createContext("/v1/", this::answer);
    openAi.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    openAi.start();
    String url = "http://127.0.0.1:" + openAi.getAddress().getPort() + "/v1";
    try (var service =
        RunningService.start(Map.of("openai.api-url", url, "openai.api-key", "sk-test"))) {
      var owner = Owner.signUp(service, "Tore Müller");
      answersInGerman(owner);

      rings(owner);

      await()
          .atMost(Duration.ofMinutes(3))
          .until(
              () -> owner.api().get("/api/v1/messages").body().at("/data/0/text").asText(),
              WORDS::equals);
      var cost = owner.api().get("/api/v1/calls").body().at("/data/0/cost/items");
      assertThat(cost)
          .as("half a minute of it, paid once")
          .anyMatch(
              item ->
                  item.path("model").asText().equals("gpt-transcribe")
                      && item.path("amount_micros").asLong() == 2250);
      assertThat(asked).as("again after an error").hasSizeGreaterThanOrEqualTo(2);
      assertThat(asked.getLast())
          .contains("name=\"model\"\r\n\r\ngpt-transcribe\r\n", "filename=\"voicemail.wav\"")
          .contains("RIFF", "WAVEfmt ");
    } finally {
      openAi.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] question = exchange.getRequestBody().readAllBytes();
      boolean audio = exchange.getRequestURI().getPath().endsWith("/audio/transcriptions");
      if (audio) {
        asked.add(new String(question, StandardCharsets.ISO_8859_1));
      }
      boolean fine = audio && asked.size() > 1;
      byte[] body =
          (fine
                  ? "{\"text\": \""
                      + WORDS
                      + "\", \"usage\": {\"type\": \"duration\", \"seconds\": 30}}"
                  : "<html>")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(fine ? 200 : 503, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void answersInGerman(Owner owner) {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String receptionist = "/api/v1/receptionists/" + id;
    owner.api().patch(receptionist, "{'engine': 'voicemail', 'languages': ['de-DE']}");
    owner.api().post(receptionist + "/publish", "{}");
  }

  private static void rings(Owner owner) {
    String number =
        await()
            .until(
                () -> owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText(),
                found -> !found.isEmpty());
    String call = "{'scenario': 'message_after_hours', 'to': '%s'}".formatted(number);
    assertThat(owner.api().post("/api/v1/sandbox/calls", call).status()).isEqualTo(201);
  }
}
