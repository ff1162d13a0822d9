package io.frontdesk.sandbox;

import io.frontdesk.sandbox.openai.realtime.Pace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The flags of [SandboxMain].
///
/// @param twilioPort 0 = any free one
/// @param openAiPort 0 = any free one
/// @param data where the stand-ins keep what must survive a restart
/// @param service the service's public address; null if it runs on this machine
/// @param sessionLimit after which the model ends a session
record SandboxOptions(
    int twilioPort, int openAiPort, Path data, @Nullable URI service, Duration sessionLimit) {
  static final String USAGE =
      "flags: --twilio-port PORT, --openai-port PORT, --data FOLDER, --service URL,"
          + " --session-limit SECONDS";

  /// Reads the flags.
  ///
  /// @throws IllegalArgumentException with a sentence for the person who typed them
  static SandboxOptions parse(String... args) {
    var options =
        new SandboxOptions(9010, 9011, Path.of("data", "sandbox"), null, Pace.USUAL.sessionLimit());
    for (var rest = List.of(args).iterator(); rest.hasNext(); ) {
      options = options.with(rest.next(), rest);
    }
    return options;
  }

  private SandboxOptions with(String flag, Iterator<String> rest) {
    return switch (flag) {
      case "--twilio-port" ->
          new SandboxOptions(
              port(flag, value(flag, rest)), openAiPort, data, service, sessionLimit);
      case "--openai-port" ->
          new SandboxOptions(
              twilioPort, port(flag, value(flag, rest)), data, service, sessionLimit);
      case "--data" ->
          new SandboxOptions(
              twilioPort, openAiPort, Path.of(value(flag, rest)), service, sessionLimit);
      case "--service" ->
          new SandboxOptions(
              twilioPort, openAiPort, data, url(flag, value(flag, rest)), sessionLimit);
      case "--session-limit" ->
          new SandboxOptions(
              twilioPort, openAiPort, data, service, seconds(flag, value(flag, rest)));
      default ->
          throw new IllegalArgumentException("There is no flag %s (%s).".formatted(flag, USAGE));
    };
  }

  private static String value(String flag, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("The flag %s needs a value (%s).".formatted(flag, USAGE));
    }
    return rest.next();
  }

  private static int port(String flag, String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "%s is %s, which is no port (expected: 0 to 65535).".formatted(flag, text));
  }

  private static Duration seconds(String flag, String text) {
    if (text.matches("[1-9]\\d{0,4}")) {
      return Duration.ofSeconds(Integer.parseInt(text));
    }
    throw new IllegalArgumentException(
        "%s is %s, which is no time (expected: 1 to 99999 seconds).".formatted(flag, text));
  }

  private static URI url(String flag, String text) {
    try {
      var url = URI.create(text);
      if (url.getHost() != null && ("" + url.getScheme()).matches("https?")) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "%s is %s, which is no address (expected: like https://voice.example.com)."
            .formatted(flag, text));
  }
}
