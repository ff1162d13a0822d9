package io.frontdesk.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What differs between versions of a receptionist, and what keeps one from being published.
class VersionsTest {
  private final Owner owner = Owner.signUp(RunningService.shared(), "Ace Garage Doors");
  private final String path =
      "/api/v1/receptionists/"
          + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();

  @Test
  void aDraftIsComparedWithWhatCallersHear() {
    owner.api().patch(path, "{'greeting': 'Ace, hello!', 'manner': {'pace': 'slow'}}");

    JsonNode changes = owner.api().get(path + "/differences").body();

    assertThat(changes.path("differences").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/greeting", "/manner/pace");
    JsonNode pace = changes.path("differences").get(1);
    assertThat(pace.path("before").asText()).isEqualTo("usual");
    assertThat(pace.path("after").asText()).isEqualTo("slow");
    assertThat(changes.path("problems")).isEmpty();
  }

  @Test
  void anyTwoVersionsAreCompared() {
    owner.api().patch(path, "{'name': 'Kim'}");
    publish();
    owner.api().patch(path, "{'name': 'Lee'}");

    assertThat(differences("?before=1&after=2")).containsExactly("/name");
    assertThat(differences("?before=published&after=draft")).containsExactly("/name");
    assertThat(differences("?before=2&after=published")).isEmpty();
    assertThat(owner.api().get(path + "/differences?after=7").status()).isEqualTo(404);
    assertThat(
            owner
                .api()
                .get(path + "/differences?after=tomorrow")
                .body()
                .at("/errors/0/pointer")
                .asText())
        .isEqualTo("/after");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'greeting': 'Welcome to {business}.'} | /greeting",
        "{'greetings': {'holiday': 'Happy days from {business}.'}} | /greetings/holiday",
        "{'intake': [{'key': 'size', 'question': 'Which size?', 'required': true,"
            + " 'type': 'choice', 'choices': ['small']}]} | /intake/0/choices",
        "{'escalation': {'emergency': {'words': ['gas'], 'target': 'Kim'}}}"
            + " | /escalation/emergency/target",
        "{'escalation': {'anger': {'target': 'Kim'}}} | /escalation/anger/target",
        "{'escalation': {'rules': [{'words': ['invoice']}]}} | /escalation/rules/0/text",
        "{'transfer_targets': [{'name': 'Kim', 'number': '+14155550188'}],"
            + " 'escalation': {'emergency': {'words': ['gas'], 'target': 'kim'}}}"
            + " | /escalation/emergency/target",
        "{'menu': [{'key': '1', 'text': 'Kim', 'does': 'transfer', 'target': 'Kim'}]}"
            + " | /menu/0/target",
        "{'menu': [{'key': '2', 'text': 'Us', 'does': 'talk'},"
            + " {'key': '1', 'text': 'Somebody', 'does': 'transfer'}]} | /menu/1/target",
        "{'menu': [{'key': '1', 'text': 'Our address', 'does': 'say'}]} | /menu/0/say",
        "{'limits': {'minutes': 10, 'spend': {'amount_micros': 1000000, 'currency': 'EUR'}}}"
            + " | /limits/spend/currency",
      })
  void aDraftThatCannotTakeCallsIsKeptAndNotPublished(String patch, String pointer) {
    assertThat(owner.api().patch(path, patch).status()).isEqualTo(200);

    var refused = publish();

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(owner.api().get(path).body().path("published_version").asInt()).isEqualTo(1);
    assertThat(owner.api().get(path + "/differences").body().at("/problems/0/pointer").asText())
        .as("what is said before anybody tries")
        .isEqualTo(pointer);
  }

  @Test
  void aNumberThatBecameTheBusinesssOwnKeepsADraftFromBeingPublished() {
    String ours =
        owner
            .api()
            .get("/api/v1/phone-numbers/available?country=US&limit=1")
            .body()
            .at("/data/0/number")
            .asText();
    owner
        .api()
        .patch(path, "{'transfer_targets': [{'name': 'Kim', 'number': '%s'}]}".formatted(ours));
    var bought = owner.api().post("/api/v1/phone-numbers", "{'number': '%s'}".formatted(ours));
    assertThat(bought.status()).as(bought.text()).isEqualTo(201);

    var refused = publish();

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.body().at("/errors/0/pointer").asText())
        .isEqualTo("/transfer_targets/0/number");
  }

  @Test
  void whatTheModelIsToldIsShownBeforeItIsPublished() {
    owner.api().patch(path, "{'instructions': 'Sell nothing on Sundays.'}");

    assertThat(prompt("version=draft").path("text").asText()).contains("Sell nothing on Sundays.");
    assertThat(prompt("").path("text").asText()).doesNotContain("Sell nothing on Sundays.");
  }

  @Test
  void theOpeningIsThatOfTheHour() {
    owner
        .api()
        .patch(
            path,
            """
            {'greeting': 'Ace, an AI speaks.', 'greetings':
             {'closed': 'Ace is closed.', 'holiday': 'Happy holidays from our virtual assistant.'}}\
            """);
    owner
        .api()
        .patch(
            "/api/v1/business",
            """
            {'time_zone': 'America/Chicago',
             'holidays': [{'date': '2026-11-26', 'name': 'Thanksgiving', 'hours': []}]}\
            """);

    assertThat(prompt("version=draft&at=2026-11-24T18:00:00Z").path("opening").asText())
        .isEqualTo("Ace, an AI speaks.");
    JsonNode night = prompt("version=draft&at=2026-11-25T04:00:00Z");
    assertThat(night.path("occasion").asText()).isEqualTo("closed");
    assertThat(night.path("opening").asText())
        .as("a greeting that keeps quiet about it")
        .isEqualTo("Ace is closed. You are talking with an AI assistant.");
    assertThat(prompt("version=draft&at=2026-11-26T18:00:00Z").path("opening").asText())
        .isEqualTo("Happy holidays from our virtual assistant.");
  }

  private JsonNode prompt(String query) {
    return owner.api().get(path + "/prompt?" + query).body();
  }

  private Iterable<String> differences(String query) {
    return owner
        .api()
        .get(path + "/differences" + query)
        .body()
        .path("differences")
        .findValuesAsText("pointer");
  }

  private Api.Answer publish() {
    return owner.api().post(path + "/publish", "{}");
  }
}
