package io.frontdesk.live;

import io.frontdesk.call.CallMoment;
import io.frontdesk.outbox.Announcement;
import io.frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one tenant's viewers are told, in one order, by a thread of its own. A viewer's snapshot
/// stands in the same queue as the events: what happened before is in it, what happens after
/// follows.
final class Feed {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final int MOST_WAITING = 10_000;
  private static final Duration BETWEEN_TICKS = Duration.ofSeconds(1);

  /// Changes of which no count is made.
  private static final Set<String> UNCOUNTED =
      Set.of("turn.final", "call.updated", "lead.updated", "message.updated");

  private final TenantId tenant;
  private final LiveEvents events;
  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(MOST_WAITING);
  private volatile boolean stopped;
  private volatile boolean behind;

  /// When to tell that counts have changed, by System.nanoTime; of the thread only.
  private @Nullable Long tickDueNs;

  private Feed(TenantId tenant, LiveEvents events) {
    this.tenant = tenant;
    this.events = events;
  }

  static Feed start(TenantId tenant, LiveEvents events) {
    var feed = new Feed(tenant, events);
    Thread.ofVirtual().name("live " + tenant).start(feed::work);
    return feed;
  }

  int size() {
    return viewers.size();
  }

  void join(Viewer viewer) {
    viewers.add(viewer);
    add(() -> viewer.welcome(events.write(events.snapshot(tenant))));
  }

  void leave(Viewer viewer) {
    viewers.remove(viewer);
  }

  /// Does not wait.
  void announced(Announcement change) {
    add(
        () -> {
          events.of(change).ifPresent(this::tell);
          if (tickDueNs == null && !UNCOUNTED.contains(change.type())) {
            tickDueNs = System.nanoTime() + BETWEEN_TICKS.toNanos();
          }
        });
  }

  /// Does not wait.
  void happened(CallMoment moment) {
    add(() -> events.of(moment).ifPresent(this::tell));
  }

  /// Sends everybody away; whoever may come again needs a new ticket.
  void dismiss() {
    viewers.forEach(viewer -> viewer.close(Viewer.GOING_AWAY, "come again with a new ticket"));
  }

  void stop() {
    stopped = true;
  }

  private void add(Runnable work) {
    if (!queue.offer(work)) {
      behind = true;
    }
  }

  private void work() {
    while (!stopped) {
      try {
        Runnable next = queue.poll(Math.max(0, nsToTick()), TimeUnit.NANOSECONDS);
        if (behind) {
          throw new IllegalStateException("more happens than can be told");
        }
        if (next != null) {
          next.run();
        }
        if (nsToTick() <= 0) {
          tickDueNs = null;
          tell(events.tick());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        startOver(e);
      }
    }
  }

  /// How long the thread may wait for work.
  private long nsToTick() {
    Long due = tickDueNs;
    return due == null ? BETWEEN_TICKS.toNanos() : due - System.nanoTime();
  }

  private void tell(LiveEvent event) {
    byte[] text = events.write(event);
    viewers.stream().filter(Viewer::isWelcomed).forEach(viewer -> viewer.send(text));
  }

  /// Something could not be told: rather than leave it out, all are sent for new snapshots.
  private void startOver(RuntimeException e) {
    LOG.warn("The live feed of tenant {} starts over: {}", tenant, e.toString());
    queue.clear();
    behind = false;
    viewers.forEach(viewer -> viewer.close(Viewer.TRY_AGAIN_LATER, "come again"));
  }
}
