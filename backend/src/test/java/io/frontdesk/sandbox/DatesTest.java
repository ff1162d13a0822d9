package io.frontdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import org.junit.jupiter.api.Test;

/// How a receptionist understands times, over the API.
class DatesTest {
  private final Owner owner = Owner.signUp(RunningService.shared(), "Ace");

  @Test
  void aPhraseMeansAMomentInTheBusinesssOwnZone() {
    for (String now :
        new String[] {"2026-11-24T14:00:00Z", "2026-11-24T09:00:00-05:00", "2026-11-24T09:00"}) {
      var answer = ask("tomorrow at 2 pm", now, "America/New_York");

      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo("{\"instant\":\"2026-11-25T19:00:00Z\"}");
    }
  }

  @Test
  void whatIsUnclearIsAskedBack() {
    var answer = ask("tomorrow", "2026-11-24T14:00:00Z", "America/New_York");

    assertThat(answer.body().path("instant").isNull()).isTrue();
    assertThat(answer.body().path("question").asText()).endsWith("?");
  }

  @Test
  void anHourThatTheClocksShowTwiceIsAskedBackUntilItIsClearWhich() {
    String now = "2026-10-31T14:00:00Z";

    var twice = ask("tomorrow at 1:30 am", now, "America/New_York");
    var second = ask("tomorrow at 1:30 am, the second time", now, "America/New_York");

    assertThat(twice.body().path("instant").isNull()).isTrue();
    assertThat(twice.body().path("question").asText()).contains("1:30 AM twice");
    assertThat(second.text()).isEqualTo("{\"instant\":\"2026-11-01T06:30:00Z\"}");
  }

  @Test
  void whatCannotBeReadIsPointedAt() {
    assertPointer(ask("tomorrow", "noon", "America/New_York"), "/now");
    assertPointer(ask("tomorrow", "2026-02-30T09:00", "America/New_York"), "/now");
    assertPointer(ask("tomorrow", "2026-11-24T14:00:00Z", "Mars/Base"), "/time_zone");
    assertPointer(ask(" ", "2026-11-24T14:00:00Z", "UTC"), "/phrase");
    assertThat(owner.api().post("/api/v1/sandbox/dates", "{}").status()).isEqualTo(422);
  }

  private Answer ask(String phrase, String now, String zone) {
    return owner
        .api()
        .post(
            "/api/v1/sandbox/dates",
            "{'phrase': '%s', 'now': '%s', 'time_zone': '%s'}".formatted(phrase, now, zone));
  }

  private static void assertPointer(Answer answer, String pointer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }
}
