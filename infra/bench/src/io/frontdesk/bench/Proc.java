package io.frontdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the kernel tells about processes and about the machine.
/// Source: https://www.kernel.org/doc/html/latest/filesystems/proc.html
final class Proc {
  /// Of the kernel's accounting, on every Linux that we know.
  private static final double TICKS_PER_SECOND = 100;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int STEAL = 8;

  private Proc() {}

  /// How the machine's processors spent their time until now.
  ///
  /// @param stolen by whoever runs the virtual machine
  record Host(long total, long stolen) {
    static Host now() {
      String[] fields = read("/proc/stat").getFirst().strip().split(" +", -1);
      long total = 0;
      for (int i = 1; i <= STEAL; i++) {
        total += Long.parseLong(fields[i]);
      }
      return new Host(total, Long.parseLong(fields[STEAL]));
    }

    /// The share that was stolen since then.
    double stolenSince(Host then) {
      return total == then.total ? 0 : (stolen - then.stolen) / (double) (total - then.total);
    }
  }

  /// The processor time that a process has taken so far, in milliseconds, the kernel's for it
  /// included.
  static double cpuMs(long pid) {
    String line = read("/proc/" + pid + "/stat").getFirst();
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
    return ticks * 1000 / TICKS_PER_SECOND;
  }

  /// The memory that a process has in RAM, in KiB.
  static long residentKb(long pid) {
    return read("/proc/" + pid + "/status").stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /// How many files and sockets a process has open.
  static int open(long pid) {
    try (var open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return (int) open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many threads the system runs for a process.
  static int threads(long pid) {
    try (var threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
      return (int) threads.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
