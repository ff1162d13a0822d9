package io.frontdesk.phonenumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.ServiceProcess;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The service killed between what Twilio did and what we wrote down of it.
@Execution(ExecutionMode.CONCURRENT)
class NumberCrashTest {
  private static final String NUMBERS = "/api/v1/phone-numbers";

  @TempDir Path data;
  @TempDir Path twilioData;
  private FaultyTwilio twilio;

  @BeforeEach
  void start() {
    twilio = new FaultyTwilio(twilioData);
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void aNumberBoughtInTheMomentOfACrashIsFoundAndOneGivenBackIsGone() throws Exception {
    Owner owner;
    String bought;
    String first;
    try (var service = ServiceProcess.start(data, twilio.environment())) {
      owner = Owner.signUp(service.api(), "Ace");
      first = list(owner.api()).at("/0/id").asText();
      bought =
          owner
              .api()
              .get(NUMBERS + "/available?area_code=512")
              .body()
              .at("/data/0/number")
              .asText();
      String wish = "{'number': '%s', 'label': 'Van'}".formatted(bought);
      crash(service, "POST", () -> owner.api().post(NUMBERS, wish));
    }

    try (var service = ServiceProcess.start(data, twilio.environment())) {
      var api = logIn(service.api(), owner);
      var row = await().until(() -> list(api).path(0), this::isActive);
      assertThat(row.path("number").asText()).isEqualTo(bought);
      assertThat(row.path("label").asText()).isEqualTo("Van");
      assertThat(list(api)).hasSize(2);
      crash(service, "DELETE", () -> api.delete(NUMBERS + "/" + first));
    }

    try (var service = ServiceProcess.start(data, twilio.environment())) {
      var api = logIn(service.api(), owner);
      await()
          .untilAsserted(
              () -> assertThat(list(api).findValuesAsText("number")).containsExactly(bought));
      assertThat(api.get(NUMBERS + "/importable").body().path("data")).as("at Twilio").isEmpty();
    }
  }

  /// Kills the service when Twilio has done what was asked, before it can hear of it.
  private void crash(ServiceProcess service, String method, Runnable request) throws Exception {
    var done = new CountDownLatch(1);
    var failure = new AtomicReference<Throwable>();
    twilio.next(
        method,
        passing -> {
          passing.pass();
          service.kill();
          done.countDown();
          return null;
        });
    Thread.ofVirtual()
        .uncaughtExceptionHandler((thread, cut) -> failure.set(cut))
        .start(request)
        .join();
    done.await();
    assertThat(failure.get()).as("the line was cut").isNotNull();
  }

  private boolean isActive(JsonNode number) {
    return number.path("state").asText().equals("active");
  }

  private static JsonNode list(Api api) {
    return api.get(NUMBERS).body().path("data");
  }

  private static Api logIn(Api api, Owner owner) {
    var answer =
        api.post(
            "/api/v1/auth/login",
            "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD));
    return api.as(answer.body().path("access_token").asText());
  }
}
