package io.frontdesk.conversation.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Calls that were held once (`replay <call id> --test <file>`): each still goes the same way.
///
/// When the rules of conversations change on purpose, `-Drecorded-calls=rewrite` writes what the
/// same events lead to now; the difference shows what the change means for real calls.
class RecordedCallsTest {
  private static final Path CALLS = Path.of("src/test/resources/calls");

  @TestFactory
  List<DynamicTest> eachCallGoesAsItWent() throws IOException {
    try (Stream<Path> files = Files.list(CALLS)) {
      var calls = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertThat(calls).isNotEmpty();
      return calls.stream()
          .map(file -> dynamicTest(file.getFileName().toString(), () -> replays(file)))
          .toList();
    }
  }

  private static void replays(Path file) throws IOException {
    var call = RecordedCall.parse(Files.readString(file));
    if ("rewrite".equals(System.getProperty("recorded-calls"))) {
      Files.writeString(file, call.replayed().text());
      return;
    }
    assertThat(Replay.of(call.events()).firstDifference()).isEmpty();
    assertThat(call.text()).as("as it would be written").isEqualTo(Files.readString(file));
  }
}
