package io.frontdesk.conversation.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.call.CallEvent;
import io.frontdesk.call.CallEvents;
import io.frontdesk.call.EventChunk;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operators read of a call, and make of it.
class ReplayCommandTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final UUID call = new PracticeCalls(service, owner.tenant()).answered();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void aCallIsToldAndGoesTheSameWayAgain() throws Exception {
    happens(recorded().events());

    assertThat(replay(call.toString())).isTrue();
    assertThat(said.toString(UTF_8))
        .contains("Call " + call)
        .contains("caller_started_speaking")
        .contains("-> close")
        .contains("each leads to what it led to then");
  }

  @Test
  void theFirstDifferenceIsShown() throws Exception {
    happens(
        recorded().events().stream()
            .map(e -> new CallEvent(e.at(), e.type(), e.data(), List.of()))
            .toList());

    assertThat(replay(call.toString())).isFalse();
    assertThat(said.toString(UTF_8).lines().dropWhile(line -> !line.startsWith("It goes another")))
        .anyMatch(line -> line.endsWith("then -> nothing"))
        .anyMatch(line -> line.contains("now  -> play_greeting"));
  }

  @Test
  void aTestOfTheCallIsWritten() throws Exception {
    happens(recorded().events());
    Path file = folder.resolve("call.json");

    replay(call.toString(), "--test", file.toString());
    assertThat(Replay.of(RecordedCall.parse(Files.readString(file)).events()).firstDifference())
        .isEmpty();
  }

  @Test
  void whatCannotBeToldIsSaid() {
    assertThatThrownBy(() -> replay(call.toString())).hasMessageContaining("Nothing is written");
    assertThatThrownBy(() -> replay(UUID.randomUUID().toString()))
        .hasMessageContaining("There is no call");
    assertThatThrownBy(() -> replay("x")).hasMessageContaining("It is used so");
    assertThatThrownBy(() -> replay()).hasMessageContaining("It is used so");
    assertThatThrownBy(() -> replay(call.toString(), "--test"))
        .hasMessageContaining("It is used so");
  }

  private boolean replay(String... words) throws SQLException, IOException {
    try (var connection = TestDatabase.logins().owner().connect()) {
      return new ReplayCommand(connection, new PrintStream(said, true, UTF_8)).run(List.of(words));
    }
  }

  private void happens(List<CallEvent> events) {
    String json = events.stream().map(LogFormat::write).collect(Collectors.joining(",", "[", "]"));
    service
        .bean(CallEvents.class)
        .append(owner.tenant(), call, new EventChunk(events.size(), json));
  }

  private static RecordedCall recorded() throws IOException {
    return RecordedCall.parse(
        Files.readString(Path.of("src/test/resources/calls/hangs-up-mid-word.json")));
  }
}
