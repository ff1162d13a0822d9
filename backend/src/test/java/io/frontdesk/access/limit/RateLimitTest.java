package io.frontdesk.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// How much a signed-in program may ask.
class RateLimitTest {
  private static final int BURST = 20;
  private static final RunningService SERVICE =
      RunningService.start(Map.of("limits.requests-per-second", 1, "limits.request-burst", BURST));

  private final Owner owner = Owner.signUp(SERVICE, "Ace Garage Doors");

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void everyAnswerToATokenTellsWhatIsAllowedAndWhatIsLeft() {
    Api program = program(owner, "leads:read");

    var answers =
        List.of(
            program.get("/api/v1/leads"),
            program.get("/api/v1/leads/00000000-0000-7000-8000-000000000000"),
            program.get("/api/v1/leads?limit=0"),
            program.get("/api/v1/messages"),
            program.get("/api/v1/nothing"));

    assertThat(answers).extracting(Answer::status).containsExactly(200, 404, 422, 403, 404);
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.header("ratelimit-policy"))
                  .isEqualTo("\"credential\";q=20;w=20, \"tenant\";q=20;w=20");
              assertThat(answer.header("ratelimit"))
                  .matches("\"credential\";r=\\d+;t=\\d+, \"tenant\";r=\\d+;t=\\d+");
            });
    assertThat(left(answers.getFirst(), "credential")).isEqualTo(BURST - 1);
    assertThat(left(answers.getLast(), "credential")).isLessThan(BURST - 1);
  }

  @Test
  void theLimitsOfTheContractAreTheDefault() {
    var limits = RunningService.shared().bean(Limits.class);

    assertThat(new Limits(100, 400, limits.failuresPerMinute(), limits.failureBurst()).tenant())
        .isEqualTo(new Policy("tenant", 400, 100, Duration.ofSeconds(1)));
    assertThat(limits.failuresPerMinute()).isEqualTo(10);
    assertThat(limits.failureBurst()).isEqualTo(60);
  }

  @Test
  void whoeverAsksTooMuchIsToldWhenToComeAgainAndThenServed() {
    Answer refused = askUntilRefused(owner.api());

    assertThat(refused.header("content-type")).startsWith("application/problem+json");
    assertThat(refused.body().path("type").asText()).isEqualTo("/problems/too_many_requests");
    assertThat(refused.header("ratelimit")).startsWith("\"credential\";r=0;t=20");
    assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 2);
    await().until(() -> owner.api().get("/api/v1/me").status() == 200);
  }

  @Test
  void otherBusinessesAreNotHeldUp() {
    askUntilRefused(owner.api());

    assertThat(Owner.signUp(SERVICE, "Best").api().get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void programsOfOneBusinessShareItsLimitAndHaveTheirOwn() {
    Api one = program(owner, "leads:read");
    Api other = program(owner, "leads:read");

    for (int i = 0; i < BURST / 2; i++) {
      one.get("/api/v1/leads");
    }
    var answer = other.get("/api/v1/leads");

    assertThat(left(answer, "credential")).isEqualTo(BURST - 1);
    assertThat(left(answer, "tenant")).isLessThan(BURST - BURST / 3);
    assertThat(askUntilRefused(one).header("ratelimit")).contains("r=0");
    assertThat(askUntilRefused(other).status()).isEqualTo(429);
  }

  @Test
  void whatIsNotAskedWithATokenTellsNoLimit() {
    assertThat(SERVICE.api().get("/api/v1/openapi.yml").headers()).doesNotContainKey("ratelimit");
    assertThat(SERVICE.api().get("/health").headers()).doesNotContainKey("ratelimit");
  }

  /// Within a limit that flows back by one a second, so many are not answered.
  static Answer askUntilRefused(Api api) {
    List<Answer> answers = new ArrayList<>();
    do {
      answers.add(api.get("/api/v1/leads"));
    } while (answers.getLast().status() != 429 && answers.size() < 200);
    assertThat(answers.getLast().status()).isEqualTo(429);
    return answers.getLast();
  }

  private static int left(Answer answer, String policy) {
    return Integer.parseInt(
        answer.header("ratelimit").replaceFirst(".*\"" + policy + "\";r=(\\d+).*", "$1"));
  }

  private static Api program(Owner owner, String scope) {
    var client =
        owner
            .api()
            .post("/api/v1/api-clients", "{'name': 'CRM', 'scopes': ['%s']}".formatted(scope))
            .body();
    var token =
        SERVICE
            .api()
            .sendExactly(
                "POST",
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                    .formatted(client.path("id").asText(), client.path("secret").asText()),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    return SERVICE.api().as(token.body().path("access_token").asText());
  }
}
