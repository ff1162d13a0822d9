package io.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.database.Login;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.openai.OpenAiStandIn;
import io.frontdesk.sandbox.twilio.TwilioStandIn;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Balancer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.ServiceProcess;
import io.frontdesk.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two nodes with one database and one address; Twilio and the model are elsewhere, and outlive
/// both. One of the nodes goes in the midst of calls, and none is lost.
@Execution(ExecutionMode.CONCURRENT)
class NodeLossTest {
  /// More by `-Dcalls=50`.
  private static final int CALLS = Integer.getInteger("calls", 8);

  private static final Duration A_CALL = Duration.ofMinutes(4);

  private final Balancer balancer = new Balancer();
  private final OpenAiStandIn model;
  private final String key = OpenAiStandIn.newApiKey();
  private final List<ServiceProcess> nodes = new ArrayList<>();

  private final Path folder;
  private final TwilioStandIn twilio;
  private final Map<String, String> settings = new HashMap<>();

  NodeLossTest(@TempDir Path folder) {
    this.folder = folder;
    model = OpenAiStandIn.start(0, key);
    twilio =
        TwilioStandIn.start(
            TwilioStandIn.Settings.usual(0, folder.resolve("twilio"), null, new Voice()));
    var logins = TestDatabase.another();
    Secrets.of(Map.of(), folder);
    settings.put("DATABASE_URL", url(logins.app()));
    settings.put("DATABASE_MIGRATION_URL", url(logins.owner()));
    settings.put("SECRETS_KEYSET_FILE", folder.resolve("keyset.json").toString());
    settings.put("WEBHOOK_BASE_URL", balancer.url());
    settings.put("TWILIO_API_URL", twilio.uri().toString());
    settings.put("TWILIO_ACCOUNT_SID", twilio.accountSid());
    settings.put("TWILIO_AUTH_TOKEN", twilio.authToken());
    settings.put("OPENAI_API_URL", model.uri().toString());
    settings.put("OPENAI_REALTIME_URL", model.realtimeUri().toString());
    settings.put("OPENAI_API_KEY", key);
    settings.put("CALLS_DRAIN", "1s");
  }

  @AfterEach
  void close() throws IOException {
    for (ServiceProcess node : nodes) {
      node.close();
    }
    twilio.close();
    model.close();
    balancer.close();
  }

  @Test
  void aNodeThatIsKilledLosesNoCall() throws IOException {
    var killed = node("one");
    var calls = new Calls(node("other"));
    calls.ring();

    killed.kill();

    calls.allEndWell();
    assertThat(calls.resumed()).as("calls that the killed node carried").isPositive();
  }

  @Test
  void aNodeThatIsStoppedHandsItsCallsOver() throws IOException {
    var stopped = node("one");
    var calls = new Calls(node("other"));
    calls.ring();

    balancer.remove(stopped.awaitOpen().getPort());
    stopped.close();

    calls.allEndWell();
    assertThat(calls.resumed()).as("calls that the stopped node carried").isPositive();
  }

  /// Starts a node, and waits until it serves.
  private ServiceProcess node(String name) throws IOException {
    int port = freePort();
    var own = new HashMap<>(settings);
    own.put("PORT", Integer.toString(port));
    var node = ServiceProcess.start(folder.resolve(name), own);
    nodes.add(node);
    node.awaitOpen();
    balancer.add(port);
    return node;
  }

  /// Callers who leave a message, seen from a node that stays.
  private static final class Calls {
    private final Api api;
    private final List<String> sids = new ArrayList<>();

    Calls(ServiceProcess stays) {
      api = Owner.signUp(stays.api(), "Ace Garage Doors").api();
    }

    /// All of them ring, and are in the midst of a conversation.
    void ring() {
      String number =
          await()
              .atMost(A_CALL)
              .until(() -> api.get("/api/v1/sandbox").body().at("/numbers/0"), n -> n.isTextual())
              .asText();
      for (int i = 0; i < CALLS; i++) {
        var placed =
            api.post(
                "/api/v1/sandbox/calls",
                "{'scenario': 'message_after_hours', 'to': '%s', 'from': '+1212555%04d'}"
                    .formatted(number, 130 + i));
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        sids.add(placed.body().path("call_sid").asText());
      }
      await().atMost(A_CALL).until(() -> records().size() == CALLS);
      await()
          .atMost(A_CALL)
          .until(() -> records().stream().allMatch(call -> words(call).size() >= 3));
    }

    void allEndWell() {
      await()
          .atMost(A_CALL)
          .until(() -> records().stream().allMatch(call -> call.path("ended_at").isTextual()));
      assertThat(records())
          .hasSize(CALLS)
          .allMatch(call -> call.path("state").asText().equals("completed"));
      for (String sid : sids) {
        JsonNode seen = api.get("/api/v1/sandbox/calls/" + sid).body();
        assertThat(seen.path("ended_by").asText()).as(seen.toString()).isNotEqualTo("error");
      }
      // Simulated callers have 45 s in all: on a slow machine some leave before they are done.
      assertThat(
              api.get("/api/v1/messages?limit=200").body().path("data").findValuesAsText("call_id"))
          .as("the calls whose message was taken, each once")
          .isNotEmpty()
          .doesNotHaveDuplicates();
    }

    /// How many went on in another stream: each begins a conversation.
    long resumed() {
      return records().stream()
          .map(call -> api.get("/api/v1/calls/%s/events?limit=200".formatted(id(call))).body())
          .filter(log -> Collections.frequency(log.findValuesAsText("type"), "begun") > 1)
          .count();
    }

    private static String id(JsonNode call) {
      return call.path("id").asText();
    }

    private List<JsonNode> records() {
      var records = new ArrayList<JsonNode>();
      api.get("/api/v1/calls?limit=200").body().path("data").forEach(records::add);
      return records;
    }

    private List<String> words(JsonNode call) {
      return api.get("/api/v1/calls/%s/transcript".formatted(id(call)))
          .body()
          .path("turns")
          .findValuesAsText("text");
    }
  }

  private static String url(Login login) {
    return "%s?user=%s&password=%s"
        .formatted(
            login.url(),
            URLEncoder.encode(login.user(), StandardCharsets.UTF_8),
            URLEncoder.encode(login.password(), StandardCharsets.UTF_8));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
