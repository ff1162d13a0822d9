package io.frontdesk.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.call.PracticeCalls;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first run over the API.
class SetupTest {
  private static final String PATH = "/api/v1/business/setup";

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void aNewBusinessHasItsProfileAndACallAheadOfIt() {
    assertThat(owner.api().get(PATH).body().path("steps").findValuesAsText("key"))
        .containsExactly("business", "practice_call", "number");
    assertThat(state("business")).isEqualTo("open");
    assertThat(state("practice_call")).isEqualTo("open");
  }

  @Test
  void savingTheProfileIsDoingTheStep() {
    owner.api().patch("/api/v1/business", "{'about': 'We mend garage doors.'}");

    assertThat(state("business")).isEqualTo("done");
  }

  @Test
  void aProfileThatIsRightAsItIsNeedsNoEdit() {
    owner.api().patch(PATH, "{'step': 'business', 'state': 'done'}");

    assertThat(state("business")).isEqualTo("done");
  }

  @Test
  void aSkippedStepIsFoundAgainAndDoneByDoingIt() {
    owner.api().patch(PATH, "{'step': 'practice_call', 'state': 'skipped'}");
    assertThat(state("practice_call")).isEqualTo("skipped");

    owner.api().patch(PATH, "{'step': 'practice_call', 'state': 'open'}");
    assertThat(state("practice_call")).isEqualTo("open");

    owner.api().patch(PATH, "{'step': 'practice_call', 'state': 'skipped'}");
    new PracticeCalls(service, owner.tenant()).answered();
    assertThat(state("practice_call")).isEqualTo("done");
  }

  @Test
  void choosingANumberIsTheLastStep() {
    await()
        .until(() -> owner.api().get("/api/v1/phone-numbers").body().at("/data/0/id").isTextual());
    assertThat(state("number")).as("with the sandbox's first number").isEqualTo("open");
    String free =
        owner
            .api()
            .get("/api/v1/phone-numbers/available?country=US")
            .body()
            .at("/data/0/number")
            .asText();

    var bought = owner.api().post("/api/v1/phone-numbers", "{'number': '%s'}".formatted(free));

    assertThat(bought.status()).as(bought.text()).isEqualTo(201);
    assertThat(state("number")).isEqualTo("done");
  }

  @Test
  void theSandboxsNumberMayBeEnough() {
    await()
        .until(() -> owner.api().get("/api/v1/phone-numbers").body().at("/data/0/id").isTextual());

    owner.api().patch(PATH, "{'step': 'number', 'state': 'done'}");

    assertThat(state("number")).isEqualTo("done");
  }

  @Test
  void nobodyTalksACallIntoExistence() {
    var answer = owner.api().patch(PATH, "{'step': 'practice_call', 'state': 'done'}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/state");
    assertThat(state("practice_call")).isEqualTo("open");
  }

  @Test
  void oneBusinesssProgressIsNotAnothers() {
    Owner other = Owner.signUp(service, "Best Plumbing");
    other.api().patch(PATH, "{'step': 'practice_call', 'state': 'skipped'}");

    assertThat(state("practice_call")).isEqualTo("open");
    assertThat(service.api().get(PATH).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'state': 'skipped'}                     | 422 | /step",
        "{'step': 'number'}                       | 422 | /state",
        "{'step': 'dance', 'state': 'skipped'}    | 422 | /step",
        "{'step': 'number', 'state': 'later'}     | 422 | /state",
      })
  void aBadFieldIsPointedAt(String body, int status, String pointer) {
    var answer = owner.api().patch(PATH, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.body().at("/errors/0/pointer").asText()).as(answer.text()).isEqualTo(pointer);
  }

  private String state(String key) {
    for (var step : owner.api().get(PATH).body().path("steps")) {
      if (step.path("key").asText().equals(key)) {
        return step.path("state").asText();
      }
    }
    throw new AssertionError("no step " + key);
  }
}
