package io.frontdesk.appointment;

import io.frontdesk.receptionist.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where something fits in: between two openings' ends, and what is taken. Pure arithmetic.
final class Availability {
  /// How far apart the starts are that are offered.
  static final Duration GRID = Duration.ofMinutes(30);

  private Availability() {}

  /// What needs room.
  ///
  /// @param before kept free before it; may lie outside working hours, like `after`
  record Task(Duration before, Duration length, Duration after) {
    static Task of(Service service) {
      return new Task(service.bufferBefore(), service.duration(), service.bufferAfter());
    }

    boolean fits(Instant start, List<Busy> busy) {
      Instant from = start.minus(before);
      Instant to = start.plus(length).plus(after);
      return busy.stream().noneMatch(taken -> taken.overlaps(from, to));
    }
  }

  /// The starts at which the task fits, in order: every half hour from the beginning of each
  /// stretch of work on, not before `from`, and over by the stretch's end and by `to`.
  ///
  /// @param busy what is taken, with its own buffers
  static List<Instant> starts(
      WorkingHours hours, Task task, List<Busy> busy, Instant from, Instant to) {
    var starts = new ArrayList<Instant>();
    for (WorkingHours.Stretch stretch : hours.between(from, to)) {
      Instant start = stretch.from();
      while (!start.plus(task.length()).isAfter(stretch.to())) {
        boolean inRange = !start.isBefore(from) && !start.plus(task.length()).isAfter(to);
        if (inRange && task.fits(start, busy)) {
          starts.add(start);
        }
        start = start.plus(GRID);
      }
    }
    return starts;
  }
}
