package io.frontdesk.outbox;

import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A job that remembers how often it ran for whom.
@Singleton
class CountingJob implements Job {
  private final Map<UUID, Integer> runs = new ConcurrentHashMap<>();
  private final Map<UUID, Runnable> next = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "counting_job";
  }

  @Override
  public void run(TenantId tenant, UUID subject) {
    runs.merge(subject, 1, Integer::sum);
    Runnable work = next.remove(subject);
    if (work != null) {
      work.run();
    }
  }

  int runs(UUID subject) {
    return runs.getOrDefault(subject, 0);
  }

  /// What happens while it is done for the next time.
  void during(UUID subject, Runnable work) {
    next.put(subject, work);
  }
}
