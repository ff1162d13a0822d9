package io.frontdesk.sandbox.twilio;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The queues in which callers wait for somebody, by account and name. Safe for many threads.
final class Queues {
  private final InstantSource clock;
  private final Map<Key, Line> lines = new HashMap<>();

  Queues(InstantSource clock) {
    this.clock = clock;
  }

  private record Key(String accountSid, String name) {}

  /// Those who wait, and those who will serve them; never both.
  private static final class Line {
    private final String sid = Sid.of("QU");
    private final Deque<Waiting> callers = new ArrayDeque<>();
    private final Deque<CompletableFuture<Waiting>> servers = new ArrayDeque<>();
  }

  /// Somebody who waits.
  ///
  /// @param max how many may wait
  /// @param over done when they wait no more and talk to nobody from the queue
  record Waiting(
      Here here,
      String queueSid,
      String name,
      Instant since,
      int max,
      CompletableFuture<Void> over) {}

  /// Takes a place at the end; empty if there is none.
  synchronized Optional<Waiting> enter(Here here, String name, int max) {
    var line = line(here, name);
    if (line.callers.size() >= max) {
      return Optional.empty();
    }
    var waiting =
        new Waiting(here, line.sid, name, clock.instant(), max, new CompletableFuture<>());
    if (!isServed(line, waiting)) {
      line.callers.addLast(waiting);
    }
    return Optional.of(waiting);
  }

  /// Gives up a place, if it is not taken already; nobody gives it back.
  synchronized void leave(Waiting waiting) {
    waiting.over().complete(null);
    line(waiting.here(), waiting.name()).callers.remove(waiting);
  }

  /// Whoever was to serve them has gone: they are first again, unless they have gone, too.
  synchronized void putBack(Waiting waiting) {
    if (waiting.over().isDone()) {
      return;
    }
    var line = line(waiting.here(), waiting.name());
    if (!isServed(line, waiting)) {
      line.callers.addFirst(waiting);
    }
  }

  private static boolean isServed(Line line, Waiting waiting) {
    for (var server = line.servers.poll(); server != null; server = line.servers.poll()) {
      if (server.complete(waiting)) {
        return true;
      }
    }
    return false;
  }

  /// The first in the queue, now or as soon as somebody comes; cancelled by who does not wait any
  /// more.
  synchronized CompletableFuture<Waiting> next(Here server, String name) {
    var line = line(server, name);
    var first = line.callers.poll();
    if (first != null) {
      return CompletableFuture.completedFuture(first);
    }
    var served = new CompletableFuture<Waiting>();
    line.servers.add(served);
    return served;
  }

  /// What the wait's document is told.
  synchronized Map<String, String> fields(Waiting waiting) {
    var callers = line(waiting.here(), waiting.name()).callers;
    var place = 1 + callers.stream().takeWhile(other -> !other.equals(waiting)).count();
    var fields = new LinkedHashMap<String, String>();
    fields.put("QueueSid", waiting.queueSid());
    fields.put("QueueTime", "" + seconds(waiting));
    fields.put("QueuePosition", "" + place);
    fields.put("CurrentQueueSize", "" + callers.size());
    fields.put("MaxQueueSize", "" + waiting.max());
    fields.put(
        "AvgQueueTime",
        "" + Math.round(callers.stream().mapToLong(this::seconds).average().orElse(0)));
    return fields;
  }

  /// How long somebody has waited, in whole seconds.
  long seconds(Waiting waiting) {
    return Duration.between(waiting.since(), clock.instant()).toSeconds();
  }

  private Line line(Here here, String name) {
    return lines.computeIfAbsent(new Key(here.account().sid(), name), _ -> new Line());
  }
}
