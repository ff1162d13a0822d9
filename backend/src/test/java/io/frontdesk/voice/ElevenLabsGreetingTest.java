package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.audio.AudioLinks;
import io.frontdesk.call.audio.Sound;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.sandbox.elevenlabs.ElevenLabsStandIn;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Greetings in a voice of ElevenLabs', with the business's own account there.
@Execution(ExecutionMode.CONCURRENT)
class ElevenLabsGreetingTest {
  private static final String GEORGE = "JBFqnCBsd6RMkjVDRZzb";
  private static final int FEW = 4000;
  private static final Pattern PLAY =
      Pattern.compile("<Play>[^<]*(/api/v1/voice/audio/[^<]+)</Play>");

  private static final String KEY = ElevenLabsStandIn.newApiKey();
  private static ElevenLabsStandIn elevenLabs;
  private static RunningService service;

  @TempDir Path folder;

  private Owner owner;
  private String receptionist;

  @BeforeAll
  static void start() {
    elevenLabs = ElevenLabsStandIn.start(0, KEY, FEW);
    service = RunningService.start(Map.of("elevenlabs.api-url", elevenLabs.uri().toString()));
  }

  @BeforeEach
  void signUp() {
    owner = Owner.signUp(service, "Ace Garage Doors");
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    receptionist = "/api/v1/receptionists/" + id;
  }

  @AfterAll
  static void stop() {
    service.close();
    elevenLabs.close();
  }

  @Test
  void theGreetingIsRecordedInTheVoiceThatWasChosen() {
    connects(KEY);
    assertThat(owner.api().get("/api/v1/greeting-voices").body().path("data"))
        .extracting(voice -> voice.path("id").asText() + " " + voice.path("name").asText())
        .contains(GEORGE + " George")
        .hasSize(2);
    int before = elevenLabs.used();

    ReceptionistConfig config = publishes(GEORGE);
    await().until(() -> sound(config).isPresent());

    byte[] ulaw = sound(config).orElseThrow();
    assertThat(WatermarkReader.words(ulaw)).isEqualTo(config.opening());
    // Other businesses have theirs recorded at the same time.
    assertThat(elevenLabs.used() - before).isGreaterThanOrEqualTo(config.opening().length());
    assertThat(owner.api().get(receptionist + "/greeting-audio").status()).isEqualTo(200);
    assertThat(tests()).isEmpty();
  }

  /// Answers that are read out, too; they are ours to serve.
  @Test
  void whatIsReadOutIsReadOutInTheVoiceThatWasChosen() {
    connects(KEY);
    publishes(GEORGE);
    HandTalk.answersWith(owner, "turn_based");

    try (var one = new HandTalk(service, owner)) {
      Matcher play = PLAY.matcher(one.rings());
      assertThat(play.find()).isTrue();
      assertThat(service.api().download(play.group(1)))
          .startsWith("RIFF".getBytes(StandardCharsets.US_ASCII))
          .hasSizeGreaterThan(10_000);
    }
    // What other businesses have read out at the same time is paid for, too.
    await("it is paid for once").until(() -> ringsForNothing());
  }

  @Test
  void whatAnotherNodeHasReadOutIsReadOutHereWhenItIsAskedFor() {
    connects(KEY);
    publishes(GEORGE);
    var published = service.bean(Receptionists.class).answering(owner.tenant(), null);
    String words = "We are open until six.";

    String path =
        service
            .bean(AudioLinks.class)
            .path(
                owner.tenant(),
                new Sound.Speech(
                    "0".repeat(64),
                    published.receptionistId(),
                    published.versionNumber(),
                    "en-US",
                    words),
                Duration.ofMinutes(1));

    assertThat(service.api().download(path))
        .startsWith("RIFF".getBytes(StandardCharsets.US_ASCII))
        .hasSizeGreaterThan(10_000);
  }

  @Test
  void whatOneBusinessHadRecordedNoOtherHearsThoughItSaysTheSame() {
    connects(KEY);
    ReceptionistConfig config = publishes(GEORGE);
    await().until(() -> sound(config).isPresent());

    signUp();
    ReceptionistConfig same = publishes(GEORGE);

    assertThat(same.opening()).isEqualTo(config.opening());
    assertThat(sound(same)).isEmpty();
    assertThat(owner.api().get(receptionist + "/greeting-audio").status()).isEqualTo(404);
  }

