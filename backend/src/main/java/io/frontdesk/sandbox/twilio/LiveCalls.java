package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The calls that are going on, each on a thread of its own. Safe for many threads.
final class LiveCalls {
  private final Map<String, Live> live = new ConcurrentHashMap<>();
  private final Map<String, Thread> threads = new ConcurrentHashMap<>();

  /// A call, or one leg of it, that is going on.
  interface Live extends Runnable {
    /// Gives it an order, from any thread.
    void give(Orders.Order order);

    /// Where it is.
    Here here();

    /// What was seen of it so far.
    JsonNode report();
  }

  /// Begins a call.
  void start(String sid, Live call) {
    live.put(sid, call);
    var thread =
        Thread.ofVirtual()
            .name("call " + sid)
            .unstarted(
                () -> {
                  try {
                    call.run();
                  } finally {
                    live.remove(sid);
                    threads.remove(sid);
                  }
                });
    threads.put(sid, thread);
    thread.start();
  }

  /// The call, if it is going on.
  Optional<Live> find(String sid) {
    return Optional.ofNullable(live.get(sid));
  }

  int size() {
    return live.size();
  }

  /// Tells all calls to stop where they are, to be taken up again.
  void unplug() {
    live.values().forEach(call -> call.give(new Orders.Unplug()));
  }

  /// Waits until all calls have stopped.
  void join() {
    for (var thread : threads.values()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
