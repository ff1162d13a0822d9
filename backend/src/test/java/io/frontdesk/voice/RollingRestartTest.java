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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two nodes are replaced, one after the other, while callers talk and new ones ring all the time.
/// Nobody is turned away, and everybody's call goes on.
@Execution(ExecutionMode.CONCURRENT)
class RollingRestartTest {
  /// How many talk at the same time; more by `-Dcalls=50`.
  private static final int CALLS = Integer.getInteger("calls", 6);

  private static final Duration A_CALL = Duration.ofMinutes(4);

  /// Simulated callers have 45 s in all.
  private static final int LONGEST_SILENCE_MS = 30_000;

  private final Installation installation;
  private final List<String> rung = new ArrayList<>();

  RollingRestartTest(@TempDir Path folder) {
    installation = new Installation(folder, Map.of("CALLS_DRAIN", "3s", "CALLS_NOTICE", "2s"));
  }

  @AfterEach
  void close() throws IOException {
    installation.close();
  }

  @Test
  void noCallIsDroppedAndNoneRefused() {
    ServiceProcess first = installation.node("first");
    ServiceProcess second = installation.node("second");
    var owner = Owner.signUp(second.api(), "Ace Garage Doors");
    Api api = owner.api();
    talking(api);

    ServiceProcess third = replace(first, "third", api);
    Api staying = owner.logIn(third.api());
    replace(second, "fourth", staying);

    everyCallEndsWell(staying);
    System.out.printf(
        "Rolling restart: %d calls, %d handed over, longest silence %d ms%n",
        rung.size(), handedOver(staying).size(), longestSilence(staying));
  }

  /// Rings until so many callers are in the midst of a conversation at the same time.
  private void talking(Api api) {
    await().atMost(A_CALL).until(() -> keepsRinging(api).size() >= CALLS);
  }

  /// A node is told to stop while callers talk and others ring; another one takes its place.
  ///
  /// @param api of a node that stays
  private ServiceProcess replace(ServiceProcess node, String successor, Api api) {
    await()
        .atMost(A_CALL)
        .until(() -> keepsRinging(api).size() >= CALLS && installation.streams(node) > CALLS / 4);
    Set<String> before = handedOver(api);

    node.stop();
    for (int i = 0; i < CALLS / 2; i++) {
      rings(api);
    }
    await()
        .atMost(A_CALL)
        .until(
            () -> {
              keepsRinging(api);
              return node.hasEnded();
            });
    var next = installation.node(successor);

    assertThat(node.awaitEnd()).as("its exit code, that of SIGTERM").isEqualTo(143);
    talking(api);
    assertThat(handedOver(api)).as("calls that it carried").hasSizeGreaterThan(before.size());
    return next;
  }

  /// Whoever has ended is followed by somebody else.
  ///
  /// @return the calls on which both have spoken, and which go on
  private List<JsonNode> keepsRinging(Api api) {
    List<JsonNode> records = records(api);
    long over = records.stream().filter(call -> call.path("ended_at").isTextual()).count();
    for (long on = rung.size() - over; on < CALLS; on++) {
      rings(api);
    }
    return records.stream()
        .filter(call -> !call.path("ended_at").isTextual() && turns(api, call).size() >= 3)
        .toList();
  }

  private void rings(Api api) {
    String number =
        await()
            .atMost(A_CALL)
            .until(() -> api.get("/api/v1/sandbox").body().at("/numbers/0"), JsonNode::isTextual)
            .asText();
    var placed =
        api.post(
            "/api/v1/sandbox/calls",
            "{'scenario': 'message_after_hours', 'to': '%s', 'from': '+1212557%04d'}"
                .formatted(number, rung.size()));
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    rung.add(placed.body().path("call_sid").asText());
  }

  private void everyCallEndsWell(Api api) {
    await()
        .atMost(A_CALL)
        .until(
            () ->
                records(api).size() == rung.size()
                    && records(api).stream().allMatch(call -> call.path("ended_at").isTextual()));
    assertThat(records(api))
        .allSatisfy(
            call -> {
              assertThat(call.path("state").asText()).as("%s", call).isEqualTo("completed");
              assertThat(call.path("outcome").isTextual()).as("%s", call).isTrue();
              assertThat(call.path("refused").isTextual()).as("%s", call).isFalse();
              assertThat(call.path("fallbacks")).as("%s", call).isEmpty();
            });
    for (String sid : rung) {
      JsonNode seen = seen(api, sid);
      assertThat(seen.path("ended_by").asText()).as("%s", seen).isIn("caller", "receptionist");
      assertThat(speakers(seen)).as("%s", seen).contains("receptionist", "caller");
    }
    assertThat(longestSilence(api)).isLessThan(LONGEST_SILENCE_MS);
  }

  /// The calls that went on in another stream: each begins a conversation.
  private static Set<String> handedOver(Api api) {
    var found = new HashSet<String>();
    for (JsonNode call : records(api)) {
      String id = call.path("id").asText();
      var events = all(api, "/api/v1/calls/%s/events".formatted(id));
      if (events.stream().filter(one -> one.path("type").asText().equals("begun")).count() > 1) {
        found.add(id);
      }
    }
    return found;
  }

  /// For how long a caller at most heard nothing of the receptionist between two of her sentences,
  /// by the line's own clock; what the caller says meanwhile is in it.
  private long longestSilence(Api api) {
    long longest = 0;
    for (String sid : rung) {
      long until = Long.MAX_VALUE;
      for (JsonNode turn : seen(api, sid).path("turns")) {
        if (turn.path("speaker").asText().equals("receptionist")) {
          longest = Math.max(longest, turn.path("at_ms").asLong() - until);
          until = turn.path("until_ms").asLong();
        }
      }
    }
    return longest;
  }

  private static List<String> speakers(JsonNode seen) {
    return seen.path("turns").findValuesAsText("speaker");
  }

  private static JsonNode seen(Api api, String sid) {
    return api.get("/api/v1/sandbox/calls/" + sid).body();
  }

  private static JsonNode turns(Api api, JsonNode call) {
    String path = "/api/v1/calls/%s/transcript".formatted(call.path("id").asText());
    return api.get(path).body().path("turns");
  }

  private static List<JsonNode> records(Api api) {
    return all(api, "/api/v1/calls");
  }

  /// Whatever is listed there, however much it is.
  private static List<JsonNode> all(Api api, String path) {
    var found = new ArrayList<JsonNode>();
    String cursor = "";
    while (!cursor.equals("null")) {
      String next = cursor.isEmpty() ? "" : "&cursor=" + cursor;
      JsonNode page = api.get(path + "?limit=200" + next).body();
      page.path("data").forEach(found::add);
      cursor = page.path("next_cursor").asText("null");
    }
    return found;
  }
}
