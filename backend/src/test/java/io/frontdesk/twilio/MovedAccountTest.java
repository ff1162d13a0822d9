package io.frontdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.twilio.TwilioStandIn;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A business that came in while the sandbox stood in goes on when the platform names an account of
/// its own: here a second stand-in, which knows nothing of the first one.
class MovedAccountTest {
  @TempDir Path apart;

  @Test
  void aBusinessThatPractisedGetsAnAccountAtTwilioWhenItLooksForANumber() throws Exception {
    Owner owner = Owner.signUp(RunningService.shared(), "Ace");
    String practised = accountOf(RunningService.shared(), owner);

    try (var twilio =
            TwilioStandIn.start(TwilioStandIn.Settings.usual(0, apart, null, new Voice()));
        var moved =
            RunningService.start(
                Map.of(
                    "twilio.api-url", twilio.uri().toString(),
                    "twilio.account-sid", twilio.accountSid(),
                    "twilio.auth-token", twilio.authToken()))) {
      assertThat(moved.bean(TwilioAccounts.class).find(owner.tenant())).isEmpty();

      var api = owner.logIn(moved.api());
      var offers = api.get("/api/v1/phone-numbers/available");
      assertThat(offers.status()).as(offers.text()).isEqualTo(200);
      var bought =
          api.post(
              "/api/v1/phone-numbers",
              "{'number': '%s'}".formatted(offers.body().at("/data/0/number").asText()));

      assertThat(bought.status()).as(bought.text()).isEqualTo(201);
      assertThat(accountOf(moved, owner)).isNotEqualTo(practised);
    }
  }

  private static String accountOf(RunningService service, Owner owner) {
    // Asking for it waits until the sandbox has made it.
    owner.logIn(service.api()).get("/api/v1/phone-numbers");
    return service.bean(TwilioAccounts.class).of(owner.tenant()).sid();
  }
}
