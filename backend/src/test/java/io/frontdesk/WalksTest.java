package io.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.frontdesk.testing.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What the README and docs/ tell people to type works as it is written there.
@Execution(ExecutionMode.CONCURRENT)
class WalksTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\\n(.*?)^ *```$");

  @TempDir Path folder;

  @BeforeEach
  void withTheirTools() {
    if (System.getenv("CI") == null) {
      assumeThat(List.of("bash", "curl", "jq")).allMatch(WalksTest::isInstalled);
    }
  }

  @Test
  void theReadmeLeadsFromSignUpToALead() throws Exception {
    String shell = walk("../README.md", "## From sign-up to a lead, by curl");

    assertThat(shell).contains("\"name\": \"Ace Garage Doors\"");
    assertThat(shell).contains("\"new_lead_books_visit\"", "\"state\": \"completed\"");
    assertThat(shell).containsPattern("(?m)^receptionist: ").containsPattern("(?m)^caller: ");
    assertThat(shell).contains("\"name\": \"Anna Miller\"", "\"phone\": \"+12125550142\"");
  }

  @Test
  void programsAreLedFromNothingToAListedCall() throws Exception {
    String shell = walk("../docs/programs.md", "## From nothing to a listed call, by curl");

    assertThat(shell).contains("\"name\": \"Our CRM\"", "\"calls:read\"", "\"call_sid\": \"CA");
    assertThat(shell).containsPattern("\"state\": \"(ringing|in_progress|completed)\"");
    assertThat(shell).contains("\"status\": 403", "messages:read");
  }

  /// Types all that a section has in its blocks, one after the other.
  ///
  /// @return what came back
  private String walk(String page, String heading) throws Exception {
    String section = section(Files.readString(Path.of(page)), heading);
    assertThat(section).contains("http://localhost:8080");
    try (var service = ServiceProcess.start(folder.resolve("data"), Map.of())) {
      String address = service.awaitOpen().toString().replaceFirst("/$", "");
      String script = section.replace("http://localhost:8080", address);
      return run(List.of("bash", "-euo", "pipefail", "-c", script));
    }
  }

  private static String section(String text, String heading) {
    String section = text.substring(text.indexOf(heading) + heading.length()).split("\n## ", 2)[0];
    return BLOCK
        .matcher(section)
        .results()
        .map(MatchResult::group)
        .map(block -> block.replaceAll("(?m)^ *```$", "").stripIndent())
        .reduce("", String::concat);
  }

  private String run(List<String> command) throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(15, TimeUnit.MINUTES)).as(Files.readString(output)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
      return Files.readString(output);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static boolean isInstalled(String program) {
    return Pattern.compile(Pattern.quote(System.getProperty("path.separator")))
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
