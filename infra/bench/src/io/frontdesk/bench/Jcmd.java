package io.frontdesk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a Java process about itself.
final class Jcmd {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

  private Jcmd() {}

  /// How many objects of each of these classes are in use after everything else has been collected.
  static Map<String, Long> live(long pid, List<String> classes) {
    String histogram = ask(pid, "GC.class_histogram");
    Map<String, Long> live = new LinkedHashMap<>();
    for (String name : classes) {
      Matcher row =
          Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +" + Pattern.quote(name) + "( |$)")
              .matcher(histogram);
      live.put(name, row.find() ? Long.parseLong(row.group(1)) : 0);
    }
    return live;
  }

  /// The bytes that are in use after everything else has been collected.
  static long liveHeap(long pid) {
    Matcher total = TOTAL.matcher(ask(pid, "GC.class_histogram"));
    if (!total.find()) {
      throw new IllegalStateException("process " + pid + " does not tell its heap");
    }
    return Long.parseLong(total.group(1));
  }

  static String ask(long pid, String... command) {
    try {
      var words = new ArrayList<String>();
      words.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
      words.add(Long.toString(pid));
      words.addAll(List.of(command));
      var process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
      process.waitFor();
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
