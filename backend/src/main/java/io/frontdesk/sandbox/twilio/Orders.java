package io.frontdesk.sandbox.twilio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What comes from outside while a call does a step: somebody hangs up, or REST sends the call
/// elsewhere. The step is given up then. Orders come from any thread and are followed on the call's
/// own.
final class Orders {
  private final Deque<Order> waiting = new ArrayDeque<>();
  private CompletableFuture<Void> arrived = new CompletableFuture<>();

  /// An order.
  sealed interface Order {}

  /// The call is over.
  ///
  /// @param by `caller`, `receptionist`, `api` or `error`
  /// @param status what becomes of a call that was never answered
  record End(String by, String reason, CallStatus status) implements Order {
    End(String by, String reason) {
      this(by, reason, CallStatus.NO_ANSWER);
    }
  }

  /// The call goes on elsewhere.
  record Go(Step step) implements Order {}

  /// Somebody serves the queue in which the caller waits.
  ///
  /// @param here done when the caller is ready to talk
  record Joined(CompletableFuture<Void> here) implements Order {}

  /// The caller waits no more.
  record Left() implements Order {}

  /// The stand-in stops; the call will be taken up again.
  record Unplug() implements Order {}

  /// Gives up the step that is being done.
  static final class Overruled extends Exception {
    private final transient Order order;

    Overruled(Order order) {
      super("overruled", null, false, false);
      this.order = order;
    }

    Order order() {
      return order;
    }
  }

  synchronized void give(Order order) {
    if (order instanceof Go) {
      waiting.addLast(order);
    } else {
      waiting.addFirst(order);
    }
    arrived.complete(null);
  }

  /// Waits for a part of the step, or for an order.
  ///
  /// @throws Overruled if an order came
  <T> T await(CompletableFuture<T> part) throws Overruled {
    CompletableFuture<Void> order;
    synchronized (this) {
      order = arrived;
    }
    var both = CompletableFuture.anyOf(part, order);
    both.handle((done, failed) -> done).join();
    var next = take();
    if (next != null) {
      throw new Overruled(next);
    }
    return part.join();
  }

  private synchronized @Nullable Order take() {
    var next = waiting.poll();
    if (waiting.isEmpty() && arrived.isDone()) {
      arrived = new CompletableFuture<>();
    }
    return next;
  }
}
