package io.frontdesk.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What shall be measured, and for how long.
///
/// @param runs how often all of it is done, each time by fresh processes
/// @param steps the numbers of concurrent calls, growing
/// @param seconds how long each step is watched
/// @param service arguments of the service's JVM
/// @param mostWarmUps how often people come and go at most before anything is measured
/// @param warmTalkSeconds how long as many as are watched talk then, before anything is measured
/// @param relayToo whether the relay is measured beside it
/// @param soakMinutes if positive, a soak of that length instead
record Options(
    int runs,
    List<Integer> steps,
    int seconds,
    Path out,
    List<String> service,
    int mostWarmUps,
    int warmTalkSeconds,
    boolean relayToo,
    double soakMinutes) {
  private static final int MOST_WARM_UPS = 20;
  private static final int QUICK_WARM_UPS = 7;
  private static final int WARM_TALK_S = 60;
  private static final int QUICK_WARM_TALK_S = 15;

  /// What both subjects are given. The objects of hundreds of calls lie scattered: the first two
  /// make more of them fit into the processor's caches. While there is something else to do the
  /// compiler comes second. Nobody waits for a whole collection because there are more classes, or
  /// more compiled code, than a small program has. All but the last are the image's as well.
  static final List<String> COMMON_JVM =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseTransparentHugePages",
          "-XX:ThreadPriorityPolicy=1",
          "-XX:CompilerThreadPriority=12",
          "-XX:MetaspaceSize=256m",
          "-XX:ReservedCodeCacheSize=512m",
          "-XX:+AlwaysPreTouch");

  /// A node of one processor with a gigabyte and a half of heap; docs/operations.md says why so
  /// divided.
  private static final List<String> USUAL_JVM =
      List.of(
          "-Xms1536m",
          "-Xmx1536m",
          "-Xmn1100m",
          "-XX:MaxTenuringThreshold=2",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /// Reads `--quick --runs 3 --steps 10,100 --seconds 15 --out FOLDER --jvm=-Xmx1g --no-relay
  /// --soak 30`.
  ///
  /// @throws IllegalArgumentException if there is something else
  static Options of(String... arguments) {
    int runs = 3;
    int seconds = 15;
    var steps = List.of(10, 100, 200, 400, 800, 1200);
    var jvm = new ArrayList<>(USUAL_JVM);
    jvm.addAll(COMMON_JVM);
    Path out = Path.of("../infra/bench/target");
    boolean relayToo = true;
    int warmUps = MOST_WARM_UPS;
    int warmTalk = WARM_TALK_S;
    double soak = 0;
    var left = new ArrayList<>(Arrays.asList(arguments));
    left.removeIf(String::isBlank);
    while (!left.isEmpty()) {
      String option = left.removeFirst();
      if (option.equals("--quick")) {
        runs = 1;
        steps = List.of(100, 200, 400);
        warmUps = QUICK_WARM_UPS;
        warmTalk = QUICK_WARM_TALK_S;
      } else if (option.startsWith("--jvm=")) {
        jvm.add(option.substring("--jvm=".length()));
      } else if (option.equals("--no-relay")) {
        relayToo = false;
      } else if (left.isEmpty()) {
        throw new IllegalArgumentException("option: " + option);
      } else {
        String value = left.removeFirst();
        switch (option) {
          case "--runs" -> runs = Integer.parseInt(value);
          case "--seconds" -> seconds = Integer.parseInt(value);
          case "--out" -> out = Path.of(value);
          case "--soak" -> soak = Double.parseDouble(value);
          case "--steps" ->
              steps = Arrays.stream(value.split(",", -1)).map(Integer::valueOf).toList();
          default -> throw new IllegalArgumentException("option: " + option);
        }
      }
    }
    return new Options(
        runs, steps, seconds, out, List.copyOf(jvm), warmUps, warmTalk, relayToo, soak);
  }
}
