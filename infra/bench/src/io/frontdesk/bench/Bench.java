package io.frontdesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

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
        measure(generator, i, relay, service);
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

  /// Both stand beside each other on the same processor and take each step in turn, so that what
  /// the machine does meanwhile happens to both.
  private void measure(Generator generator, int run, List<Run> relay, List<Run> service)
      throws IOException {
    Path own = Files.createDirectory(folder.resolve("service" + run));
    try (var subject = ServiceSubject.start(cores, options.service(), generator.model(), own);
        var limit =
            RelaySubject.start(
                cores.subject(), relayJvm(), generator.model(), folder.resolve("relay" + run))) {
      var sessions = new LinkedHashMap<String, Session>();
      if (options.relayToo()) {
        sessions.put("relay", new Session(generator, limit, options));
      }
      sessions.put("service", new Session(generator, subject, options));
      try {
        sessions.values().forEach(Session::warmUp);
        sessions.values().forEach(Session::arrive);
        for (int calls : steps(run)) {
          sessions.forEach((who, session) -> tell(run, who, session.step(calls)));
        }
      } catch (RuntimeException e) {
        System.err.println(subject.said());
        throw e;
      }
      sessions.forEach((who, session) -> tell(run, who, session.result()));
      relay.addAll(Stream.ofNullable(sessions.get("relay")).map(Session::result).toList());
      service.add(Objects.requireNonNull(sessions.get("service")).result());
    }
  }

  private static List<String> relayJvm() {
    return Stream.concat(RELAY_JVM.stream(), Options.COMMON_JVM.stream()).toList();
  }

  /// The last run alone goes through steps that are only reported.
  private List<Integer> steps(int run) {
    return options.steps().stream()
        .filter(calls -> run == options.runs() || calls <= Session.LAST_GATED)
        .toList();
  }

  /// Something to read meanwhile.
  private static void tell(int run, String who, Figures step) {
    System.out.printf(
        Locale.ROOT,
        "run %d %-8s %5d calls: %.2f ms CPU, to model %.3f/%.3f, to caller %.3f/%.3f,"
            + " clear %.3f, lag %.1f, lost %d, dropped %d%s%n",
        run,
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

  private static void tell(int number, String who, Run run) {
    Arrivals arrivals = run.arrivals();
    System.out.printf(
        Locale.ROOT,
        "run %d %-8s webhook %.1f/%.1f ms, greeting %.2f/%.2f ms, %.1f ms CPU a new call, %d not"
            + " answered, lag %.1f%s, %.1f KiB of heap a call, %d warm-ups%n",
        number,
        who,
        arrivals.webhookP50(),
        arrivals.webhookP99(),
        arrivals.greetingP50(),
        arrivals.greetingP99(),
        arrivals.cpu(),
        arrivals.unanswered(),
        arrivals.tickLagP99(),
        arrivals.isVoid() ? " (void)" : "",
        run.heapPerCall(),
        run.warmUps());
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
