package io.frontdesk.voice;

import io.frontdesk.call.CallLeases;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The calls that have a stream on this node. As long as they have one they keep their places.
@Singleton
class OnTheLine {
  private final CallLeases leases;
  private final Map<UUID, TenantId> calls = new ConcurrentHashMap<>();

  OnTheLine(CallLeases leases) {
    this.leases = leases;
  }

  /// @return whether it has no other stream here, which would say everything twice
  boolean enter(TenantId tenant, UUID call) {
    return calls.putIfAbsent(call, tenant) == null;
  }

  void leave(UUID call) {
    calls.remove(call);
  }

  @Scheduled(fixedDelay = "${calls.heartbeat:30s}")
  @ExecuteOn(TaskExecutors.BLOCKING)
  void renew() {
    Map.copyOf(calls).entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
        .forEach(leases::renew);
  }
}
