package io.frontdesk.live;

import io.frontdesk.access.TenantSuspended;
import io.frontdesk.call.CallMoment;
import io.frontdesk.outbox.Announcement;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Joins what happens on this node to those who watch it: a tenant's to that tenant's viewers, and
/// to nobody else. Its listeners run on threads that must not be held up, and only queue.
@Singleton
class Switchboard {
  private static final int MOST_VIEWERS_OF_A_TENANT = 200;

  private final ConcurrentMap<TenantId, Feed> feeds = new ConcurrentHashMap<>();
  private final LiveEvents events;
  private final OnAir onAir;

  Switchboard(LiveEvents events, OnAir onAir) {
    this.events = events;
    this.onAir = onAir;
  }

  void connect(TenantId tenant, Viewer viewer) {
    feeds.compute(
        tenant,
        (_, running) -> {
          Feed feed = running == null ? Feed.start(tenant, events) : running;
          if (feed.size() < MOST_VIEWERS_OF_A_TENANT) {
            feed.join(viewer);
          } else {
            viewer.close(Viewer.TRY_AGAIN_LATER, "too many are watching");
          }
          return feed;
        });
  }

  void disconnect(TenantId tenant, Viewer viewer) {
    feeds.computeIfPresent(
        tenant,
        (_, feed) -> {
          feed.leave(viewer);
          if (feed.size() > 0) {
            return feed;
          }
          feed.stop();
          return null;
        });
  }

  @EventListener
  void announced(Announcement change) {
    if (change.type().equals("turn.final")) {
      onAir.recorded(change.subjectId(), change.data().path("index").asInt());
    }
    Feed feed = feeds.get(change.tenant());
    if (feed != null) {
      feed.announced(change);
    }
  }

  @EventListener
  void happened(CallMoment moment) {
    onAir.happened(moment);
    Feed feed = feeds.get(moment.tenant());
    if (feed != null) {
      feed.happened(moment);
    }
  }

  /// Nobody watches a business that is not served.
  @EventListener
  void suspended(TenantSuspended suspended) {
    Feed feed = feeds.get(suspended.tenant());
    if (feed != null) {
      feed.dismiss();
    }
  }

  @PreDestroy
  void stop() {
    feeds.values().forEach(Feed::stop);
  }
}
