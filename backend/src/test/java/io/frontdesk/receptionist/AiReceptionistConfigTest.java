package io.frontdesk.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The settings as programs know them that were written to an earlier API.
class AiReceptionistConfigTest {
  private static final String PATH = "/api/v1/voice/ai-receptionist-config";

  private final RunningService service = RunningService.shared();
  private Owner owner;

  @BeforeEach
  void signUp() {
    owner = Owner.signUp(service, "Acme");
  }

  @Test
  void theyTellWhatTheBusinessAndItsReceptionistAreSetTo() {
    String instructions =
        owner.api().get("/api/v1/receptionists").body().at("/data/0/instructions").asText();

    var config = owner.api().get(PATH).body();

    assertThat(config.path("business_name").asText()).isEqualTo("Acme");
    assertThat(config.path("business_hours").toString())
        .isEqualTo(
            """
            {"monday":"9:00 AM - 5:00 PM","tuesday":"9:00 AM - 5:00 PM",\
            "wednesday":"9:00 AM - 5:00 PM","thursday":"9:00 AM - 5:00 PM",\
            "friday":"9:00 AM - 5:00 PM","saturday":"Closed","sunday":"Closed"}\
            """);
    assertThat(config.path("system_prompt").asText()).isEqualTo(instructions);
    assertThat(config.properties()).hasSize(3);
  }

  @Test
  void whatIsSetIsUsedFromTheNextCallOn() {
    var answer =
        set(
            """
            {'business_name': 'Acme Plumbing',
             'business_hours': {'monday': '8:30 AM - 12:00 PM, 1:00 PM - 6:00 PM',
                                'friday': 'Closed', 'sunday': '22:00 - 00:00'},
             'system_prompt': 'Be brief.'}\
            """);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().path("business_name").asText()).isEqualTo("Acme Plumbing");
    assertThat(answer.body()).isEqualTo(owner.api().get(PATH).body());
    var hours = owner.api().get("/api/v1/business").body().path("hours");
    assertThat(hours.path("monday").toString())
        .isEqualTo(
            """
            [{"opens":"08:30","closes":"12:00"},{"opens":"13:00","closes":"18:00"}]\
            """);
    assertThat(hours.path("tuesday")).as("a day that was not named").hasSize(1);
    assertThat(hours.path("friday")).isEmpty();
    assertThat(hours.at("/sunday/0/closes").asText()).isEqualTo("00:00");
    var answering = service.bean(Receptionists.class).answering(owner.tenant(), null);
    assertThat(answering.config().instructions()).isEqualTo("Be brief.");
  }

  @Test
  void whatIsLeftOutStays() {
    var before = owner.api().get(PATH).body();

    assertThat(set("{}").body()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'business_name': ''}                                            | 422 | /business_name",
        "{'business_hours': {'monday': 'all day'}}                        | 422 |"
            + " /business_hours/monday",
        "{'business_hours': {'monday': null}}                             | 422 |"
            + " /business_hours/monday",
        "{'business_hours': {'monday': '25:00 - 26:00'}}                  | 422 |"
            + " /business_hours/monday",
        "{'business_hours': {'monday': '13:00 PM - 2:00 PM'}}             | 422 |"
            + " /business_hours/monday",
        "{'business_hours': {'monday': '6:00 PM - 9:00 AM'}}              | 422 |"
            + " /business_hours/monday/0/closes",
        "{'business_hours': {'someday': 'Closed'}}                        | 422 |"
            + " /business_hours/someday",
        "{'business_hours': 'always'}                                     | 400 | /business_hours",
      },
      quoteCharacter = '"')
  void whatCannotBeReadIsPointedAt(String body, int status, String pointer) {
    var answer = set(body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(owner.api().get(PATH).body().path("business_name").asText()).isEqualTo("Acme");
  }

  private Answer set(String body) {
    return owner.api().post(PATH, body);
  }
}
