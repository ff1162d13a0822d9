package io.frontdesk.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Receptionists over the API: what a new business has, editing, publishing.
class ReceptionistTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final Receptionists receptionists = service.bean(Receptionists.class);

  @Test
  void aNewBusinessHasAPublishedReceptionistThatSaysWhatItIs() {
    var list = owner.api().get("/api/v1/receptionists").body();

    assertThat(list.path("data")).hasSize(1);
    JsonNode first = list.at("/data/0");
    assertThat(first.path("is_default").asBoolean()).isTrue();
    assertThat(first.path("published_version").asInt()).isEqualTo(1);
    assertThat(first.path("greeting").asText())
        .contains("Ace Garage Doors")
        .contains("virtual assistant");
    assertThat(first.at("/intake").findValuesAsText("key")).containsExactly("issue", "address");
    assertThat(receptionists.answering(owner.tenant(), null).receptionistId())
        .hasToString(first.path("id").asText());
  }

  @Test
  void everyIndustryHasATemplateThatCanTakeCalls() {
    var templates = owner.api().get("/api/v1/templates").body();

    assertThat(templates.path("data").findValuesAsText("industry"))
        .containsExactly(
            "home_services",
            "medical_dental",
            "law_firm",
            "salon",
            "mortgage",
            "property_management",
            "restaurant",
            "elder_checkin");
    assertThat(templates.path("data"))
        .allSatisfy(
            template -> {
              assertThat(template.at("/receptionist/greeting").asText())
                  .contains("{business}", "virtual assistant");
              assertThat(template.at("/receptionist/intake")).isNotEmpty();
              assertThat(template.path("services")).isNotEmpty();
              assertThat(
                      service
                          .api()
                          .post(
                              "/api/v1/auth/signup",
                              """
                              {'business_name': 'New', 'email': '%s@example.com',
                               'password': 'correct horse', 'industry': '%s'}\
                              """
                                  .formatted(UUID.randomUUID(), template.path("industry").asText()))
                          .status())
                  .isEqualTo(201);
            });
  }

  @Test
  void callsSeeAnEditOnceItIsPublished() {
    String path = path();
    owner.api().patch(path, "{'greeting': 'Ace, hello!', 'intake': []}");

    assertThat(answering().greeting()).isNotEqualTo("Ace, hello!");

    var published = owner.api().post(path + "/publish", "{}");
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(published.body().path("number").asInt()).isEqualTo(2);
    assertThat(answering().greeting()).isEqualTo("Ace, hello!");
    assertThat(answering().intake()).isEmpty();
    assertThat(owner.api().get(path + "/versions").body().path("data"))
        .extracting(version -> version.path("number").asInt())
        .containsExactly(2, 1);
  }

  @Test
  void publishingWhatIsPublishedMakesNoVersion() {
    String path = path();

    assertThat(owner.api().post(path + "/publish", "{}").body().path("number").asInt())
        .isEqualTo(1);
    assertThat(owner.api().get(path + "/versions").body().path("data")).hasSize(1);
  }

  @Test
  void anEarlierVersionBecomesTheDraftAgain() {
    String path = path();
    String first = owner.api().get(path).body().path("greeting").asText();
    owner.api().patch(path, "{'greeting': 'Ace, hello!'}");
    owner.api().post(path + "/publish", "{}");

    var restored = owner.api().post(path + "/versions/1/restore", "{}");

    assertThat(restored.status()).as(restored.text()).isEqualTo(200);
    assertThat(restored.body().path("greeting").asText()).isEqualTo(first);
    assertThat(answering().greeting()).as("until it is published").isEqualTo("Ace, hello!");
    assertThat(owner.api().post(path + "/versions/9/restore", "{}").status()).isEqualTo(404);
    Owner other = Owner.signUp(service, "Best Plumbing");
    assertThat(other.api().post(path + "/versions/1/restore", "{}").status()).isEqualTo(404);
  }

  @Test
  void anEditOfAnOldVersionIsRefused() {
    String path = path();
    var read = Map.of("If-Match", owner.api().get(path).header("etag"));

    var first = owner.api().send("PATCH", path, "{'name': 'One'}", read);
    var second = owner.api().send("PATCH", path, "{'name': 'Two'}", read);

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(412);
    assertThat(owner.api().get(path).body().path("name").asText()).isEqualTo("One");
  }

  @Test
  void aDraftThatSomebodyElseHasChangedMeanwhileIsNotPublishedUnseen() {
    String path = path();
    owner.api().patch(path, "{'greeting': 'As it was read.'}");
    var read = Map.of("If-Match", owner.api().get(path).header("etag"));
    owner.api().patch(path, "{'greeting': 'Nobody has read this.'}");

    var refused = owner.api().send("POST", path + "/publish", "{}", read);
    assertThat(refused.status()).as(refused.text()).isEqualTo(412);
    assertThat(answering().greeting()).doesNotContain("read");

    var again = Map.of("If-Match", owner.api().get(path).header("etag"));
    var published = owner.api().send("POST", path + "/publish", "{}", again);
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(published.header("etag")).isEqualTo(owner.api().get(path).header("etag"));
    assertThat(answering().greeting()).isEqualTo("Nobody has read this.");
  }

  @Test
  void anotherTenantsReceptionistIsNotThere() {
    Owner other = Owner.signUp(service, "Best Plumbing");
    String path = path();

    assertThat(other.api().get(path).status()).isEqualTo(404);
    assertThat(other.api().patch(path, "{'name': 'Mine'}").status()).isEqualTo(404);
    assertThat(other.api().post(path + "/publish", "{}").status()).isEqualTo(404);
    assertThat(other.api().get(path + "/versions").status()).isEqualTo(404);
    assertThat(owner.api().get(path).body().path("name").asText()).isEqualTo("Sam");
    assertThat(receptionists.answering(other.tenant(), id(path)).receptionistId())
        .as("a receptionist of another tenant never answers")
        .isNotEqualTo(id(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'greeting': ''}                                                    | 422 | /greeting",
        "{'greeting': null}                                                  | 422 | /greeting",
        "{'languages': []}                                                   | 422 | /languages",
        "{'languages': ['en', 'English']}                                    | 422 | /languages/1",
        "{'voice': 'a voice'}                                                | 422 | /voice",
        "{'voice': 'nobody'}                                                 | 422 | /voice",
        "{'model': 'a-model-of-tomorrow'}                                    | 422 | /model",
        "{'model': 'gpt-transcribe'}                                         | 422 | /model",
        "{'speed': 1.6}                                                      | 422 | /speed",
        "{'speed': 0.2}                                                      | 422 | /speed",
        "{'listening': {'threshold': 1.01}}                                  | 422 |"
            + " /listening/threshold",
        "{'listening': {'silence_ms': 20}}                                   | 422 |"
            + " /listening/silence_ms",
        "{'listening': {'prefix_ms': 5000}}                                  | 422 |"
            + " /listening/prefix_ms",
        "{'listening': {'turn_detection': 'guess'}}                          | 422 |"
            + " /listening/turn_detection",
        "{'listening': {'eagerness': 'very'}}                                | 422 |"
            + " /listening/eagerness",
        "{'listening': {'noise_reduction': 'all'}}                           | 422 |"
            + " /listening/noise_reduction",
        "{'listening': {'transcription_model': 'gpt-realtime-2.1'}}          | 422 |"
            + " /listening/transcription_model",
        "{'intake': 'all'}                                                   | 400 | /intake",
        "{'intake': [{'key': 'A', 'question': 'b?', 'required': true}]}      | 422 | /intake/0/key",
        "{'intake': [{'key': 'a', 'question': 'b?', 'required': 'maybe'}]}   | 400 |"
            + " /intake/0/required",
        "{'intake': [{'key': 'a', 'question': 'b?', 'required': true},"
            + " {'key': 'a', 'question': 'c?', 'required': true}]}           | 422 | /intake/1/key",
        "{'transfer_targets': [{'name': 'Kim', 'number': '555'}]}            | 422 |"
            + " /transfer_targets/0/number",
        "{'transfer_targets': [{'name': '', 'number': '+14155550188'}]}      | 422 |"
            + " /transfer_targets/0/name",
        "{'transfer_targets': [{'name': 'Kim'}]}                             | 422 |"
            + " /transfer_targets/0/number",
        "{'transfer_targets': [{'name': 'Kim', 'number': '+14155550188', 'ring_s': 61}]} | 422 |"
            + " /transfer_targets/0/ring_s",
        "{'transfer_targets': [{'name': 'Kim', 'number': '+14155550188', 'mode': 'hot'}]} | 422 |"
            + " /transfer_targets/0/mode",
        "{'transfer_targets': [{'name': 'Kim', 'number': '+14155550188',"
            + " 'reachable': 'own_hours'}]} | 422 | /transfer_targets/0/hours",
        "{'transfer_targets': [{'name': 'Kim', 'number': '+14155550188', 'hours': {'monday':"
            + " [{'opens': '17:00', 'closes': '09:00'}]}}]} | 422 |"
            + " /transfer_targets/0/hours/monday/0/closes",
        "{'transfer_targets': [{'name': 'Kim', 'number': '+14155550188'},"
            + " {'name': ' kim', 'number': '+14155550189'}]} | 422 | /transfer_targets/1/name",
      })
  void aBadFieldIsPointedAt(String body, int status, String pointer) {
    var answer = owner.api().patch(path(), body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.body().at("/errors/0/pointer").asText()).as(answer.text()).isEqualTo(pointer);
  }

  @Test
  void howItListensAndSpeaksIsSetAndLeftAsItWas() {
    String path = path();

    var set =
        owner
            .api()
            .patch(
                path,
                """
                {'model': 'gpt-realtime-2.1-mini', 'voice': 'cedar', 'speed': 1.2,
                 'listening': {'turn_detection': 'sense', 'eagerness': 'low',
                               'noise_reduction': 'near_field'}}\
                """);

    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(set.body().path("speed").asDouble()).isEqualTo(1.2);
    assertThat(set.body().path("listening").toString())
        .isEqualTo(
            "{\"turn_detection\":\"sense\",\"eagerness\":\"low\",\"threshold\":0.5,"
                + "\"prefix_ms\":300,\"silence_ms\":500,\"min_speech_ms\":null,\"noise_reduction\":\"near_field\","
                + "\"transcription_model\":null}");
    var again = owner.api().patch(path, "{'speed': null, 'listening': null}").body();
    assertThat(again.path("speed").asDouble()).isEqualTo(1.0);
    assertThat(again.at("/listening/turn_detection").asText()).isEqualTo("silence");
  }

  @Test
  void inTheSandboxSomebodyAnswersAndSomebodyDoesNot() {
    assertThat(answering().transferTargets())
        .extracting(target -> target.number().value())
        .containsExactly("+12125550120", "+12125550121");
  }

  @Test
  void whoCanBeHandedCallersIsSaid() {
    var changed =
        owner
            .api()
            .patch(path(), "{'transfer_targets': [{'name': 'Kim', 'number': '+14155550188'}]}")
            .body();

    assertThat(changed.path("transfer_targets").toString())
        .isEqualTo(
            "[{\"name\":\"Kim\",\"number\":\"+14155550188\",\"expertise\":null,"
                + "\"reachable\":\"opening_hours\",\"hours\":null,\"urgent_only\":false,"
                + "\"mode\":\"warm\",\"ring_s\":20}]");
  }

  @Test
  void nobodyIsHandedOverToTheReceptionistItself() {
    String ours = owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText();
    String targets =
        "{'transfer_targets': [{'name': 'Kim', 'number': '+14155550188'},"
            + " {'name': 'Us', 'number': '%s'}]}".formatted(ours);

    var answer = owner.api().patch(path(), targets);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText())
        .isEqualTo("/transfer_targets/1/number");
  }

  @Test
  void aVersionOfEarlierDaysIsRead() throws SQLException {
    String path = path();
    owner.api().patch(path, "{'transfer_targets': []}");
    try (var connection = TestDatabase.logins().owner().connect();
        var statement =
            connection.prepareStatement(
                "update tenant.receptionist_version"
                    + " set config = config - 'speed' - 'listening' - 'greeting_interruptible'"
                    + " - 'transfer_targets'"
                    + " where tenant_id = ?")) {
      statement.setObject(1, owner.tenant().value());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }

    assertThat(answering().listening()).isEqualTo(Listening.USUAL);
    assertThat(answering().speed()).isEqualTo(1.0);
    assertThat(answering().greetingInterruptible()).isTrue();
    assertThat(answering().transferTargets()).isEmpty();
    assertThat(owner.api().post(path + "/publish", "{}").body().path("number").asInt())
        .as("it says the same")
        .isEqualTo(1);
  }

  @Test
  void whatWasWrongBeforeDoesNotKeepFromAnotherChange() throws SQLException {
    String path = path();
    try (var connection = TestDatabase.logins().owner().connect();
        var statement =
            connection.prepareStatement(
                "update tenant.receptionist"
                    + " set draft = jsonb_set(draft, '{voice}', '\"gone\"') where tenant_id = ?")) {
      statement.setObject(1, owner.tenant().value());
      statement.executeUpdate();
    }

    assertThat(owner.api().patch(path, "{'name': 'Kim'}").status()).isEqualTo(200);
    assertThat(owner.api().patch(path, "{'voice': 'lost'}").status()).isEqualTo(422);
  }

  private ReceptionistConfig answering() {
    return receptionists.answering(owner.tenant(), null).config();
  }

  private String path() {
    return "/api/v1/receptionists/"
        + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }
}
