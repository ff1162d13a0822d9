package io.frontdesk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Java process that is measured.
final class Child implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final int STOP_S = 30;
  private static final Pattern SETTING =
      Pattern.compile("(DATABASE|TWILIO|OPENAI|SECRETS|FRONTDESK|MICRONAUT|SMTP|REDIS|WEBHOOK)_.*");

  private final Process process;
  private final Path output;

  private Child(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /// @param cores that it may use
  /// @param arguments of `java`
  /// @param output what it says goes there
  static Child start(
      String cores, List<String> arguments, Map<String, String> environment, Path output) {
    var command = new ArrayList<>(Cores.on(cores));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    try {
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> SETTING.matcher(name).matches());
      builder.environment().putAll(environment);
      return new Child(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `taskset` becomes what it starts.
  long pid() {
    return process.pid();
  }

  String said() {
    try {
      return Files.readString(output, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until it says this, and gives the first group of it.
  String awaits(Pattern wanted) {
    await(
        "the process to say " + wanted,
        START,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("it has ended:\n" + said());
          }
          return wanted.matcher(said()).find();
        });
    Matcher found = wanted.matcher(said());
    return found.find() ? found.group(1) : "";
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_S, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// Waits until something is so.
  static void await(String what, Duration within, BooleanSupplier isSo) {
    long until = System.nanoTime() + within.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("waited in vain for " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
