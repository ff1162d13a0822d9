package io.frontdesk.voice;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Where calls are written down: a few threads of the system's, which the [CallWriter]s of all
/// calls take in turn. A thread for each call, be it a virtual one, waits for each answer of the
/// database by way of a poller, which costs about as much as the rest of storing a turn. Where the
/// system heeds it (`-XX:ThreadPriorityPolicy=1`) they come after the threads on which people talk.
@Singleton
class WritingDesk {
  private static final int THREADS = 16;

  private final ScheduledThreadPoolExecutor threads;

  @SuppressWarnings("ThreadPriorityCheck") // nothing breaks where it is not heeded
  WritingDesk() {
    threads =
        new ScheduledThreadPoolExecutor(
            THREADS,
            Thread.ofPlatform().name("write-", 1).priority(Thread.MIN_PRIORITY).daemon().factory(),
            (_, _) -> {}); // the service has stopped
    threads.prestartAllCoreThreads();
  }

  /// Runs `work` as soon as a thread is free.
  void soon(Runnable work) {
    threads.execute(work);
  }

  void later(Duration pause, Runnable work) {
    threads.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void close() {
    threads.shutdown();
  }
}
