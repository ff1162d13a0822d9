package io.frontdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.twilio.TwilioStandIn;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A business that came in while the sandbox stood in goes on when the platform names an account of
/// its own: here a second stand-in, which knows nothing of the first one.
class MovedAccountTest {
  private final Map<String, Object> database = TestDatabase.another().properties();

  @TempDir Path data;
  @TempDir Path apart;

  @Test
  void aBusinessThatPractisedGetsAnAccountAtTwilioWhenItLooksForANumber() throws Exception {
    Owner owner;
    String practised;
    try (var sandbox = RunningService.start(database, settings(Map.of()))) {
      owner = Owner.signUp(sandbox, "Ace");
      practised = owner.api().get("/api/v1/sandbox").body().path("account_sid").asText();
    }

    try (var twilio =
            TwilioStandIn.start(TwilioStandIn.Settings.usual(0, apart, null, new Voice()));
        var moved =
            RunningService.start(
                database,
                settings(
                    Map.of(
                        "twilio.api-url", twilio.uri().toString(),
                        "twilio.account-sid", twilio.accountSid(),
                        "twilio.auth-token", twilio.authToken())))) {
      var accounts = moved.bean(TwilioAccounts.class);
      assertThat(accounts.find(owner.tenant())).as("of the sandbox's %s", practised).isEmpty();

      var api = owner.logIn(moved.api());
      var offers = api.get("/api/v1/phone-numbers/available");
      assertThat(offers.status()).as(offers.text()).isEqualTo(200);
      var bought =
          api.post(
              "/api/v1/phone-numbers",
              "{'number': '%s'}".formatted(offers.body().at("/data/0/number").asText()));

      assertThat(bought.status()).as(bought.text()).isEqualTo(201);
      assertThat(accounts.of(owner.tenant()).sid()).startsWith("AC").isNotEqualTo(practised);
    }
  }

  private Map<String, Object> settings(Map<String, Object> others) {
    var settings = new HashMap<>(others);
    settings.put("frontdesk.data-dir", data.toString());
    return settings;
  }
}
