package io.frontdesk.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.database.ThrowawayServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/// The service as people start it: a process of its own with the class path of its users, not of
/// the tests.
public final class ServiceProcess implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofMinutes(5);
  private static final Path CLASS_PATH = Path.of("target/service-class-path");
  private static final List<String> JVM =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dfrontdesk.stop-with-starter=true");
  private static final Pattern OPEN = Pattern.compile("Frontdesk is open at (http\\S+)");

  private final Process process;
  private final Path output;
  private final Path errors;

  private ServiceProcess(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /// Starts the service with its data in a folder, on a free port unless the environment names one.
  public static ServiceProcess start(Path data, Map<String, String> environment) {
    return start(List.of(), data, environment);
  }

  /// Starts it as Maven does, from another process: that one is what can be killed here.
  public static ServiceProcess startFromAnother(Path data) {
    return start(List.of("sh", "-c", "\"$@\" & wait", "sh"), data, Map.of());
  }

  private static ServiceProcess start(
      List<String> starter, Path data, Map<String, String> environment) {
    try {
      List<String> command = new ArrayList<>(starter);
      command.add(ProcessHandle.current().info().command().orElse("java"));
      command.addAll(JVM);
      command.addAll(List.of("-cp", "target/classes:" + Files.readString(CLASS_PATH)));
      command.add("io.frontdesk.Frontdesk");
      ThrowawayServer.shareProgramsWith(data);
      var output = Files.createTempFile("service", ".out");
      var errors = Files.createTempFile("service", ".err");
      var builder =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().keySet().removeIf(ServiceProcess::isSetting);
      builder.environment().putAll(Map.of("DATA_DIR", data.toString(), "PORT", "-1"));
      builder.environment().putAll(environment);
      return new ServiceProcess(builder.start(), output, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until the service serves.
  ///
  /// @return the address it printed
  public URI awaitOpen() {
    return URI.create(
        Awaitility.await("the service is open")
            .atMost(WITHIN)
            .failFast(() -> assertThat(process.isAlive()).as(transcript()).isTrue())
            .until(() -> OPEN.matcher(output()), Matcher::find)
            .group(1));
  }

  /// A client that is not signed in, once the service serves.
  public Api api() {
    return new Api(awaitOpen(), null);
  }

  public boolean hasEnded() {
    return !process.isAlive();
  }

  /// Waits until the process has ended.
  ///
  /// @return its exit code
  public int awaitEnd() {
    Awaitility.await("the service has ended").atMost(WITHIN).until(() -> !process.isAlive());
    return process.exitValue();
  }

  /// What it wrote to stdout so far.
  public String output() {
    return read(output);
  }

  /// What it wrote to stderr so far.
  public String errors() {
    return read(errors);
  }

  public long pid() {
    return process.pid();
  }

  /// Ends it as `kill -9` does: nothing of it runs any more.
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /// Asks it to end, by SIGTERM, and does not wait.
  public void stop() {
    process.destroy();
  }

  /// Ends it as Ctrl-C does, and waits.
  @Override
  public void close() throws IOException {
    process.destroy();
    awaitEnd();
    Files.deleteIfExists(output);
    Files.deleteIfExists(errors);
  }

  private String transcript() {
    return "%s%n%s".formatted(output(), errors());
  }

  /// The machine's own settings would choose another database, or a real telephone line.
  private static boolean isSetting(String variable) {
    return Pattern.matches(
        "(DATABASE|TWILIO|OPENAI|SECRETS|FRONTDESK|MICRONAUT|SMTP|REDIS|WEBHOOK|TRUSTED|CORS|LIMITS|FETCH|ARRIVAL|JDK_JAVA)_.*",
        variable);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
