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

/// What was measured, for people and for programs: the median of all runs, of steps that are not
/// void.
final class Report {
  private static final int LAST_GATED = 400;
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
      if (calls <= LAST_GATED) {
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
                + " KiB | resident |\n")
        .append("|---|--:|--:|--:|--:|--:|--:|--:|\n");
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
            Run::webhookP50,
            Run::webhookP99,
            Run::greetingP50,
            Run::greetingP99,
            Run::arrivalCpu,
            Run::heapPerCall,
            Run::residentPerCall);
    for (var column : columns) {
      text.append(' ').append(number("%.2f", overRuns(runs, column))).append(" |");
    }
    text.append('\n');
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
    limit("stream start to first frame, p50, ms", overRuns(service, Run::greetingP50), 5);
    if (!relay.isEmpty()) {
      limit(
          "webhook to TwiML, p50, ms more than the relay",
          overRuns(service, Run::webhookP50) - overRuns(relay, Run::webhookP50),
          10);
    }
  }

  private void ratio(
      int calls,
      String what,
      List<Figures> ours,
      List<Figures> theirs,
      ToDoubleFunction<Figures> figure,
      double most) {
    limit(
        calls + " calls: " + what + ", times the relay's",
        median(ours, figure) / median(theirs, figure),
        most);
  }

  private void limit(String what, double value, double most) {
    String verdict = Double.isNaN(value) ? "void" : value <= most ? "pass" : "MISS";
    verdicts.add(
        String.format(Locale.ROOT, "%s: %s %.2f (at most %s)", verdict, what, value, most));
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
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
