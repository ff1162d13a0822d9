package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.receptionist.Occasion;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Callers are greeted by the business's clock, whichever engine answers.
class GreetingOfTheHourTest {
  private static final RunningService SERVICE = RunningService.shared();
  private static final String TUESDAY_NOON = "2026-11-24T12:00:00";
  private static final String TUESDAY_NIGHT = "2026-11-24T22:30:00";
  private static final String THANKSGIVING = "2026-11-26T12:00:00";

  private final Owner owner = Owner.signUp(SERVICE, "Ace Garage Doors");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turn_based | 2026-11-24T12:00:00 | We are open",
        "turn_based | 2026-11-24T22:30:00 | We are closed",
        "turn_based | 2026-11-26T12:00:00 | Happy Thanksgiving",
        "scripted   | 2026-11-24T12:00:00 | We are open",
        "scripted   | 2026-11-24T22:30:00 | We are closed",
        "scripted   | 2026-11-26T12:00:00 | Happy Thanksgiving",
        "voicemail  | 2026-11-24T12:00:00 | Nobody can take your call",
        "voicemail  | 2026-11-24T22:30:00 | We are closed",
        "voicemail  | 2026-11-26T12:00:00 | We are closed",
      })
  void anEngineThatTalksByTwimlGreetsByTheClock(String engine, String clock, String greeting) {
    HandTalk.answersWith(owner, engine);
    greets();

    try (var phone = new HandPhone(SERVICE, owner)) {
      var answer = phone.webhook("incoming", Map.of("SandboxNow", clock));

      assertThat(answer.body()).contains(greeting);
    }
  }

  /// Made when the receptionist is published, so that no caller waits for it at any hour.
  @ParameterizedTest
  @CsvSource({
    TUESDAY_NOON + ", OPEN, We are open",
    TUESDAY_NIGHT + ", CLOSED, We are closed",
    THANKSGIVING + ", HOLIDAY, Happy Thanksgiving"
  })
  void theRecordedGreetingIsThatOfTheHour(String clock, Occasion occasion, String greeting) {
    greets();
    var published = SERVICE.bean(Receptionists.class).answering(owner.tenant(), null).config();
    var heard = SERVICE.bean(AsHeard.class).at(owner.tenant(), published, occasion);
    var greetings = SERVICE.bean(Greetings.class);
    await().until(() -> greetings.sound(owner.tenant(), heard).isPresent());

    try (var phone = new HandPhone(SERVICE, owner)) {
      phone.calls(Map.of("SandboxNow", clock));
      phone.awaits("media");

      await()
          .untilAsserted(
              () -> {
                phone.hearsEverything();
                assertThat(firstTurn()).startsWith(greeting);
              });
    }
  }

  @Test
  void theGreetingOfADraftAndAnotherVoiceAreHeardBeforeAnybodyElseHearsThem() {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String path = "/api/v1/receptionists/" + id;
    owner.api().patch(path, "{'greetings': {'closed': 'An AI says that we are closed.'}}");
    String audio = path + "/greeting-audio?version=draft&occasion=closed";

    byte[] one = owner.api().download(audio);
    byte[] other = owner.api().download(audio + "&voice=cedar");

    assertThat(one).hasSizeGreaterThan(10_000);
    assertThat(other).hasSizeGreaterThan(10_000).isNotEqualTo(one);
    assertThat(owner.api().get(audio + "&voice=nobody").status()).isEqualTo(422);
    assertThat(owner.api().get(audio.replace("closed", "someday")).status()).isEqualTo(400);
  }

  private void greets() {
    HandTalk.change(
        owner,
        """
        {'greeting': 'We are open, says an AI.',
         'greetings': {'closed': 'We are closed, says an AI.', 'holiday': 'Happy Thanksgiving from our AI.'}}\
        """);
    owner
        .api()
        .patch(
            "/api/v1/business",
            "{'time_zone': 'America/New_York', 'holidays': [{'date': '2026-11-26', 'name':"
                + " 'Thanksgiving', 'hours': []}]}");
  }

  private String firstTurn() {
    String call = owner.api().get("/api/v1/calls").body().at("/data/0/id").asText();
    return owner
        .api()
        .get("/api/v1/calls/" + call + "/transcript")
        .body()
        .at("/turns/0/text")
        .asText();
  }
}