  @Test
  void aCatalogueWithoutAVoiceLeavesTheGreetingToTheReceptionist() throws Exception {
    Path catalogue = withoutVoices();
    try (var other = RunningService.start(Map.of("model.catalogue", catalogue.toString()))) {
      owner = Owner.signUp(other, "Ace Garage Doors");
      String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
      receptionist = "/api/v1/receptionists/" + id;
      owner.api().patch(receptionist, "{'greeting_voice': '" + GEORGE + "'}");
      owner.api().post(receptionist + "/publish", "{}");

      try (var phone = new HandPhone(other, owner)) {
        phone.calls();
        phone.awaits("media");
      }
      assertThat(owner.api().get(receptionist + "/greeting-audio").status()).isEqualTo(404);
    }
  }

  @Test
  void aVoiceThatIsNotThereLeavesTheGreetingToTheReceptionist() {
    connects(KEY);
    ReceptionistConfig config = publishes("21m00Tcm4TlvDq8ikWAM");

    try (var phone = new HandPhone(service, owner)) {
      phone.calls();
      phone.awaits("media");
    }
    assertThat(sound(config)).isEmpty();
  }

  @Test
  void itIsSaidWhyAGreetingIsNotRecordedAndTriedAgainWhenAsked() {
    publishes(GEORGE);
    await().until(() -> problem().equals("not_connected"));
    assertThat(state().path("failed_at").asText()).isNotBlank();

    // The job that failed before may still be about to tell why.
    connects(ElevenLabsStandIn.newApiKey());
    await().until(() -> triedAgain().path("problem").asText().equals("refused"));

    connects(KEY);
    await().until(() -> triedAgain().path("recorded").asBoolean());
    assertThat(state().path("problem").isNull()).isTrue();
    assertThat(owner.api().get(receptionist + "/greeting-audio").status()).isEqualTo(200);

    publishes("21m00Tcm4TlvDq8ikWAM");
    await().until(() -> problem().equals("no_such_voice"));
    assertThat(state().path("recorded").asBoolean()).isFalse();
  }

  private String problem() {
    return state().path("problem").asText();
  }

  private JsonNode state() {
    var answer = owner.api().get(receptionist + "/greeting");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode triedAgain() {
    var answer = owner.api().post(receptionist + "/greeting", "{}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void whoeverHasNoAccountHasNoVoices() {
    assertThat(owner.api().get("/api/v1/greeting-voices").body().path("data")).isEmpty();
  }

  @Test
  void aKeyThatIsRefusedIsSaidToBeWrong() {
    connects(ElevenLabsStandIn.newApiKey());

    assertThat(owner.api().get("/api/v1/greeting-voices").status()).isEqualTo(503);
    assertThat(tests().findValuesAsText("code")).containsExactly("wrong_key");
  }

  @Test
  void whatIsNoIdOfAVoiceIsRefused() {
    var refused = owner.api().patch(receptionist, "{'greeting_voice': '../v1/user'}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/greeting_voice");
  }

  /// Our own catalogue but for the model that reads out, which is its last.
  private Path withoutVoices() throws IOException {
    String ours = Files.readString(Path.of("src/main/resources/models.yml"));
    return Files.writeString(
        folder.resolve("models.yml"), ours.substring(0, ours.indexOf("  - name: eleven_")));
  }

  private Optional<byte[]> sound(ReceptionistConfig config) {
    return service.bean(Greetings.class).sound(owner.tenant(), config);
  }

  private void connects(String key) {
    var set =
        owner
            .api()
            .send(
                "PUT",
                "/api/v1/business/credentials/elevenlabs",
                "{'api_key': '" + key + "'}",
                Map.of());
    assertThat(set.status()).as(set.text()).isEqualTo(200);
  }

  private JsonNode tests() {
    return owner
        .api()
        .post("/api/v1/business/credentials/elevenlabs/test", "{}")
        .body()
        .path("findings");
  }

  private ReceptionistConfig publishes(String voice) {
    var changed = owner.api().patch(receptionist, "{'greeting_voice': '" + voice + "'}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    owner.api().post(receptionist + "/publish", "{}");
    return service
        .bean(AsHeard.class)
        .now(
            owner.tenant(),
            service.bean(Receptionists.class).answering(owner.tenant(), null).config());
  }

  private boolean ringsForNothing() {
    int before = elevenLabs.used();
    try (var other = new HandTalk(service, owner)) {
      assertThat(other.rings()).contains("<Play>");
    }
    return elevenLabs.used() == before;
  }
}
