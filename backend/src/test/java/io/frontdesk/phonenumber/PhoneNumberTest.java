package io.frontdesk.phonenumber;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A business's numbers over the API.
class PhoneNumberTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final JsonNode number = owner.api().get("/api/v1/phone-numbers").body().at("/data/0");
  private final String path = "/api/v1/phone-numbers/" + number.path("id").asText();

  @Test
  void aNumberIsLabelledAndGivenToAReceptionist() {
    String receptionist = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();

    var changed =
        owner
            .api()
            .patch(path, "{'label': 'Yellow', 'receptionist_id': '%s'}".formatted(receptionist));

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    var read = owner.api().get("/api/v1/phone-numbers").body().at("/data/0");
    assertThat(read.path("label").asText()).isEqualTo("Yellow");
    assertThat(read.path("receptionist_id").asText()).isEqualTo(receptionist);
    assertThat(read.path("number").asText()).isEqualTo(number.path("number").asText());
    assertThat(read.has("sid")).as("Twilio's id").isFalse();
    owner.api().patch(path, "{'receptionist_id': null}");
    var back = owner.api().get("/api/v1/phone-numbers").body().at("/data/0/receptionist_id");
    assertThat(back.isNull()).as("the default one again").isTrue();
  }

  @Test
  void whoAnswersMustBeThere() {
    var best = Owner.signUp(service, "Best");
    String theirs = best.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();

    for (String stranger : new String[] {theirs, UUID.randomUUID().toString()}) {
      var answer = owner.api().patch(path, "{'receptionist_id': '%s'}".formatted(stranger));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/receptionist_id");
    }
    assertThat(owner.api().patch(path, "{'receptionist_id': 7}").status()).isEqualTo(400);
    assertThat(owner.api().patch(path, "{'label': '%s'}".formatted("x".repeat(101))).status())
        .isEqualTo(422);
  }

  @Test
  void eachBusinessSeesItsOwnNumbersOnly() {
    var best = Owner.signUp(service, "Best");

    assertThat(best.api().patch(path, "{'label': 'Mine'}").status()).isEqualTo(404);
    var theirs = best.api().get("/api/v1/phone-numbers").body().path("data");
    assertThat(theirs.findValuesAsText("number"))
        .hasSize(1)
        .doesNotContain(number.path("number").asText());
  }

  @Test
  void anEditOfAnOldVersionIsRefused() {
    var first = owner.api().patch(path, "{'label': 'One'}");

    owner.api().patch(path, "{'label': 'Two'}");

    assertThat(
            owner
                .api()
                .send("PATCH", path, "{'label': 'Three'}", Map.of("If-Match", first.header("etag")))
                .status())
        .isEqualTo(412);
  }
}
