package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.TwoNodes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What people do with a call whose stream is on another node than the one that they ask.
@Execution(ExecutionMode.CONCURRENT)
class LiveCallElsewhereTest {
  private static final String WORDS = "Our van is on its way to you.";

  @TempDir Path data;

  @Test
  void theCallComesBackWithTheWordsAndIsHungUpOn() {
    try (var nodes = TwoNodes.start(data)) {
      Owner owner = Owner.signUp(nodes.one(), "Ace Garage Doors");
      String number = owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText();
      String sid =
          owner
              .api()
              .post(
                  "/api/v1/sandbox/calls",
                  "{'scenario': 'says_nothing', 'to': '%s'}".formatted(number))
              .body()
              .path("call_sid")
              .asText();
      Api elsewhere = owner.logIn(nodes.other().api());
      String path =
          "/api/v1/calls/"
              + await()
                  .until(
                      () -> elsewhere.get("/api/v1/calls/active").body().at("/data/0/id").asText(),
                      id -> !id.isEmpty());
      await("the greeting is heard")
          .until(() -> !elsewhere.get(path + "/transcript").body().path("turns").isEmpty());

      assertThat(elsewhere.post(path + "/say", "{'text': '%s'}".formatted(WORDS)).status())
          .isEqualTo(202);

      await("the caller has heard it")
          .until(
              () -> texts(owner.api().get("/api/v1/sandbox/calls/" + sid).body()).contains(WORDS));
      assertThat(elsewhere.get(path).body().path("ended_at").isNull()).isTrue();

      assertThat(elsewhere.post(path + "/hangup", "{}").status()).isEqualTo(204);
      await().until(() -> elsewhere.get(path).body().path("ended_at").isTextual());
    }
  }

  private static String texts(JsonNode report) {
    return String.join(" ", report.path("turns").findValuesAsText("words"));
  }
}
