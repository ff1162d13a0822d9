package io.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent wrongly comes back as a problem that points at it, and is never our error.
class BadInputTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name': 7}                                                    | 400 | /name",
        "{'holidays': [null]}                                           | 422 | /holidays/0",
        "{'name': ''}                                                   | 422 | /name",
        "{'name': null}                                                 | 422 | /name",
        "{'name': ['a']}                                                | 400 | /name",
        "{'name': 'a\\u0000b'}                                          | 422 | /name",
        "{'name': 'a\\ud800b'}                                          | 422 | /name",
        "{'industry': 'spaceships'}                                     | 422 | /industry",
        "{'time_zone': 'Mars/Olympus'}                                  | 422 | /time_zone",
        "{'time_zone': 12}                                              | 400 | /time_zone",
        "{'hours': {'monday': 'always'}}                                | 400 | /hours/monday",
        "{'hours': {'monday': [{'opens': '9', 'closes': '17:00'}]}}     | 422 |"
            + " /hours/monday/0/opens",
        "{'hours': {'monday': [{'opens': '09:00'}]}}                    | 422 |"
            + " /hours/monday/0/closes",
        "{'hours': {'monday': [{'opens': '17:00', 'closes': '09:00'}]}} | 422 |"
            + " /hours/monday/0/closes",
        "{'hours': {'monday': [{'opens': '09:00', 'closes': '12:00'}, {'opens': '11:00', 'closes':"
            + " '13:00'}]}} | 422 | /hours/monday/1/opens",
        "{'holidays': [{'date': '2026-02-30', 'name': 'x'}]}            | 422 | /holidays/0/date",
      })
  void aBadFieldIsPointedAt(String body, int status, String pointer) {
    var answer = owner.api().patch("/api/v1/business", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    if (pointer != null) {
      assertThat(answer.header("content-type")).startsWith("application/problem+json");
      assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
      assertThat(answer.body().at("/errors/0/detail").asText()).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{", "[]", "`'text'`", "nul", "{'name': 'x'", "{'name': \u0001}"})
  void whatIsNotTheExpectedJsonIsMalformed(String body) {
    var answer = owner.api().patch("/api/v1/business", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.body().path("type").asText()).isEqualTo("/problems/malformed");
  }

  @Test
  void tenMegabytesAreTooMuch() {
    var answer =
        owner.api().patch("/api/v1/business", "{'name': '%s'}".formatted("x".repeat(10_000_000)));

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void everyKindOfErrorIsAProblem() {
    Api api = owner.api();
    var answers =
        List.of(
            api.get("/api/v1/nothing-here"),
            api.delete("/api/v1/business"),
            service.api().get("/api/v1/business"),
            api.send("PATCH", "/api/v1/business", "{}", Map.of("Content-Type", "text/csv")),
            service.api().post("/api/v1/auth/login", "{'email': 'a@b.example'}"));

    assertThat(answers).extracting(Api.Answer::status).containsExactly(404, 405, 401, 415, 422);
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.header("content-type")).startsWith("application/problem+json");
              assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
              assertThat(answer.body().path("detail").asText()).isNotBlank();
              assertThat(answer.text()).doesNotContain("Exception", "io.");
            });
  }
}
