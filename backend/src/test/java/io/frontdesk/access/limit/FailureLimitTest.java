package io.frontdesk.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// How often an address may fail without a token.
class FailureLimitTest {
  private static final int BURST = 6;
  private static final AtomicInteger ADDRESSES = new AtomicInteger(1);
  private static final RunningService SERVICE =
      RunningService.start(
          Map.of(
              "limits.failures-per-minute",
              1,
              "limits.failure-burst",
              BURST,
              "trusted.proxies",
              "127.0.0.1"));

  private final Owner owner = Owner.signUp(SERVICE, "Ace Garage Doors");
  private final String address = "203.0.113." + ADDRESSES.getAndIncrement();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void passwordsCanBeGuessedAFewTimesOnly() {
    assertThat(statuses(BURST, () -> logIn("wrong", address))).containsOnly(401);

    var refused = logIn("wrong", address);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 60);
    assertThat(refused.body().path("type").asText()).isEqualTo("/problems/too_many_requests");
    assertThat(logIn(Owner.PASSWORD, address).status()).as("nor the right one").isEqualTo(429);
    assertThat(logIn(Owner.PASSWORD, "198.51.100.1").status()).as("elsewhere").isEqualTo(200);
  }

  @Test
  void successesDoNotCount() {
    assertThat(statuses(3 * BURST, () -> logIn(Owner.PASSWORD, address))).containsOnly(200);
    assertThat(logIn("wrong", address).status()).isEqualTo(401);
  }

  @Test
  void ofManyGuessesAtOnceNoMoreAreLetIn() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> guess = () -> logIn("wrong", address).status();
      var guesses = threads.invokeAll(Collections.nCopies(10 * BURST, guess));
      int letIn = 0;
      for (var one : guesses) {
        letIn += one.get() == 401 ? 1 : 0;
      }
      assertThat(letIn).isBetween(1, BURST + 1);
    }
  }

  @Test
  void whoeverHasATokenIsNotHeldUpByOthersOfTheirAddress() {
    statuses(2 * BURST, () -> logIn("wrong", address));

    var answer = owner.api().send("GET", "/api/v1/me", null, Map.of("X-Forwarded-For", address));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void tokensAndSecretsCanBeGuessedAFewTimesOnly() {
    assertThat(
            statuses(
                2 * BURST, () -> ask("GET", "/api/v1/me", Map.of("Authorization", "Bearer x.y.z"))))
        .containsOnly(401, 429)
        .endsWith(429);
    assertThat(ask("POST", "/api/v1/auth/refresh", Map.of("Cookie", "refresh_token=x")).status())
        .isEqualTo(429);
    assertThat(ask("GET", "/api/v1/openapi.yml", Map.of()).status())
        .as("what is open to all stays so")
        .isEqualTo(200);
    assertThat(ask("GET", "/.well-known/jwks.json", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void theNetworkOfASubscriberIsOneAddress() {
    String network = "2001:db8:0:" + Integer.toHexString(ADDRESSES.getAndIncrement());

    statuses(2 * BURST, () -> logIn("wrong", network + "::1"));

    assertThat(logIn(Owner.PASSWORD, network + ":ffff:ffff:ffff:2").status()).isEqualTo(429);
    assertThat(logIn(Owner.PASSWORD, "2001:db8:1::1").status()).isEqualTo(200);
  }

  @Test
  void whatNobodySignedIsHeldUpAndWhatTwilioMayHaveSignedIsLookedAt() {
    String path = "/api/v1/voice/incoming";
    var form = Map.of("Content-Type", "application/x-www-form-urlencoded");

    assertThat(statuses(2 * BURST, () -> ask("POST", path, form)))
        .containsOnly(403, 429)
        .endsWith(429);

    var signed = new HashMap<>(form);
    signed.put("X-Twilio-Signature", "wrong");
    assertThat(ask("POST", path, signed).status()).isEqualTo(403);
    signed.put("Cookie", "refresh_token=x");
    assertThat(ask("POST", "/api/v1/auth/refresh", signed).status())
        .as("the header opens no other door")
        .isEqualTo(429);
  }

  @Test
  void liveConnectionsThatAreLetInDoNotCount() {
    for (int i = 0; i < 2 * BURST; i++) {
      String ticket = owner.api().post("/api/v1/live/tickets", "{}").body().path("ticket").asText();
      connect(ticket).abort();
    }
    assertThat(logIn("wrong", address).status()).isEqualTo(401);
  }

  @Test
  void onThisMachineInLocalModeNobodyIsHeldUp() {
    assertThat(statuses(3 * BURST, () -> logIn("wrong", "127.0.0.1"))).containsOnly(401);
  }

  @Test
  void aSessionShowsTheClientsAddress() {
    var token = logIn(Owner.PASSWORD, address).body().path("access_token").asText();

    var sessions = SERVICE.api().as(token).get("/api/v1/me/sessions").body().path("data");

    assertThat(sessions.findValuesAsText("address")).contains(address);
  }

  private WebSocket connect(String ticket) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("X-Forwarded-For", address)
        .buildAsync(
            URI.create(
                "ws://127.0.0.1:%d/api/v1/live?ticket=%s"
                    .formatted(SERVICE.url().getPort(), ticket)),
            new WebSocket.Listener() {})
        .join();
  }

  private Answer logIn(String password, String from) {
    return SERVICE
        .api()
        .send(
            "POST",
            "/api/v1/auth/login",
            "{'email': '%s', 'password': '%s'}".formatted(owner.email(), password),
            Map.of("X-Forwarded-For", from));
  }

  private Answer ask(String method, String path, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("X-Forwarded-For", address);
    return SERVICE.api().sendExactly(method, path, method.equals("POST") ? "" : null, all);
  }

  private static List<Integer> statuses(int times, Callable<Answer> request) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      try {
        statuses.add(request.call().status());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return statuses;
  }
}
