package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people of the business do with a call that goes on.
class LiveCallTest {
  @RegisterExtension final HandCall call = new HandCall();

  @Test
  void theReceptionistSaysWhatItIsAskedToSayInThatOrder() {
    var session = call.talk();

    assertThat(post("say", "{'text': 'We are on our way.'}").status()).isEqualTo(202);
    assertThat(post("say", "{'text': 'The van is blue.'}").status()).isEqualTo(202);

    JsonNode first = session.awaits("response.create");
    assertThat(first.at("/response/instructions").asText()).contains("We are on our way.");
    session.begins("resp_1", first.get("event_id").asText());
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    session.ends("resp_1", "a1", "We are on our way.");
    session.awaits(
        message -> message.at("/response/instructions").asText().contains("The van is blue."));
    call.phone().hearsEverything();
    call.awaitsTurn("We are on our way.");
    assertThat(call.awaitsEvent("asked_to_say")).contains("The van is blue.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "transfer | {}                                              | 422 | /target",
        "transfer | {'target': 'Sam', 'number': '+14155550188'}     | 422 | /target",
        "transfer | {'target': 'Nobody'}                            | 422 | /target",
        "transfer | {'number': '555'}                               | 422 | /number",
        "say      | {'text': ' '}                                   | 422 | /text",
        "say      | {}                                              | 422 | /text",
      })
  void whatCannotBeDoneIsSaid(String what, String body, int status, String pointer) {
    call.talk();

    var answer = post(what, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  @Test
  void nobodyIsHandedOverToTheReceptionistItself() {
    call.talk();

    var answer = post("transfer", "{'number': '%s'}".formatted(call.phone().number()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/number");
  }

  @Test
  void aCallOfWhichTheCarrierKnowsNoMoreIsOver() {
    call.talk();

    assertThat(post("hangup", "{}").body().path("type").asText()).contains("call_is_over");
    assertThat(post("transfer", "{'target': 'sam'}").body().path("type").asText())
        .contains("call_is_over");
    assertThat(transfers(call.owner(), id()).at("/transfers/0/result").asText())
        .as("nobody was rung")
        .isEqualTo("called_off");
    call.phone().hangsUp();
    assertThat(call.awaitsEnd().path("state").asText())
        .as("its stream is still its own")
        .isEqualTo("completed");
    assertThat(call.owner().api().get("/api/v1/messages").body().path("data")).isEmpty();
  }

  @Test
  void nothingIsDoneWithACallThatIsOver() {
    call.talk();
    call.phone().hangsUp();
    call.phone().webhook("call-status", java.util.Map.of("CallStatus", "completed"));
    call.awaitsEnd();

    assertThat(post("say", "{'text': 'Hello?'}").status()).isEqualTo(409);
    assertThat(post("hangup", "{}").status()).isEqualTo(409);
    assertThat(post("transfer", "{'target': 'Sam'}").status()).isEqualTo(409);
  }

  @Test
  void aCallerIsHandedOverInMidCallAndHungUpOn() {
    RunningService service = RunningService.shared();
    Owner owner = Owner.signUp(service, "Ace Garage Doors");
    String number = owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText();
    owner
        .api()
        .post(
            "/api/v1/sandbox/calls", "{'scenario': 'says_nothing', 'to': '%s'}".formatted(number));
    String path =
        "/api/v1/calls/"
            + await()
                .until(
                    () -> owner.api().get("/api/v1/calls/active").body().at("/data/0/id").asText(),
                    found -> !found.isEmpty());

    assertThat(owner.api().post(path + "/transfer", "{'target': 'Sam'}").status()).isEqualTo(202);
    await().until(() -> phase(owner, path).equals("bridged"));
    assertThat(owner.api().post(path + "/transfer", "{'target': 'Sam'}").status()).isEqualTo(409);
    assertThat(owner.api().post(path + "/say", "{'text': 'Hello?'}").status()).isEqualTo(409);

    assertThat(owner.api().post(path + "/hangup", "{}").status()).isEqualTo(204);
    await().until(() -> owner.api().get(path).body().path("ended_at").isTextual());
    JsonNode over = owner.api().get(path).body();
    assertThat(over.path("state").asText()).isEqualTo("completed");
    assertThat(over.path("outcome").asText()).isEqualTo("transferred");
    assertThat(phase(owner, path)).isEqualTo("ended");
  }

  private static String phase(Owner owner, String path) {
    return owner.api().get(path + "/transfers").body().at("/transfers/0/phase").asText();
  }

  private Api.Answer post(String what, String body) {
    return call.owner().api().post("/api/v1/calls/" + id() + "/" + what, body);
  }

  private String id() {
    return call.record().get("id").asText();
  }

  private static JsonNode transfers(Owner owner, String id) {
    return owner.api().get("/api/v1/calls/" + id + "/transfers").body();
  }
}
