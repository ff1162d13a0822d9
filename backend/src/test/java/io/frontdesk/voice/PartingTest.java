package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How a call comes to its end, and how it does not.
@ExtendWith(Leaks.class)
class PartingTest {
  private static final HandModel MODEL = HandMade.MODEL;

  @RegisterExtension final HandCall call = new HandCall();
  private final HandPhone phone = call.phone();

  @Test
  void theLineIsClosedWhenTheGoodbyeHasBeenHeard() {
    var session = call.talk();
    session.begins("resp_1", null);
    session.done(
        "resp_1",
        "completed",
        "[{'type':'function_call','status':'completed','call_id':'c1','name':'end_call','arguments':'{}'}]");
    JsonNode output = session.awaits(m -> m.at("/item/call_id").asText().equals("c1"));
    String request = session.awaits("response.create").get("event_id").asText();
    session.begins("resp_2", request);
    session.speaks("resp_2", "a2", HandModel.A_SECOND);
    session.ends("resp_2", "a2", "Goodbye.");
    call.awaitsMarks(2);
    assertThat(output.at("/item/output").asText()).contains("Goodbye");
    phone.hearsEverything();

    assertThat(phone.closedWith()).isEqualTo(1000);
    assertThat(phone.webhook("stream-ended", Map.of()).body())
        .contains("<Hangup/>")
        .doesNotContain("<Say");
    assertThat(call.awaitsEnd().get("state").asText()).isEqualTo("completed");
  }

  @Test
  void aToolThatDoesNotExistIsAnsweredAndTheModelGoesOn() {
    var session = call.talk();
    session.begins("resp_1", null);
    session.done(
        "resp_1",
        "completed",
        "[{'type':'function_call','status':'completed','call_id':'c1','name':'fly','arguments':'{'}]");

    JsonNode output = session.awaits(m -> m.at("/item/call_id").asText().equals("c1"));
    assertThat(output.at("/item/output").asText()).contains("\"ok\":false", "no such tool");
    session.awaits("response.create");
    session.answers("resp_2", "a2", "I cannot fly.", "//8=");
    phone.awaits(m -> m.at("/media/payload").asText().equals("//8="));
  }

  @Test
  void whereTheModelRefusesTheStreamEndsAtOnce() {
    MODEL.refuses(true);
    phone.calls();

    phone.closedWith();
    assertThat(call.awaitsEvent("model_failed"))
        .as("it is the refusal that ends the stream, not how long nothing was heard of the model")
        .doesNotContain("model_not_ready");
  }

  @Test
  void whatFollowsAModelThatRefusesIsInTheLanguageInWhichTheBusinessAnswers() {
    var api = call.owner().api();
    String id = api.get("/api/v1/receptionists").body().at("/data/0/id").asText();
    var changed = api.patch("/api/v1/receptionists/" + id, "{'languages': ['es-MX', 'en-US']}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    api.post("/api/v1/receptionists/" + id + "/publish", "{}");
    MODEL.refuses(true);
    phone.calls();
    phone.closedWith();

    assertThat(phone.webhook("stream-ended", Map.of()).body())
        .contains("es-MX")
        .doesNotContain("<Stream");
  }
}
