package io.frontdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.twilio.TwilioStandIn;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.ServiceProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Practice accounts and numbers outlive the process that made them.
@Execution(ExecutionMode.CONCURRENT)
class RestartTest {
  @TempDir Path data;

  @Test
  void theSameNumberRingsAtTheNextStartsAddress() throws Exception {
    JsonNode before;
    Owner owner;
    try (var first = ServiceProcess.start(data, Map.of())) {
      owner = Owner.signUp(first.api(), "Ace");
      before = owner.api().get("/api/v1/sandbox").body();
      assertThat(before.path("numbers")).hasSize(1);
    }

    try (var second = ServiceProcess.start(data, Map.of())) {
      var api = logIn(second.api(), owner);
      assertThat(api.get("/api/v1/sandbox").body()).isEqualTo(before);
      var call = ring(api, before.at("/numbers/0").asText());
      var incoming =
          "http://localhost:%d/api/v1/voice/incoming".formatted(second.awaitOpen().getPort());
      await().until(() -> api.get(call).text().contains(incoming));
    }
  }

  @Test
  void aStandInThatRunsByItselfServesTheSameWay(@TempDir Path apart) throws Exception {
    var settings = TwilioStandIn.Settings.usual(0, apart, null, new Voice());
    try (var standIn = TwilioStandIn.start(settings);
        var service =
            ServiceProcess.start(
                data,
                Map.of(
                    "TWILIO_API_URL", standIn.uri().toString(),
                    "TWILIO_ACCOUNT_SID", standIn.accountSid(),
                    "TWILIO_AUTH_TOKEN", standIn.authToken()))) {
      var owner = Owner.signUp(service.api(), "Ace");
      var sandbox = owner.api().get("/api/v1/sandbox").body();
      var call = ring(owner.api(), sandbox.at("/numbers/0").asText());

      assertThat(owner.api().get(call).status()).isEqualTo(200);
      assertThat(data.resolve("sandbox/twilio")).as("no other stand-in").doesNotExist();
    }
  }

  /// @return where the call is reported
  private static String ring(Api api, String number) {
    var call =
        api.post(
            "/api/v1/sandbox/calls", "{'scenario': 'says_nothing', 'to': '%s'}".formatted(number));
    assertThat(call.status()).as(call.text()).isEqualTo(201);
    return "/api/v1/sandbox/calls/" + call.body().path("call_sid").asText();
  }

  private static Api logIn(Api api, Owner owner) {
    var answer =
        api.post(
            "/api/v1/auth/login",
            "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD));
    return api.as(answer.body().path("access_token").asText());
  }
}
