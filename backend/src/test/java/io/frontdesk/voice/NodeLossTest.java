package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Installation;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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

  private final Installation installation;

  NodeLossTest(@TempDir Path folder) {
    installation = new Installation(folder, Map.of("CALLS_DRAIN", "1s"));
  }

  @AfterEach
  void close() throws IOException {
    installation.close();
  }

  @Test
  void aNodeThatIsKilledLosesNoCall() {
    var killed = installation.node("one");
    var calls = new Calls(installation.node("other"));
    calls.ring();

    killed.kill();

    calls.allEndWell();
    assertThat(calls.resumed()).as("calls that the killed node carried").isPositive();
  }

  @Test
  void aNodeThatIsStoppedHandsItsCallsOver() throws IOException {
    var stopped = installation.node("one");
    var calls = new Calls(installation.node("other"));
    calls.ring();

    stopped.close();

    calls.allEndWell();
    assertThat(calls.resumed()).as("calls that the stopped node carried").isPositive();
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
}
