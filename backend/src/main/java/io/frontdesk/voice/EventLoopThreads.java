package io.frontdesk.voice;

import io.micronaut.context.annotation.Factory;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadFactory;

/// The threads on which people talk come first where the system heeds it
/// (`-XX:ThreadPriorityPolicy=1`), as those do that Netty makes itself: beside an equal, a call
/// waits 3 ms for its turn.
@Factory
class EventLoopThreads {
  /// Found by the name of the group in the configuration.
  @Singleton
  @Named("default")
  ThreadFactory threads() {
    return new DefaultThreadFactory("event-loop", Thread.MAX_PRIORITY);
  }
}
