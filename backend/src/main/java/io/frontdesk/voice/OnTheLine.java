package io.frontdesk.voice;

import io.frontdesk.call.CallLeases;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.wire.Farewell;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import io.netty.channel.Channel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
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
  private final Map<UUID, Carried> calls = new ConcurrentHashMap<>();

  /// Whether streams that come now are sent away at once.
  private volatile boolean handedOver;

  private @Nullable ScheduledFuture<?> heart;

  /// @param mouth has the receptionist say something, from any thread
  private record Carried(TenantId tenant, Channel stream, Consumer<String> mouth) {}

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

  /// A stream carries the call until it is closed. One that carried it before is closed: it is
  /// dead, whatever its connection believes, or everything would be said twice.
  ///
  /// @param mouth has the receptionist say something, from any thread
  void enter(TenantId tenant, UUID call, Channel stream, Consumer<String> mouth) {
    var carried = new Carried(tenant, stream, mouth);
    Carried before = calls.put(call, carried);
    if (before != null) {
      LOG.info("Call {} goes on in another stream", call);
      before.stream.close();
    }
    stream.closeFuture().addListener(_ -> calls.remove(call, carried));
    if (handedOver) {
      sendAway(stream);
    }
  }

  /// How many calls have a stream here.
  int size() {
    return calls.size();
  }

  /// Closes all streams, and those that come from now on: Twilio asks what follows, and another
  /// node answers.
  void handOver() {
    handedOver = true;
    List.copyOf(calls.values()).forEach(call -> sendAway(call.stream));
  }

  private static void sendAway(Channel stream) {
    stream.eventLoop().execute(() -> Farewell.say(stream, 1001, ""));
  }

  /// Has the receptionist of this call say something.
  ///
  /// @return whether the call has a stream here
  boolean say(TenantId tenant, UUID call, String words) {
    Carried carried = calls.get(call);
    if (carried == null || !carried.tenant.equals(tenant)) {
      return false;
    }
    carried.mouth.accept(words);
    return true;
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
                call -> call.getValue().tenant(),
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
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
