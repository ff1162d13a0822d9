package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Orders.Joined;
import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Queues.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Joins a call to whoever is first in a queue.
final class QueueDial {
  private final Here here;

  QueueDial(Here here) {
    this.here = here;
  }

  Step run(Verb.DialQueue dial, Step.Perform at) throws Overruled, CallFault {
    here.answer();
    var first = first(dial);
    var status = "no-answer";
    Instant began = here.network().clock().instant();
    if (first.isPresent()) {
      talk(first.get());
      status = "completed";
    }
    var fields = new LinkedHashMap<>(Map.of("DialCallStatus", status));
    fields.put("DialBridged", "" + first.isPresent());
    first.ifPresent(
        waiting -> {
          fields.put("DialCallSid", waiting.here().file().call().sid());
          var talked = Duration.between(began, here.network().clock().instant());
          fields.put("DialCallDuration", "" + talked.toSeconds());
        });
    var action = dial.action();
    return action == null
        ? at.next()
        : new Step.Ask(Verbs.resolve(at.base(), action), dial.method(), null, fields);
  }

  private Optional<Waiting> first(Verb.DialQueue dial) throws Overruled {
    var queues = here.network().queues();
    var served = queues.next(here, dial.queue());
    var tooLate = new CompletableFuture<Void>();
    here.line().after(dial.timeout(), () -> tooLate.complete(null));
    try {
      here.orders().await(CompletableFuture.anyOf(served, tooLate));
    } catch (Overruled overruled) {
      if (!served.cancel(false)) {
        queues.putBack(served.join());
      }
      throw overruled;
    }
    return served.cancel(false) ? Optional.empty() : Optional.of(served.join());
  }

  private void talk(Waiting waiting) throws Overruled {
    var joined = new CompletableFuture<Void>();
    waiting.here().orders().give(new Joined(joined));
    try {
      here.orders().await(CompletableFuture.anyOf(joined, waiting.over()));
      try (var _ = new Bridge(here.line(), waiting.here().line())) {
        here.orders().await(waiting.over());
      }
    } finally {
      waiting.over().complete(null);
    }
  }
}
