package io.frontdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Who runs on which processor: what is measured has one for itself, the generator two, and the
/// database with everything else the first.
///
/// @param others for the database
record Cores(String others, String subject, String generator) {
  private static final Path STATUS = Path.of("/proc/self/status");

  /// Shares out the processors that this process may use.
  ///
  /// @throws IllegalStateException if they are fewer than four
  static Cores share() {
    List<Integer> allowed = allowed();
    if (allowed.size() < 4) {
      throw new IllegalStateException(
          "The benchmark needs four processors, and may use " + allowed);
    }
    return new Cores(
        allowed.get(0).toString(),
        allowed.get(1).toString(),
        allowed.get(2) + "," + allowed.get(3));
  }

  /// The beginning of a command whose process shall have nothing but these.
  static List<String> on(String cores) {
    return List.of("taskset", "-c", cores);
  }

  /// Moves a running process, with all its threads.
  static void move(long pid, String cores) {
    try {
      new ProcessBuilder("taskset", "-a", "-p", "-c", cores, Long.toString(pid))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Integer> allowed() {
    try {
      String list =
          Files.readAllLines(STATUS).stream()
              .filter(line -> line.startsWith("Cpus_allowed_list:"))
              .collect(Collectors.joining())
              .replaceFirst(".*:", "")
              .strip();
      var cores = new ArrayList<Integer>();
      for (String range : list.split(",", -1)) {
        String[] ends = range.split("-", -1);
        for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
          cores.add(i);
        }
      }
      return cores;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
