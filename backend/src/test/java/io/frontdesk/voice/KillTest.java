package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.FreePort;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// `kill -9`, and one start: what calls left is there, and a call that was cut is closed.
@Execution(ExecutionMode.CONCURRENT)
class KillTest {
  private static final Duration A_CALL = Duration.ofMinutes(3);

  @TempDir Path data;

  @Test
  void aLeadIsFoundAfterAKillAndOneStart() throws IOException {
    var killed = ServiceProcess.start(data, Map.of());
    var owner = Owner.signUp(killed.api(), "Ace Garage Doors");
    ring(owner.api());
    await().atMost(A_CALL).until(() -> !list(owner.api(), "leads").isEmpty());
    JsonNode lead = list(owner.api(), "leads").get(0);

    killed.kill();

    try (var next = ServiceProcess.start(data, Map.of())) {
      var found = list(owner.logIn(next.api()), "leads");
      assertThat(found).hasSize(1);
      assertThat(found.get(0)).isEqualTo(lead);
    }
  }

  @Test
  void aCallThatAKillCutIsClosedByTheNextStartAndKeepsItsTurns() throws IOException {
    var settings = Map.of("PORT", Integer.toString(FreePort.find()));
    var killed = ServiceProcess.start(data, settings);
    var owner = Owner.signUp(killed.api(), "Ace Garage Doors");
    ring(owner.api());
    await().atMost(A_CALL).until(() -> words(owner.api()).size() >= 3);
    List<String> heard = words(owner.api());
    String call = list(owner.api(), "calls").at("/0/id").asText();

    killed.kill();

    try (var next = ServiceProcess.start(data, settings)) {
      Api api = owner.logIn(next.api());
      assertThat(words(api).subList(0, heard.size())).isEqualTo(heard);
      await()
          .atMost(A_CALL)
          .until(() -> api.get("/api/v1/calls/" + call).body().path("ended_at").isTextual());
      assertThat(api.get("/api/v1/calls/" + call).body().path("state").asText())
          .isEqualTo("completed");
      assertThat(list(api, "calls/active")).isEmpty();
      assertThat(words(api).subList(0, heard.size())).isEqualTo(heard);
    }
  }

  private static void ring(Api api) {
    var call =
        api.post(
            "/api/v1/sandbox/calls",
            "{'scenario': 'new_lead_books_visit', 'to': '%s'}"
                .formatted(api.get("/api/v1/sandbox").body().at("/numbers/0").asText()));
    assertThat(call.status()).as(call.text()).isEqualTo(201);
  }

  /// What was said in the only call so far.
  private static List<String> words(Api api) {
    var words = new ArrayList<String>();
    JsonNode calls = list(api, "calls");
    if (!calls.isEmpty()) {
      api.get("/api/v1/calls/%s/transcript".formatted(calls.at("/0/id").asText()))
          .body()
          .path("turns")
          .forEach(turn -> words.add(turn.path("speaker").asText() + ": " + turn.path("text")));
    }
    return words;
  }

  private static JsonNode list(Api api, String of) {
    return api.get("/api/v1/" + of).body().path("data");
  }
}
