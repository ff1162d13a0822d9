package io.frontdesk.conversation.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.fact.Fact;
import io.frontdesk.fact.Facts;
import io.frontdesk.fact.Source;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers to intake questions, as a model passes them on.
class UpdateIntakeTest {
  private static final E164 CALLER = new E164("+12125550123");

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Acme");
  private final UUID callId;

  UpdateIntakeTest() {
    String receptionist =
        "/api/v1/receptionists/"
            + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    var changed =
        owner
            .api()
            .patch(
                receptionist,
                """
                {'intake': [
                  {'key': 'problem', 'question': 'What is wrong?', 'required': true},
                  {'key': 'loan_type', 'question': 'Which loan?', 'required': true, 'type': 'choice',
                   'choices': ['Purchase', 'Refinance']},
                  {'key': 'value', 'question': 'How much?', 'required': true, 'type': 'money'},
                  {'key': 'move_in', 'question': 'When do you move in?', 'required': true, 'type': 'date'},
                  {'key': 'address', 'question': 'Where is it?', 'required': true, 'type': 'address'},
                  {'key': 'mobile', 'question': 'Your mobile?', 'required': true, 'type': 'phone'},
                  {'key': 'mail', 'question': 'Your e-mail?', 'required': true, 'type': 'email'}]}\
                """);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(owner.api().post(receptionist + "/publish", "{}").status()).isLessThan(300);
    callId = new PracticeCalls(service, owner.tenant()).answered(CALLER.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          value     | three hundred fifty thousand  | 350000            | I have 350,000. Is that right?
          move_in   | 2031-12-03                    | 2031-12-03        | I have Wednesday 3 December 2031. Is that right?
          address   | twenty two elm street         | 22 Elm Street     | I have 22 Elm Street. Is that right?
          mobile    | seven one eight five five five oh one two oh | +17185550120 | I have 7 1 8, 5 5 5, 0 1 2 0. Is that right?
          mail      | tom at example dot com        | tom@example.com   | I have t, o, m at example dot com. Is that right?
          email     | tom at example dot com        | tom@example.com   | I have t, o, m at example dot com. Is that right?
          name      | my name is tom baker          | Tom Baker         | I have Tom Baker. Is that right?
          """)
  void whatALetterOrDigitSpoilsIsReadBackAndVerifiedOnceTheCallerAgrees(
      String key, String said, String value, String say) {
    JsonNode first = update(key, said, null, null);

    assertThat(first.path("ok").asBoolean()).isTrue();
    assertThat(first.path("say").asText()).isEqualTo(say);
    assertThat(only().value()).isEqualTo(value);
    assertThat(only().said()).isEqualTo(said);
    assertThat(only().source()).isEqualTo(Source.SPOKEN);
    assertThat(only().verified()).isFalse();

    JsonNode second = update(key, value, null, "yes");

    assertThat(second.path("say").asText()).isEqualTo("Thank you.");
    assertThat(only().verified()).isTrue();
    update(key, said, null, null);
    assertThat(only().verified()).as("said once more").isTrue();
  }

  @ParameterizedTest
  @CsvSource({"problem, The boiler leaks., The boiler leaks.", "loan_type, a refinance, Refinance"})
  void wordsAreNotedAsTheyAre(String key, String said, String value) {
    assertThat(update(key, said, null, null).path("say").asText()).isEqualTo("Thank you.");
    assertThat(only().value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          loan_type | a car loan        | Which of these is it: Purchase or Refinance?
          value     | three fifty       | Is that 350, or 350,000?
          mail      | tom at gmail      | What comes after gmail: dot com, or something else? Please tell me the whole address again.
          mobile    | five              | I did not get that number. Could you tell me it again, digit by digit?
          """)
  void whatCannotBeStoredIsAskedAgainAndNotKept(String key, String said, String question) {
    JsonNode output = update(key, said, null, null);

    assertThat(output.path("ok").asBoolean()).isFalse();
    assertThat(output.path("argument").asText()).isEqualTo("value");
    assertThat(output.path("say").asText()).isEqualTo(question);
    assertThat(facts()).isEmpty();
  }

  @Test
  void aCorrectionIsReadBackAnew() {
    update("mail", "tom at example dot com", null, null);
    update("mail", "tom@example.com", null, "yes");

    JsonNode output = update("mail", "tim at example dot com", null, null);

    assertThat(output.path("say").asText()).startsWith("I have t, i, m at");
    assertThat(only().value()).isEqualTo("tim@example.com");
    assertThat(only().verified()).isFalse();
  }

  @Test
  void theNumberThatRingsNeedsNoReadingBack() {
    JsonNode output = update("mobile", "the one I am calling from", "caller_id", null);

    assertThat(output.path("say").asText()).isEqualTo("Thank you.");
    assertThat(only().value()).isEqualTo(CALLER.value());
    assertThat(only().source()).isEqualTo(Source.CALLER_ID);
    assertThat(only().verified()).isTrue();
  }

  @Test
  void whatWasKeyedSaysSo() {
    update("mobile", "7185550120", "keyed", null);
    update("mobile", "7185550120", null, "yes");

    assertThat(only().source()).isEqualTo(Source.KEYED);
    assertThat(only().verified()).isTrue();
  }

  @Test
  void whatNobodyAsksIsNotNoted() {
    JsonNode output = update("shoe_size", "forty two", null, null);

    assertThat(output.path("ok").asBoolean()).isFalse();
    assertThat(output.path("error").asText()).isEqualTo("no question has the key shoe_size");
    assertThat(facts()).isEmpty();
  }

  private JsonNode update(
      String key, String value, @Nullable String source, @Nullable String confirmed) {
    var arguments = JsonNodeFactory.instance.objectNode().put("key", key).put("value", value);
    if (source != null) {
      arguments.put("source", source);
    }
    if (confirmed != null) {
      arguments.put("confirmed", confirmed);
    }
    var finished = new CompletableFuture<JsonNode>();
    service
        .bean(ToolBox.class)
        .run(
            onCall(),
            new FunctionCall("fc_" + UUID.randomUUID(), "update_intake", arguments.toString()),
            done -> finished.complete(done.call().output()));
    return finished.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private Fact only() {
    assertThat(facts()).hasSize(1);
    return facts().getFirst();
  }

  private List<Fact> facts() {
    return service.bean(Facts.class).of(owner.tenant(), callId);
  }

  private OnCall onCall() {
    var business =
        service
            .bean(Tenancy.class)
            .run(owner.tenant(), () -> service.bean(Businesses.class).of(owner.tenant()));
    return new OnCall(owner.tenant(), callId, business, CALLER, null, Duration.ZERO);
  }
}
