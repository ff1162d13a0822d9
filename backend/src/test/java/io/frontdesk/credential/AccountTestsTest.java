package io.frontdesk.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TwilioMaster;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What a test of an account at Twilio or OpenAI finds, against the stand-ins.
class AccountTestsTest {
  private static final String PATH = "/api/v1/business/credentials/";

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final TwilioMaster master = new TwilioMaster(service);

  @Test
  void aGoodAccountAtTwilioIsFine() {
    JsonNode test = twilio(master.open());

    assertThat(test.path("ok").asBoolean()).as(test.toString()).isTrue();
    assertThat(test.path("findings")).isEmpty();
    JsonNode shown = owner.api().get("/api/v1/business/credentials").body().at("/data/0/last_test");
    assertThat(shown).isEqualTo(test);
  }

  @Test
  void aWrongSidAndAWrongTokenAreToldApart() {
    var account = master.open();
    var token = "0".repeat(32);

    assertThat(codes(twilio(new TwilioMaster.Account("AC" + "0".repeat(32), token))))
        .containsExactly("wrong_sid");
    assertThat(codes(twilio(new TwilioMaster.Account(account.sid(), token))))
        .containsExactly("wrong_token");
  }

  @Test
  void aSuspendedAnEmptyAndATrialAccountAreFound() {
    var account = master.open();
    master.pay(account.sid(), "{\"balance\": -0.42}");
    assertThat(codes(twilio(account))).containsExactly("no_credit");

    master.pay(account.sid(), "{\"balance\": 10, \"trial\": true}");
    assertThat(codes(twilio(account))).containsExactly("trial_account");

    master.set(account.sid(), "suspended");
    assertThat(codes(twilio(account))).containsExactly("account_suspended");
  }

  @Test
  void aNumberThatTheAccountDoesNotRentIsNamed() {
    var account = master.open();
    release();
    set("twilio", account.json());
    String offer =
        owner.api().get("/api/v1/phone-numbers/available").body().at("/data/0/number").asText();
    owner.api().post("/api/v1/phone-numbers", "{'number': '%s'}".formatted(offer));
    assertThat(codes(test("twilio"))).isEmpty();

    // The account is emptied behind our back: it is closed, which gives its numbers back.
    master.set(account.sid(), "closed");
    var fresh = master.open();
    var findings = service.bean(io.frontdesk.twilio.TwilioCheck.class);

    assertThat(
            findings.check(
                fresh.sid(), fresh.token(), List.of(new io.frontdesk.tenancy.E164(offer))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("number_not_in_account");
              assertThat(finding.detail()).contains(offer);
            });
  }

  @Test
  void aGoodKeyOfOpenAiIsFine() {
    assertThat(codes(openAi(OpenAiKeys.make(service, "{}")))).isEmpty();
  }

  @Test
  void aWrongKeyAnEmptyAccountAndAKeyWithoutRealtimeAreToldApart() {
    assertThat(codes(openAi("sk-proj-" + "x".repeat(40)))).containsExactly("wrong_key");
    assertThat(codes(openAi(OpenAiKeys.make(service, "{\"credit\": false}"))))
        .containsExactly("no_credit");
    assertThat(codes(openAi(OpenAiKeys.make(service, "{\"realtime\": false}"))))
        .containsExactly("lacks_realtime");
  }

  private JsonNode twilio(TwilioMaster.Account account) {
    release();
    set("twilio", account.json());
    return test("twilio");
  }

  private void release() {
    for (JsonNode number : owner.api().get("/api/v1/phone-numbers").body().path("data")) {
      owner.api().delete("/api/v1/phone-numbers/" + number.path("id").asText());
    }
  }

  private JsonNode openAi(String key) {
    set("openai", "{'api_key': '%s'}".formatted(key));
    return test("openai");
  }

  private void set(String provider, String json) {
    var answer = owner.api().send("PUT", PATH + provider, json, Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private JsonNode test(String provider) {
    var answer = owner.api().post(PATH + provider + "/test", "{}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> codes(JsonNode test) {
    return StreamSupport.stream(test.path("findings").spliterator(), false)
        .map(finding -> finding.path("code").asText())
        .toList();
  }
}
