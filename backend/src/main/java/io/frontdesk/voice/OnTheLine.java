package io.frontdesk.voice;

import io.frontdesk.call.CallLeases;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calls that have a stream on this node. As long as they have one they keep their places.
@Singleton
class OnTheLine {
  private static final Logger LOG = LoggerFactory.getLogger(OnTheLine.class);

  private final CallLeases leases;
  private final TaskScheduler scheduler;
  private final Duration heartbeat;
  private final Map<UUID, TenantId> calls = new ConcurrentHashMap<>();
  private @Nullable ScheduledFuture<?> heart;

  /// @param heartbeat how often the places are kept. No `@Scheduled`, since of several services
  /// that start in one process at the same moment all would get the heartbeat of one
  OnTheLine(
      CallLeases leases,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      @Property(name = "calls.heartbeat", defaultValue = "30s") Duration heartbeat) {
    this.leases = leases;
    this.scheduler = scheduler;
    this.heartbeat = heartbeat;
  }

  /// @return whether it has no other stream here, which would say everything twice
  boolean enter(TenantId tenant, UUID call) {
    return calls.putIfAbsent(call, tenant) == null;
  }

  void leave(UUID call) {
    calls.remove(call);
  }

  @EventListener
  void begin(StartupEvent started) {
    heart = scheduler.scheduleWithFixedDelay(heartbeat, heartbeat, this::beat);
  }

  @PreDestroy
  void stop() {
    if (heart != null) {
      heart.cancel(false);
    }
  }

  private void beat() {
    Map.copyOf(calls).entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
        .forEach(this::keep);
  }

  /// An exception would be the last beat, and the others' places are kept all the same.
  private void keep(TenantId tenant, List<UUID> theirs) {
    try {
      leases.renew(tenant, theirs);
    } catch (RuntimeException e) {
      LOG.warn("The places of {} calls of {} were not kept", theirs.size(), tenant, e);
    }
  }
}
