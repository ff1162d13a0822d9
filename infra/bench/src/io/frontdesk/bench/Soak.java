package io.frontdesk.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;

/// Lets callers come and go for a long time, in every way in which calls end, and looks what is
/// left of them.
final class Soak {
  /// Every buffer is watched.
  static final List<String> WATCHFUL =
      List.of(
          "-Dio.netty.leakDetection.level=paranoid",
          "-XX:+ExitOnOutOfMemoryError",
          // A model that a quarter of the callers lose would be skipped, and no stream be opened.
          "-Dvoice.provider-pause=1ms");

  private static final int AT_ONCE = 60;
  private static final int SHORTEST_MS = 500;
  private static final int LONGEST_MS = 30_000;
  private static final int BETWEEN_CALLS_MS = 100;
  private static final Duration REST = Duration.ofMinutes(4);
  private static final Duration WARM_UP = Duration.ofSeconds(40);

  private final Generator generator;
  private final ServiceSubject subject;
  private final double minutes;
  private final Crowd crowd;
  private final Random random = new Random(1);
  private final PriorityQueue<Talking> talking =
      new PriorityQueue<>(Comparator.comparingLong(Talking::until));
  private final Map<Ending, Integer> ended = new EnumMap<>(Ending.class);
  private final List<PhoneSide> leavers = new ArrayList<>();
  private final Map<String, Integer> refused = new TreeMap<>();

  /// How a call ends.
  private enum Ending {
    HANGS_UP,
    CONNECTION_ENDS,
    CONNECTION_IS_RESET,
    MODEL_IS_LOST
  }

  private record Talking(PhoneSide phone, long until, Ending ending) {}

  Soak(Generator generator, ServiceSubject subject, double minutes) {
    this.generator = generator;
    this.subject = subject;
    this.minutes = minutes;
    this.crowd = new Crowd(generator, subject);
  }

  String run() {
    callersComeAndGo(WARM_UP);
    Residue before = rest();
    ended.clear();
    callersComeAndGo(Duration.ofMillis((long) (minutes * 60_000)));
    Residue after = rest();
    return report(before, after);
  }

  private void callersComeAndGo(Duration length) {
    Line line = subject.lines(1).getFirst();
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      if (talking.size() < AT_ONCE) {
        begin(line);
      }
      endThoseWhoseTimeHasCome(System.nanoTime());
      Crowd.pause(Duration.ofMillis(BETWEEN_CALLS_MS));
    }
    endThoseWhoseTimeHasCome(Long.MAX_VALUE);
    Crowd.pause(Duration.ofSeconds(2));
    // Whom the service has not told goodbye, for the model had not come yet.
    leavers.forEach(PhoneSide::hangUp);
    leavers.clear();
    generator.collect();
  }

  private void begin(Line line) {
    try {
      PhoneSide phone = crowd.ring(line).join();
      int length = SHORTEST_MS + random.nextInt(LONGEST_MS - SHORTEST_MS);
      Ending[] endings = Ending.values();
      talking.add(
          new Talking(
              phone,
              System.nanoTime() + Duration.ofMillis(length).toNanos(),
              endings[random.nextInt(endings.length)]));
    } catch (CompletionException e) {
      refused.merge(String.valueOf(e.getCause()), 1, Integer::sum);
    }
  }

  private void endThoseWhoseTimeHasCome(long now) {
    while (!talking.isEmpty() && talking.peek().until() <= now) {
      Talking one = talking.remove();
      ended.merge(one.ending(), 1, Integer::sum);
      crowd.tellsTheEnd(one.phone());
      switch (one.ending()) {
        case HANGS_UP -> one.phone().hangUp();
        case CONNECTION_ENDS -> one.phone().cut(false);
        case CONNECTION_IS_RESET -> one.phone().cut(true);
        case MODEL_IS_LOST -> {
          one.phone().loseModel();
          leavers.add(one.phone());
        }
      }
    }
  }

  /// Waits until what follows calls is done, too.
  private Residue rest() {
    Child.await("everybody to be gone", REST, () -> generator.calls() == 0);
    Child.await(
        "the service to rest",
        REST,
        () -> {
          double before = Proc.cpuMs(subject.pid());
          Crowd.pause(Duration.ofSeconds(5));
          return Proc.cpuMs(subject.pid()) - before < 250;
        });
    return Residue.of(subject);
  }

  private String report(Residue before, Residue after) {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "# A soak of %.0f minutes%n%n%d calls, up to %d at once: %s; not answered: %s.%n%n"
                    + "| left when nobody calls | before | after | |%n|---|--:|--:|---|%n",
                minutes,
                ended.values().stream().mapToInt(Integer::intValue).sum(),
                AT_ONCE,
                ended.toString().toLowerCase(Locale.ROOT).replace('_', ' '),
                refused.isEmpty() ? "none" : refused));
    after
        .held()
        .forEach(
            (what, count) -> {
              long then = before.held().getOrDefault(what, 0L);
              boolean none = Residue.nothing().contains(what);
              String verdict = none ? (count == 0 ? "none" : "LEFT") : "";
              text.append("| %s | %d | %d | %s |%n".formatted(what, then, count, verdict));
            });
    return text.toString();
  }
}
