package io.frontdesk.outbox;

import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A job that remembers how often it ran for whom.
@Singleton
class CountingJob implements Job {
  private final Map<UUID, Integer> runs = new ConcurrentHashMap<>();
  private final Set<UUID> failing = ConcurrentHashMap.newKeySet();

  @Override
  public String name() {
    return "counting_job";
  }

  @Override
  public void run(TenantId tenant, UUID subject) {
    runs.merge(subject, 1, Integer::sum);
    if (failing.remove(subject)) {
      throw new IllegalStateException("fails this once");
    }
  }

  int runs(UUID subject) {
    return runs.getOrDefault(subject, 0);
  }

  void failOnce(UUID subject) {
    failing.add(subject);
  }
}
