package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.openai.OpenAiStandIn;
import io.frontdesk.sandbox.twilio.TwilioStandIn;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Calls on which every socket may be refused, stalled, cut or corrupted at any moment: the line of
/// the carrier, the speech model's session, the requests to the chat model. Whatever happens, every
/// call is accounted for and every caller is talked to. More of it: docs/performance.md.
@Execution(ExecutionMode.CONCURRENT)
class FaultCampaignTest {
  private static final int CALLS = Integer.getInteger("faults.calls", 8);
  private static final int AT_ONCE = 40;
  private static final long SEED = Long.getLong("faults.seed", 1);
  private static final double SHARE = 0.4;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final AtomicInteger port = new AtomicInteger();
  private final String key = OpenAiStandIn.newApiKey();
  private final OpenAiStandIn openAi = OpenAiStandIn.start(0, key);
  private final TwilioStandIn twilio;
  private final Mishaps model =
      new Mishaps(() -> local(openAi.port()), first -> true, 400_000, SEED);
  private final Mishaps line =
      new Mishaps(
          () -> local(port.get()),
          first -> first.startsWith("GET /api/v1/voice/ws/"),
          400_000,
          SEED + 1);
  private final RunningService service;
  private final Owner owner;
  private final List<String> sids = new ArrayList<>();

  FaultCampaignTest(@TempDir Path folder) {
    twilio = TwilioStandIn.start(TwilioStandIn.Settings.usual(0, folder, null, new Voice()));
    service =
        RunningService.start(
            Map.ofEntries(
                Map.entry("webhook.base-url", "http://localhost:" + line.port()),
                Map.entry("twilio.api-url", twilio.uri().toString()),
                Map.entry("twilio.account-sid", twilio.accountSid()),
                Map.entry("twilio.auth-token", twilio.authToken()),
                Map.entry("openai.api-url", through(openAi.uri())),
                Map.entry("openai.realtime-url", through(openAi.realtimeUri())),
                Map.entry("openai.api-key", key),
                Map.entry("voice.longest-pause", "10s"),
                Map.entry("voice.patience.first-word", "15s"),
                Map.entry("voice.patience.sentence", "15s")));
    port.set(service.url().getPort());
    owner = Owner.signUp(service, "Ace Garage Doors");
  }

  @AfterEach
  void close() {
    service.close();
    line.close();
    model.close();
    twilio.close();
    openAi.close();
  }

  @Test
  void everyCallIsAccountedForAndEveryCallerIsTalkedTo() {
    String number =
        await()
            .atMost(PATIENCE)
            .until(
                () -> owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText(),
                found -> !found.isEmpty());
    model.share(SHARE);
    line.share(SHARE);
    for (int rung = 0; rung < CALLS; rung += AT_ONCE) {
      ring(number, Math.min(AT_ONCE, CALLS - rung));
    }

    assertThat(model.total() + line.total()).as("mishaps").isPositive();
    assertThat(records())
        .hasSize(CALLS)
        .allSatisfy(
            call -> assertThat(call.path("state").asText()).as("%s", call).isEqualTo("completed"));
    for (String sid : sids) {
      JsonNode seen = owner.api().get("/api/v1/sandbox/calls/" + sid).body();
      assertThat(seen.path("turns").findValuesAsText("speaker"))
          .as("%s", seen)
          .contains("receptionist");
    }
    long steps = records().stream().flatMap(call -> call.path("fallbacks").valueStream()).count();
    assertThat(steps)
        .as("steps, with mishaps %s of the model and %s of the line", model.dealt(), line.dealt())
        .isLessThanOrEqualTo(3L * (model.total() + line.total()));
    System.out.printf(
        "Fault campaign %d: %d calls, mishaps %s of the model and %s of the line, %d steps%n",
        SEED, CALLS, model.dealt(), line.dealt(), steps);

    withoutMishapsNothingStepsDown(number);
  }

  private void withoutMishapsNothingStepsDown(String number) {
    model.share(0);
    line.share(0);
    Set<String> before = Set.copyOf(ids());
    ring(number, 2);

    assertThat(records())
        .filteredOn(call -> !before.contains(call.path("id").asText()))
        .hasSize(2)
        .allSatisfy(call -> assertThat(call.path("fallbacks")).as("%s", call).isEmpty());
  }

  /// So many callers at once, until the last of them is accounted for.
  private void ring(String number, int callers) {
    for (int i = 0; i < callers; i++) {
      var placed =
          owner
              .api()
              .post(
                  "/api/v1/sandbox/calls",
                  "{'scenario': 'message_after_hours', 'to': '%s', 'from': '+1212556%04d'}"
                      .formatted(number, sids.size()));
      assertThat(placed.status()).as(placed.text()).isEqualTo(201);
      sids.add(placed.body().path("call_sid").asText());
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                records().size() == sids.size()
                    && records().stream().allMatch(call -> call.path("ended_at").isTextual()));
  }

  private List<String> ids() {
    return records().stream().map(call -> call.path("id").asText()).toList();
  }

  private List<JsonNode> records() {
    var records = new ArrayList<JsonNode>();
    String cursor = "";
    while (!cursor.equals("null")) {
      String path = "/api/v1/calls?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      JsonNode page = owner.api().get(path).body();
      page.path("data").forEach(records::add);
      cursor = page.path("next_cursor").asText("null");
    }
    return records;
  }

  private String through(URI server) {
    return server.toString().replace(":" + server.getPort(), ":" + model.port());
  }

  private static InetSocketAddress local(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
