package io.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.testing.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The pages in a real browser against the whole service and its sandbox: runs the tests of
/// `frontend/browser` and tells of each under its own name.
class BrowserIT {
  private static final Path FRONTEND = Path.of("../frontend");
  private static final Path PAGES = Path.of("target/classes/public/index.html");
  private static final Duration WITHIN = Duration.ofMinutes(40);

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> pages() throws Exception {
    if (Files.notExists(PAGES)) {
      abort("The pages are not built (frontend.skip), so no browser looks at them.");
    }
    var report = folder.resolve("report.json");
    var output = folder.resolve("output");
    var exitCode = run(report, output);
    if (Files.notExists(report)) {
      return List.of(dynamicTest("the browser tests run", () -> verdict(exitCode, output)));
    }
    return new ObjectMapper()
        .readTree(report.toFile())
        .path("testResults")
        .valueStream()
        .flatMap(BrowserIT::tests)
        .toList();
  }

  /// @return the exit code
  private static int run(Path report, Path output) throws IOException, InterruptedException {
    try (var service = RunningService.shared()) {
      var command =
          List.of(
              "node",
              "browser/run.mjs",
              "--reporter=verbose",
              "--reporter=json",
              "--outputFile.json=" + report);
      var builder =
          new ProcessBuilder(command)
              .directory(FRONTEND.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("FRONTDESK_URL", service.url().toString());
      var process = builder.start();
      if (!process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        fail("not done within %s:%n%s", WITHIN, Files.readString(output));
      }
      System.out.println(Files.readString(output));
      return process.exitValue();
    }
  }

  /// Nothing ran: there is no browser (which `run.mjs` forgives outside of CI), or worse.
  private static void verdict(int exitCode, Path output) throws IOException {
    var said = Files.readString(output).strip();
    assertThat(exitCode).as(said).isZero();
    abort(said);
  }

  private static Stream<DynamicTest> tests(JsonNode file) {
    List<DynamicTest> tests = new ArrayList<>();
    file.path("assertionResults")
        .forEach(
            test -> tests.add(dynamicTest(test.path("fullName").asText(), () -> verify(test))));
    if (tests.isEmpty()) {
      var said = file.path("message").asText();
      tests.add(dynamicTest(file.path("name").asText(), () -> fail(said)));
    }
    return tests.stream();
  }

  private static void verify(JsonNode test) {
    var messages = test.path("failureMessages").valueStream().map(JsonNode::asText).toList();
    assertThat(test.path("status").asText()).as(String.join("\n", messages)).isEqualTo("passed");
  }
}
