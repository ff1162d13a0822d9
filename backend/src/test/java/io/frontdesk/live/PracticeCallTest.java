package io.frontdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A whole practice call, watched from its first word to its analysis.
@Execution(ExecutionMode.CONCURRENT)
class PracticeCallTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void aCallIsWatchedFromItsFirstWordToItsAnalysis() {
    String number = owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText();
    try (var viewer = LiveViewer.of(service, owner)) {
      viewer.next("live.snapshot");
      owner
          .api()
          .post(
              "/api/v1/sandbox/calls",
              "{'scenario': 'message_after_hours', 'to': '%s'}".formatted(number));
      JsonNode analyzed = viewer.next("call.analyzed").path("data");
      String call = analyzed.path("id").asText();

      assertThat(viewer.types())
          .containsSubsequence(
              "live.snapshot",
              "call.started",
              "turn.partial",
              "turn.final",
              "tool.started",
              "message.taken",
              "tool.finished",
              "call.ended",
              "call.analyzed");
      assertThat(analyzed.path("summary").asText()).isNotBlank();
      assertThat(analyzed.at("/cost/amount_micros").asLong()).isPositive();
      assertThat(viewer.next("tool.started").at("/data/name").asText()).isEqualTo("take_message");
      assertThat(viewer.next("tool.finished").at("/data/ok").asBoolean()).isTrue();
      assertThat(viewer.next("message.taken").at("/data/call_id").asText()).isEqualTo(call);
      List<JsonNode> turns =
          viewer.told("turn.final").stream().map(told -> told.path("data")).toList();
      assertThat(turns)
          .containsExactlyElementsOf(turnsWithTheirCall(call))
          .allSatisfy(turn -> grewWordByWord(viewer, turn));
    }
  }

  private List<JsonNode> turnsWithTheirCall(String call) {
    var turns = owner.api().get("/api/v1/calls/" + call + "/transcript").body().path("turns");
    return turns
        .valueStream()
        .<JsonNode>map(turn -> turn.withObject("").put("call_id", call))
        .toList();
  }

  /// Before a turn was told as a whole, more and more of it was; in how many steps, depends on how
  /// much else there is to do.
  private static void grewWordByWord(LiveViewer viewer, JsonNode turn) {
    List<String> grown =
        viewer.told("turn.partial").stream()
            .map(told -> told.path("data"))
            .filter(partial -> partial.path("index").equals(turn.path("index")))
            .filter(partial -> partial.path("speaker").equals(turn.path("speaker")))
            .map(partial -> partial.path("text").asText())
            .toList();

    assertThat(grown).hasSizeGreaterThan(1);
    assertThat(grown)
        .isSortedAccordingTo((one, next) -> Integer.compare(one.length(), next.length()));
    assertThat(turn.path("text").asText()).startsWith(grown.getLast().strip());
  }
}
