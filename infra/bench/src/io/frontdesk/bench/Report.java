package io.frontdesk.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What was measured, for people and for programs: the median of all runs, of steps that are not
/// void.
final class Report {
  private static final List<Integer> CPU_GATED = List.of(200, 400);

  private final Options options;
  private final List<Run> relay;
  private final List<Run> service;
  private final List<String> verdicts = new ArrayList<>();

  Report(Options options, List<Run> relay, List<Run> service) {
    this.options = options;
    this.relay = relay;
    this.service = service;
    for (int calls : options.steps()) {
      if (calls <= Session.LAST_GATED) {
        judge(calls);
      }
    }
    judgeRuns();
  }

  String json() {
    var mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    try {
      return mapper.writeValueAsString(
          Map.of("relay", relay, "service", service, "verdicts", verdicts));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  String markdown() {
    var text = new StringBuilder("# The voice bridge, measured\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "Medians of %d run(s), %d s a step. Times in milliseconds; CPU per call and"
                + " second.%n%n",
            service.size(),
            options.seconds()));
    text.append(
        "| calls | | CPU | to model p50 | p99 | to caller p50 | p99 | `clear` p50 | p99 | lost |"
            + " generator's lag p99 | stolen % | void |\n|--:|---|"
            + "--:|".repeat(10)
            + "---|\n");
    for (int calls : options.steps()) {
      row(text, calls, "relay", relay);
      row(text, calls, "service", service);
    }
    text.append(
            "\n"
                + "| | webhook p50 | p99 | first frame p50 | p99 | CPU a new call | heap a call,"
                + " KiB | resident | not answered | generator's lag p99 | warm-ups | void |\n")
        .append("|---|")
        .append("--:|".repeat(10))
        .append("---|\n");
    runRow(text, "relay", relay);
    runRow(text, "service", service);
    text.append("\n## Beside what was to be reached\n\n");
    verdicts.forEach(line -> text.append("- ").append(line).append('\n'));
    return text.toString();
  }

  private void row(StringBuilder text, int calls, String who, List<Run> runs) {
    List<Figures> all = steps(runs, calls);
    if (all.isEmpty()) {
      return;
    }
    long voids = all.stream().filter(Figures::isVoid).count();
    text.append(String.format(Locale.ROOT, "| %d | %s ", calls, who));
    List<ToDoubleFunction<Figures>> columns =
        List.of(
            Figures::cpu,
            Figures::toModelP50,
            Figures::toModelP99,
            Figures::toCallerP50,
            Figures::toCallerP99,
            Figures::clearP50,
            Figures::clearP99);
    for (var column : columns) {
      text.append("| " + number("%.3f", median(all, column)) + " ");
    }
    text.append(
        String.format(
            Locale.ROOT,
            "| %d | %.2f | %.1f | %s |%n",
            all.stream().mapToLong(f -> f.lost() + f.disordered() + f.dropped()).sum(),
            middle(all.stream().mapToDouble(Figures::tickLagP99)),
            100 * middle(all.stream().mapToDouble(Figures::stolen)),
            voids == 0 ? "" : voids + " of " + all.size()));
  }

  private static void runRow(StringBuilder text, String who, List<Run> runs) {
    if (runs.isEmpty()) {
      return;
    }
    text.append("| ").append(who).append(" |");
    List<ToDoubleFunction<Run>> columns =
        List.of(
            arrivals(Arrivals::webhookP50),
            arrivals(Arrivals::webhookP99),
            arrivals(Arrivals::greetingP50),
            arrivals(Arrivals::greetingP99),
            arrivals(Arrivals::cpu),
            Run::heapPerCall,
            Run::residentPerCall,
            run -> run.arrivals().unanswered(),
            run -> run.arrivals().tickLagP99(),
            Run::warmUps);
    for (var column : columns) {
      text.append(' ').append(number("%.2f", overRuns(runs, column))).append(" |");
    }
    long voids = runs.stream().filter(run -> run.arrivals().isVoid()).count();
    text.append(voids == 0 ? " |\n" : " %d of %d |%n".formatted(voids, runs.size()));
  }

  private void judge(int calls) {
    List<Figures> ours = steps(service, calls);
    List<Figures> theirs = steps(relay, calls);
    if (!theirs.isEmpty()) {
      if (CPU_GATED.contains(calls)) {
        ratio(calls, "CPU", ours, theirs, Figures::cpu, 1.3);
      }
      ratio(calls, "to model, p50", ours, theirs, Figures::toModelP50, 2);
      ratio(calls, "to model, p99", ours, theirs, Figures::toModelP99, 3);
      ratio(calls, "to caller, p50", ours, theirs, Figures::toCallerP50, 2);
      ratio(calls, "to caller, p99", ours, theirs, Figures::toCallerP99, 3);
      ratio(calls, "`clear`, p50", ours, theirs, Figures::clearP50, 2);
    }
    limit(calls + " calls: to model, p50, ms", median(ours, Figures::toModelP50), 1);
    limit(calls + " calls: to caller, p50, ms", median(ours, Figures::toCallerP50), 1);
    limit(
        calls + " calls: lost, out of order or dropped",
        ours.stream().mapToDouble(f -> f.lost() + f.disordered() + f.dropped()).sum(),
        0);
  }

  private void judgeRuns() {
    limit("heap of an idle call, KiB", overRuns(service, Run::heapPerCall), 64);
    limit(
        "stream start to first frame, p50, ms",
        overRuns(service, arrivals(Arrivals::greetingP50)),
        5);
    if (!relay.isEmpty()) {
      limit(
          "webhook to TwiML, p50, ms more than the relay",
          overRuns(service, arrivals(Arrivals::webhookP50))
              - overRuns(relay, arrivals(Arrivals::webhookP50)),
          10);
    }
    limit(
        "new calls that were not answered",
        service.stream().mapToDouble(run -> run.arrivals().unanswered()).sum(),
        0);
  }

  /// Of arrivals that are not void.
  private static ToDoubleFunction<Run> arrivals(ToDoubleFunction<Arrivals> figure) {
    return run -> run.arrivals().isVoid() ? Double.NaN : figure.applyAsDouble(run.arrivals());
  }

  /// The middle one of the ratios of all runs, each of steps that followed each other.
  private void ratio(
      int calls,
      String what,
      List<Figures> ours,
      List<Figures> theirs,
      ToDoubleFunction<Figures> figure,
      double most) {
    limit(
        calls + " calls: " + what + ", times the relay's",
        middle(
            IntStream.range(0, Math.min(ours.size(), theirs.size()))
                .filter(run -> !ours.get(run).isVoid() && !theirs.get(run).isVoid())
                .mapToDouble(
                    run ->
                        figure.applyAsDouble(ours.get(run))
                            / figure.applyAsDouble(theirs.get(run)))),
        most);
  }

  private void limit(String what, double value, double most) {
    String verdict = Double.isNaN(value) ? "void" : value <= most ? "met" : "MISSED";
    verdicts.add(
        String.format(
            Locale.ROOT,
            "%s: %s %s (at most %s)",
            verdict,
            what,
            Double.isNaN(value) ? "not known" : number("%.2f", value),
            number("%.1f", most)));
  }

  private static String number(String format, double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return value == Histogram.MOST_MS ? "over 200" : String.format(Locale.ROOT, format, value);
  }

  private static List<Figures> steps(List<Run> runs, int calls) {
    return runs.stream()
        .flatMap(run -> run.steps().stream())
        .filter(step -> step.calls() == calls)
        .toList();
  }

  private static double median(List<Figures> steps, ToDoubleFunction<Figures> figure) {
    return middle(steps.stream().filter(step -> !step.isVoid()).mapToDouble(figure));
  }

  private static double overRuns(List<Run> runs, ToDoubleFunction<Run> figure) {
    return middle(runs.stream().mapToDouble(figure));
  }

  private static double middle(DoubleStream values) {
    double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
