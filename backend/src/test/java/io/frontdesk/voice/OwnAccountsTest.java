package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.openai.OpenAiAccounts;
import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TwilioMaster;
import io.frontdesk.testing.TwoNodes;
import io.frontdesk.twilio.TwilioAccounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A business that has connected its own accounts is served with them.
class OwnAccountsTest {
  private static final String CREDENTIALS = "/api/v1/business/credentials/";
  private static final String KEY = "sk-proj-0123456789abcdefghijklmnopqrstuvwxyz";

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");

  @TempDir Path data;

  @Test
  void aCallToANumberInItsOwnAccountAtTwilioIsAnswered() {
    var own = new TwilioMaster(service).open();
    String practice = owner.api().get("/api/v1/phone-numbers").body().at("/data/0/id").asText();
    owner.api().delete("/api/v1/phone-numbers/" + practice);
    set(owner.api(), "twilio", own.json());
    String number =
        owner.api().get("/api/v1/phone-numbers/available").body().at("/data/0/number").asText();
    var bought = owner.api().post("/api/v1/phone-numbers", "{'number': '%s'}".formatted(number));
    assertThat(bought.status()).as(bought.text()).isEqualTo(201);

    assertThat(owner.api().get("/api/v1/sandbox").body().path("account_sid").asText())
        .as("whose webhooks are believed, and whose streams")
        .isEqualTo(own.sid());
    var placed =
        owner
            .api()
            .post(
                "/api/v1/sandbox/calls",
                "{'scenario': 'hangs_up_mid_word', 'to': '%s'}".formatted(number));
    assertThat(placed.status()).as(placed.text()).isLessThan(300);

    await("the call is over, and words were said on it")
        .untilAsserted(
            () -> {
              var call = owner.api().get("/api/v1/calls").body().at("/data/0");
              assertThat(call.path("state").asText()).isEqualTo("completed");
              assertThat(call.path("engine").asText()).isEqualTo("realtime");
            });
  }

  @Test
  void businessesThatShareAnAccountAreToldApartByTheNumber() {
    var elder = owner;
    var younger = Owner.signUp(service, "Best");
    var shared = new TwilioMaster(service).open();
    for (Owner business : List.of(elder, younger)) {
      String practice =
          business.api().get("/api/v1/phone-numbers").body().at("/data/0/id").asText();
      business.api().delete("/api/v1/phone-numbers/" + practice);
      set(business.api(), "twilio", shared.json());
    }
    String number =
        younger.api().get("/api/v1/phone-numbers/available").body().at("/data/0/number").asText();
    younger.api().post("/api/v1/phone-numbers", "{'number': '%s'}".formatted(number));

    var placed =
        younger
            .api()
            .post(
                "/api/v1/sandbox/calls",
                "{'scenario': 'hangs_up_mid_word', 'to': '%s'}".formatted(number));
    assertThat(placed.status()).as(placed.text()).isLessThan(300);

    await()
        .until(
            () ->
                younger
                    .api()
                    .get("/api/v1/calls")
                    .body()
                    .at("/data/0/state")
                    .asText()
                    .equals("completed"));
    assertThat(elder.api().get("/api/v1/calls").body().path("data")).isEmpty();
  }

  @Test
  void itsOwnKeyOpensItsSessionsAndTheModelThatReadsItsCalls() {
    owner.api().get("/api/v1/phone-numbers");
    String platform = service.bean(OpenAiConfiguration.class).key();
    assertThat(key(service, owner)).isEqualTo(platform);

    set(owner.api(), "openai", "{'api_key': '%s'}".formatted(KEY));
    assertThat(key(service, owner)).isEqualTo(KEY);

    owner.api().delete(CREDENTIALS + "openai");
    assertThat(key(service, owner)).isEqualTo(platform);
  }

  @Test
  void whatIsChangedOnOneNodeCountsOnTheOthersAtOnce() {
    try (var nodes = TwoNodes.start(data)) {
      var one = nodes.one();
      var other = nodes.other();
      var business = Owner.signUp(one, "Ace");
      business.api().get("/api/v1/phone-numbers");
      key(other, business);

      set(business.api(), "openai", "{'api_key': '%s'}".formatted(KEY));
      assertThat(key(other, business)).isEqualTo(KEY);

      set(business.api(), "openai", "{'api_key': '%s2'}".formatted(KEY));
      assertThat(key(other, business)).isEqualTo(KEY + "2");

      String practice =
          business.api().get("/api/v1/phone-numbers").body().at("/data/0/id").asText();
      business.api().delete("/api/v1/phone-numbers/" + practice);
      var own = new TwilioMaster(one).open();
      set(business.api(), "twilio", own.json());
      assertThat(other.bean(TwilioAccounts.class).of(business.tenant()).sid()).isEqualTo(own.sid());
    }
  }

  /// With which a node would open the next call's session.
  private static String key(RunningService node, Owner owner) {
    return node.bean(OpenAiAccounts.class).of(owner.tenant()).key();
  }

  private static void set(Api api, String provider, String json) {
    var answer = api.send("PUT", CREDENTIALS + provider, json, Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }
}
