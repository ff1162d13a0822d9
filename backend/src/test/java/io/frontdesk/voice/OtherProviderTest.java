package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.voice.murmur.MurmurModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A call held by a model of another provider, with another protocol: the bridge is the same.
@Execution(ExecutionMode.CONCURRENT)
class OtherProviderTest {
  @TempDir Path folder;

  @Test
  void aCallIsHeldByAModelOfAnotherProvider() throws IOException {
    try (var model = new MurmurModel();
        var service = RunningService.start(settings(model))) {
      Owner owner = Owner.signUp(service, "Acme Murmurs");
      fallsSilentByItself(owner);
      awaitGreeting(owner);
      try (var phone = new HandPhone(service, owner)) {
        phone.calls();
        phone.speaks(7);
        var call = model.call();
        assertThat(sound(phone.awaits("media"))).as("the greeting, in its voice").startsWith("ggg");
        assertThat(text(call.awaits("start").get(1))).contains("Acme Murmurs");
        assertThat(text(call.awaits("know").get(2))).contains("Thanks for calling Acme Murmurs");
        assertThat(Base64.getDecoder().decode(call.awaits("hear").get(1))).containsOnly(7);

        call.says("begins u1");
        phone.awaits("clear");
        call.says("pauses u1");
        call.says("turn u1");
        call.says("words u1 " + coded("That is all, goodbye."));
        call.says("answer r1 -");
        call.says("done r1 c1 end_call " + coded("{}"));
        assertThat(text(call.awaits("result").get(2))).contains("\"ok\":true");
        String request = call.awaits("speak").get(1);
        call.says("answer r2 " + request);
        call.says("sound r2 a2 " + coded("h".repeat(1600)));
        call.says("said r2 a2 " + coded("Goodbye."));
        call.says("done r2");
        phone.awaits(message -> sound(message).startsWith("hhh"));
        phone.hearsEverything();

        assertThat(phone.closedWith()).isEqualTo(1000);
      }
      await()
          .untilAsserted(
              () -> {
                JsonNode record = owner.api().get("/api/v1/calls").body().at("/data/0");
                assertThat(record.path("state").asText()).isEqualTo("completed");
                assertThat(turns(owner, record).findValuesAsText("text"))
                    .contains("That is all, goodbye.", "Goodbye.");
              });
    }
  }

  private static void fallsSilentByItself(Owner owner) {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    owner.api().patch("/api/v1/receptionists/" + id, "{'listening': {'min_speech_ms': 0}}");
    owner.api().post("/api/v1/receptionists/" + id + "/publish", "{}");
  }

  private Map<String, Object> settings(MurmurModel model) throws IOException {
    Path file = folder.resolve("models.yml");
    Files.writeString(
        file,
        """
        currency: USD
        as_of: '2026-11-20'
        models:
          - {name: murmur-1, kind: speech_to_speech, provider: elevenlabs, voices: [marin]}
          - {name: none, kind: transcription, provider: elevenlabs}
        """);
    return Map.of(
        "model.catalogue",
        file.toString(),
        "openai.realtime-model",
        "murmur-1",
        "openai.transcription-model",
        "none",
        "murmur.port",
        model.port());
  }

  private static void awaitGreeting(Owner owner) {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String path = "/api/v1/receptionists/" + id + "/greeting-audio";
    await().until(() -> owner.api().get(path).status() == 200);
  }

  private static JsonNode turns(Owner owner, JsonNode record) {
    String path = "/api/v1/calls/" + record.path("id").asText() + "/transcript";
    return owner.api().get(path).body().path("turns");
  }

  private static String sound(JsonNode message) {
    return text(message.at("/media/payload").asText());
  }

  private static String coded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String coded) {
    return new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
  }
}
