package io.frontdesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Runs the benchmark and writes its report; see the page beside it.
final class Bench {
  private static final List<String> RELAY_JVM =
      List.of(
          "-Xms128m",
          "-Xmx128m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Options options;
  private final Cores cores;
  private final Path folder;

  private Bench(Options options, Cores cores, Path folder) {
    this.options = options;
    this.cores = cores;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    var options = Options.of(args);
    var cores = Cores.share();
    Cores.move(ProcessHandle.current().pid(), cores.generator());
    Path folder = Files.createTempDirectory("frontdesk-bench");
    try {
      new Bench(options, cores, folder).run();
    } finally {
      delete(folder);
    }
    System.exit(0);
  }

  private void run() throws IOException {
    if (options.soakMinutes() > 0) {
      soak();
      return;
    }
    List<Run> relay = new ArrayList<>();
    List<Run> service = new ArrayList<>();
    try (var generator = new Generator()) {
      for (int i = 1; i <= options.runs(); i++) {
        if (options.relayToo()) {
          relay.add(relay(generator, i));
        }
        service.add(service(generator, i));
        write(new Report(options, relay, service));
      }
    }
    System.out.println(new Report(options, relay, service).markdown());
  }

  /// After each run anew, so that what was measured is not lost.
  private void write(Report report) throws IOException {
    Files.createDirectories(options.out());
    Files.writeString(options.out().resolve("report.md"), report.markdown());
    Files.writeString(options.out().resolve("report.json"), report.json());
  }

  private void soak() throws IOException {
    var arguments = new ArrayList<>(options.service());
    arguments.addAll(Soak.WATCHFUL);
    try (var generator = new Generator();
        var subject = ServiceSubject.start(cores, arguments, generator.model(), folder)) {
      String report = new Soak(generator, subject, options.soakMinutes()).run();
      Files.createDirectories(options.out());
      Files.writeString(options.out().resolve("soak.md"), report);
      System.out.println(report);
    }
  }

  private Run relay(Generator generator, int run) {
    try (var subject =
        RelaySubject.start(
            cores.subject(), RELAY_JVM, generator.model(), folder.resolve("relay" + run))) {
      return told(
          "relay", run, new Session(generator, subject, options, run == options.runs()).run());
    }
  }

  private Run service(Generator generator, int run) throws IOException {
    Path own = Files.createDirectory(folder.resolve("service" + run));
    try (var subject = ServiceSubject.start(cores, options.service(), generator.model(), own)) {
      try {
        return told(
            "service", run, new Session(generator, subject, options, run == options.runs()).run());
      } catch (RuntimeException e) {
        System.err.println(subject.said());
        throw e;
      }
    }
  }

  /// Something to read meanwhile.
  private static Run told(String who, int number, Run run) {
    for (Figures step : run.steps()) {
      System.out.printf(
          Locale.ROOT,
          "run %d %-8s %5d calls: %.2f ms CPU, to model %.3f/%.3f, to caller %.3f/%.3f,"
              + " clear %.3f, lag %.1f, lost %d, dropped %d%s%n",
          number,
          who,
          step.calls(),
          step.cpu(),
          step.toModelP50(),
          step.toModelP99(),
          step.toCallerP50(),
          step.toCallerP99(),
          step.clearP50(),
          step.tickLagP99(),
          step.lost() + step.disordered(),
          step.dropped(),
          step.isVoid() ? " (void)" : "");
    }
    System.out.printf(
        Locale.ROOT,
        "run %d %-8s webhook %.1f/%.1f ms, greeting %.2f/%.2f ms, %.1f ms CPU a new call,"
            + " %.1f KiB of heap a call%n",
        number,
        who,
        run.webhookP50(),
        run.webhookP99(),
        run.greetingP50(),
        run.greetingP99(),
        run.arrivalCpu(),
        run.heapPerCall());
    return run;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
