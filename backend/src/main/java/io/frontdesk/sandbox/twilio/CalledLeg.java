package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.caller.Caller;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.twilio.Orders.End;
import io.frontdesk.sandbox.twilio.Orders.Order;
import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Orders.Unplug;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A leg of a call: somebody's telephone rings, is picked up or not, and is joined to the call that
/// dialled it. What its own document says is heard by them alone, before. Runs on a virtual thread
/// of its own.
final class CalledLeg implements LiveCalls.Live, PhoneLine.Events {
  private final Here here;
  private final Caller person;
  private final Callee callee;
  private final LegCallbacks callbacks;
  private final Course course;
  private final Prompts prompts;
  private final Step.@Nullable Ask whisper;
  private final @Nullable String keys;
  private final CompletableFuture<Boolean> joinable = new CompletableFuture<>();
  private final CompletableFuture<CallStatus> over = new CompletableFuture<>();
  private final CompletableFuture<Void> apart = new CompletableFuture<>();

  /// A telephone that is about to ring.
  ///
  /// @param number whom the document names
  /// @param base what relative URLs are resolved against
  CalledLeg(
      Here parent,
      CallRecord call,
      Callee callee,
      Scenario scenario,
      Verb.Called number,
      @Nullable String base)
      throws CallFault {
    var network = parent.network();
    this.callee = callee;
    keys = number.sendDigits();
    var url = number.whisper();
    whisper = url == null ? null : new Step.Ask(Verbs.resolve(base, url.url()), url.method(), null);
    person = new Caller(scenario, call.progress(), network.voice(), network.workers());
    var file = new CallFile(network, parent.account(), call, person);
    var line = new PhoneLine(person, false, this);
    here = new Here(network, parent.account(), file, line, new Orders());
    callbacks = new LegCallbacks(here, number, base);
    var verbs = new Verbs(here, Verbs.Place.CALLED, false);
    course = new Course(here, verbs);
    prompts = new Prompts(here);
  }

  /// Done when it was picked up and heard its own document: true; or when it never will: false.
  CompletableFuture<Boolean> joinable() {
    return joinable;
  }

  /// How it ended, once it has.
  CompletableFuture<CallStatus> over() {
    return over;
  }

  /// Done when it has left the other call, by its end or because it was sent elsewhere.
  CompletableFuture<Void> apart() {
    return apart;
  }

  PhoneLine line() {
    return here.line();
  }

  CallRecord call() {
    return here.file().call();
  }

  @Override
  public void run() {
    var metronome = here.network().metronome();
    metronome.add(here.line());
    try {
      var last = ring();
      end(last instanceof End end ? end : null);
    } finally {
      metronome.remove(here.line());
      joinable.complete(false);
      apart.complete(null);
      over.complete(call().status());
    }
  }

  private Order ring() {
    callbacks.tell("initiated", "initiated");
    callbacks.tell("ringing", "ringing");
    try {
      var picked = new CompletableFuture<Void>();
      here.line().after(callee.rings(), () -> picked.complete(null));
      here.orders().await(picked);
      return switch (callee.answer()) {
        case BUSY -> new End("callee", "the line is busy", CallStatus.BUSY);
        case UNREACHABLE -> new End("callee", "there is no such telephone", CallStatus.FAILED);
        case NO_ANSWER -> here.orders().await(new CompletableFuture<Order>());
        case PICKS_UP -> talk();
      };
    } catch (Overruled overruled) {
      return overruled.order();
    } catch (CallFault fault) {
      here.file().warn(fault.warning());
      return new End("error", String.valueOf(fault.getMessage()));
    }
  }

  /// It was joined to the other call. Whoever picked up only hears something, and says hello, from
  /// now on, unless there was a prelude: said earlier, the caller would miss it.
  void joined() {
    here.line().answer();
  }

  /// Whether something is said or pressed before it is joined.
  private boolean hasPrelude() {
    return whisper != null || keys != null;
  }

  private Order talk() throws Overruled, CallFault {
    if (hasPrelude()) {
      here.answer();
    } else {
      here.pickUp();
    }
    callbacks.tell("answered", "in-progress");
    if (keys != null) {
      prompts.play(new Verb.PressKeys(keys), null, new CompletableFuture<Void>());
    }
    var last = whisper == null ? Course.DONE : course.follow(whisper);
    if (!last.equals(Course.DONE)) {
      return last;
    }
    joinable.complete(true);
    try {
      return here.orders().await(new CompletableFuture<Order>());
    } catch (Overruled overruled) {
      if (!(overruled.order() instanceof Orders.Go(Step elsewhere))) {
        return overruled.order();
      }
      apart.complete(null);
      return course.follow(elsewhere);
    }
  }

  /// @param end null if the stand-in stops
  private void end(@Nullable End end) {
    here.network().metronome().remove(here.line());
    person.lineDropped();
    here.network().recordings().callOver(call().sid());
    if (end == null) {
      here.file().remember();
      return;
    }
    var file = here.file();
    var status = call().status() == CallStatus.RINGING ? end.status() : CallStatus.COMPLETED;
    file.log().ended(end.by(), end.reason());
    file.remember();
    file.update(old -> old.ended(status, here.network().clock().instant(), false));
    callbacks.tell("completed", status.wire());
    file.keepReport();
  }

  @Override
  public void give(Order order) {
    here.orders().give(order);
  }

  /// The call that dialled it does without it.
  void leave(String why) {
    give(new End("caller", why, CallStatus.CANCELED));
  }

  /// The stand-in stops, and so does everything.
  void unplug() {
    give(new Unplug());
  }

  @Override
  public void spoke() {}

  @Override
  public void hungUp(String why) {
    give(new End("callee", why));
  }

  @Override
  public void failed(String why) {
    give(new End("error", why, CallStatus.FAILED));
  }

  @Override
  public Here here() {
    return here;
  }

  @Override
  public JsonNode report() {
    return here.file().report();
  }
}
