package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Orders.End;
import io.frontdesk.sandbox.twilio.Orders.Go;
import io.frontdesk.sandbox.twilio.Orders.Joined;
import io.frontdesk.sandbox.twilio.Orders.Left;
import io.frontdesk.sandbox.twilio.Orders.Order;
import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Queues.Waiting;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Lets a caller wait until somebody dials the queue, hearing what its document says meanwhile.
final class EnqueueVerb {
  private final Here here;

  EnqueueVerb(Here here) {
    this.here = here;
  }

  Step run(Verb.Enqueue verb, Step.Perform at) throws Overruled, CallFault {
    here.answer();
    var queues = here.network().queues();
    var entered = queues.enter(here, verb.queue(), verb.maxQueueSize());
    if (entered.isEmpty()) {
      return next(verb, at, Map.of("QueueResult", "queue-full"));
    }
    var waiting = entered.get();
    try {
      var order = waits(verb, at, waiting);
      if (order instanceof Joined joined) {
        talks(joined, waiting);
        return next(verb, at, fields(waiting, "bridged"));
      }
      if (order instanceof Left) {
        return next(verb, at, fields(waiting, "leave"));
      }
      throw new Overruled(order);
    } catch (Overruled overruled) {
      var hungUp = overruled.order() instanceof End;
      if (hungUp || overruled.order() instanceof Go) {
        tell(verb, at, fields(waiting, hungUp ? "hangup" : "redirected"));
      }
      throw overruled;
    } finally {
      queues.leave(waiting);
    }
  }

  private Order waitsInSilence() {
    try {
      return here.orders().await(new CompletableFuture<Order>());
    } catch (Overruled overruled) {
      return overruled.order();
    }
  }

  /// Follows the document over and over.
  private Order waits(Verb.Enqueue verb, Step.Perform at, Waiting waiting) throws CallFault {
    var callback = verb.waiting();
    if (callback == null) {
      return waitsInSilence();
    }
    var url = Verbs.resolve(at.base(), callback.url());
    while (true) {
      var course = new Course(here, new Verbs(here, Verbs.Place.WAITING, false), false);
      var told = here.network().queues().fields(waiting);
      var last = course.follow(new Step.Ask(url, callback.method(), null, told));
      if (!last.equals(Course.DONE)) {
        return last;
      }
    }
  }

  private void talks(Joined joined, Waiting waiting) throws Overruled {
    here.line().hush();
    joined.here().complete(null);
    here.orders().await(waiting.over());
  }

  private Map<String, String> fields(Waiting waiting, String result) {
    return Map.of(
        "QueueResult",
        result,
        "QueueSid",
        waiting.queueSid(),
        "QueueTime",
        "" + here.network().queues().seconds(waiting));
  }

  private static Step next(Verb.Enqueue verb, Step.Perform at, Map<String, String> fields)
      throws CallFault {
    return verb.action() == null
        ? at.next()
        : new Step.Ask(Verbs.resolve(at.base(), verb.action()), verb.method(), null, fields);
  }

  private void tell(Verb.Enqueue verb, Step.Perform at, Map<String, String> result) {
    if (verb.action() == null) {
      return;
    }
    try {
      var fields = new LinkedHashMap<>(here.file().fields());
      fields.putAll(result);
      var url = Verbs.resolve(at.base(), verb.action());
      here.file().tell(new Question("queue_action", url, verb.method(), fields));
    } catch (CallFault fault) {
      here.file().warn(fault.warning());
    }
  }
}
