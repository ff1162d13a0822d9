package io.frontdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.sandbox.twilio.DataTaken;
import io.frontdesk.sandbox.wire.PortTaken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxMainTest {
  private static final Pattern EXPORT = Pattern.compile("export (\\w+)=(\\S+)");

  @TempDir Path data;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void printsAnEnvironmentThatWorks() throws Exception {
    try (var sandbox = start()) {
      assertThat(sandbox).isNotNull();
      var environment = environment();

      assertThat(environment).containsKeys("OPENAI_REALTIME_URL", "OPENAI_API_KEY");
      assertThat(
              status(environment.get("TWILIO_API_URL") + "/sandbox/scenarios", basic(environment)))
          .isEqualTo(200);
      assertThat(
              status(
                  environment.get("OPENAI_API_URL") + "/models",
                  "Bearer " + environment.get("OPENAI_API_KEY")))
          .isEqualTo(200);
    }
  }

  @Test
  void aSecondStartPrintsTheSameSecrets() {
    start().close();
    var first = environment();
    printed.reset();
    start().close();

    assertThat(environment())
        .containsEntry("TWILIO_ACCOUNT_SID", first.get("TWILIO_ACCOUNT_SID"))
        .containsEntry("TWILIO_AUTH_TOKEN", first.get("TWILIO_AUTH_TOKEN"))
        .containsEntry("OPENAI_API_KEY", first.get("OPENAI_API_KEY"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port 1                  | There is no flag --port (flags: --twilio-port PORT, --openai-port PORT, --data FOLDER, --service URL, --session-limit SECONDS).
          --data                    | The flag --data needs a value (flags: --twilio-port PORT, --openai-port PORT, --data FOLDER, --service URL, --session-limit SECONDS).
          --twilio-port x           | --twilio-port is x, which is no port (expected: 0 to 65535).
          --session-limit 0         | --session-limit is 0, which is no time (expected: 1 to 99999 seconds).
          --openai-port 65536       | --openai-port is 65536, which is no port (expected: 0 to 65535).
          --service voice.example   | --service is voice.example, which is no address (expected: like https://voice.example.com).
          """)
  void badFlagsAreToldInOneSentence(String flags, String sentence) {
    assertThatThrownBy(() -> SandboxOptions.parse(flags.split(" ", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void aTakenPortOrFolderIsToldAndNothingStaysBehind() throws IOException {
    try (var other = new ServerSocket(0)) {
      var port = Integer.toString(other.getLocalPort());

      assertThatThrownBy(() -> start("--twilio-port", port)).isInstanceOf(PortTaken.class);
      assertThatThrownBy(() -> start("--openai-port", port)).isInstanceOf(PortTaken.class);
    }
    try (var running = start()) {
      assertThat(running).isNotNull();
      assertThatThrownBy(this::start).isInstanceOf(DataTaken.class);
    }
  }

  private SandboxMain start(String... more) {
    var usual = new String[] {"--twilio-port", "0", "--openai-port", "0", "--data", "" + data};
    var args = java.util.stream.Stream.of(usual, more).flatMap(java.util.Arrays::stream);
    return SandboxMain.start(
        new PrintStream(printed, true, StandardCharsets.UTF_8), args.toArray(String[]::new));
  }

  private Map<String, String> environment() {
    return EXPORT
        .matcher(printed.toString(StandardCharsets.UTF_8))
        .results()
        .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
  }

  private static String basic(Map<String, String> environment) {
    var credentials =
        environment.get("TWILIO_ACCOUNT_SID") + ":" + environment.get("TWILIO_AUTH_TOKEN");
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  private static int status(String url, String authorization)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", authorization).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
