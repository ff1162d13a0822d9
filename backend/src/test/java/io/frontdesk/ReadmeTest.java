package io.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.frontdesk.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What the README tells people to type works as it is written there.
@Execution(ExecutionMode.CONCURRENT)
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\\n(.*?)^ *```$");
  private static final String WALK = "## From sign-up to a lead, by curl";

  @TempDir Path folder;

  @Test
  void theWalkByCurlLeadsFromSignUpToALead() throws Exception {
    if (System.getenv("CI") == null) {
      assumeThat(List.of("bash", "curl", "jq")).allMatch(ReadmeTest::isInstalled);
    }
    try (var service = ServiceProcess.start(folder.resolve("data"), Map.of())) {
      String address = service.awaitOpen().toString().replaceFirst("/$", "");
      assertThat(walk()).contains("http://localhost:8080");
      var shell =
          run(
              List.of(
                  "bash",
                  "-euo",
                  "pipefail",
                  "-c",
                  walk().replace("http://localhost:8080", address)));

      assertThat(shell).contains("\"name\": \"Ace Garage Doors\"");
      assertThat(shell).contains("\"new_lead_books_visit\"", "\"state\": \"completed\"");
      assertThat(shell).containsPattern("(?m)^receptionist: ").containsPattern("(?m)^caller: ");
      assertThat(shell).contains("\"name\": \"Anna Miller\"", "\"phone\": \"+12125550142\"");
    }
  }

  /// All that the walk has in its blocks, one after the other, as somebody types it.
  private static String walk() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    String section = readme.substring(readme.indexOf(WALK) + WALK.length()).split("\n## ", 2)[0];
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
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(Files.readString(output)).isTrue();
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
