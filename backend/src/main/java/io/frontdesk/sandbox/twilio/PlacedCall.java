package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.caller.Caller;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.twilio.AnswerEar.Verdict;
import io.frontdesk.sandbox.twilio.Orders.End;
import io.frontdesk.sandbox.twilio.Orders.Order;
import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Placed.Detection;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A call that was placed by REST: waits for its turn, rings at somebody's telephone, and follows
/// its document once it is picked up. Runs on a virtual thread of its own.
final class PlacedCall implements LiveCalls.Live, PhoneLine.Events {
  /// So much longer than it is told Twilio lets it ring.
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Network network;
  private final Account account;
  private final Placed asked;
  private final Callee callee;
  private final Caller person;
  private final Here here;
  private final Course course;

  /// A call that begins or is taken up again.
  ///
  /// @param resumed whether a media stream that was open is broken
  PlacedCall(
      Network network,
      Account account,
      CallRecord call,
      Placed asked,
      Callee callee,
      Scenario scenario,
      boolean resumed) {
    this.network = network;
    this.account = account;
    this.asked = asked;
    this.callee = callee;
    person = new Caller(scenario, call.progress(), network.voice(), network.workers());
    var file = new CallFile(network, account, call, person);
    var line = new PhoneLine(person, call.status() == CallStatus.IN_PROGRESS, this);
    here = new Here(network, account, file, line, new Orders());
    course = new Course(here, new Verbs(here, Verbs.Place.CALL, resumed));
  }

  @Override
  public void run() {
    network.metronome().add(here.line());
    try {
      var last = dial();
      network.metronome().remove(here.line());
      person.lineDropped();
      network.recordings().callOver(file().call().sid());
      if (last instanceof End end) {
        new Farewell(network).close(account, file(), end);
      } else {
        file().remember();
      }
    } finally {
      network.metronome().remove(here.line());
    }
  }

  private CallFile file() {
    return here.file();
  }

  private Order dial() {
    try {
      if (file().call().status() == CallStatus.QUEUED) {
        passes(asked.queueTime());
        file().update(CallRecord::rings);
        tell("initiated", "initiated");
      }
      if (file().call().status() == CallStatus.RINGING) {
        var order = ring();
        if (order != null) {
          return order;
        }
      }
      return course.follow(file().call().step());
    } catch (Overruled overruled) {
      return overruled.order();
    }
  }

  /// @return how it ended; null if somebody has picked up
  private @Nullable Order ring() throws Overruled {
    switch (callee.answer()) {
      case BUSY -> {
        passes(callee.rings());
        return new End("callee", "the line is busy", CallStatus.BUSY);
      }
      case UNREACHABLE -> {
        passes(callee.rings());
        return new End("callee", "there is no such telephone", CallStatus.FAILED);
      }
      case NO_ANSWER -> {
        tell("ringing", "ringing");
        passes(asked.timeout().plus(GRACE));
        return new End("callee", "nobody picked up", CallStatus.NO_ANSWER);
      }
      case PICKS_UP -> {
        tell("ringing", "ringing");
        var patience = asked.timeout().plus(GRACE);
        if (callee.rings().compareTo(patience) >= 0) {
          passes(patience);
          return new End("callee", "nobody picked up", CallStatus.NO_ANSWER);
        }
        passes(callee.rings());
      }
    }
    here.answer();
    tell("answered", "in-progress");
    var detection = asked.detection();
    if (detection != null) {
      detect(detection);
    }
    return null;
  }

  private void passes(Duration time) throws Overruled {
    var passed = new CompletableFuture<Void>();
    here.line().after(time, () -> passed.complete(null));
    here.orders().await(passed);
  }

  private void detect(Detection detection) throws Overruled {
    var ear = new AnswerEar(detection);
    here.line().tap(ear);
    var known =
        ear.verdict()
            .thenApplyAsync(
                verdict -> {
                  here.line().untap(ear);
                  file().update(call -> call.with(placed().answeredBy(verdict.answeredBy())));
                  return verdict;
                },
                network.workers());
    var callback = detection.callback();
    if (callback == null) {
      here.orders().await(known);
    } else if (callback.url() != null) {
      var url = callback.url();
      known.thenAccept(verdict -> tell(verdict, url, callback.method()));
    }
  }

  private void tell(Verdict verdict, String url, String method) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("CallSid", file().call().sid());
    fields.put("AccountSid", file().call().accountSid());
    fields.put("AnsweredBy", verdict.answeredBy());
    fields.put("MachineDetectionDuration", "" + verdict.after().toMillis());
    file().tell(new Question("amd", url, method, fields));
  }

  /// What has become of the call by now.
  private Placed placed() {
    var placed = file().call().placed();
    return placed == null ? asked : placed;
  }

  /// @param event as it is asked for
  /// @param status as the fields tell it
  private void tell(String event, String status) {
    var hook = asked.statusCallback();
    var url = hook.url();
    if (url == null || !asked.tells(event)) {
      return;
    }
    var fields = CallFields.progress(file().call(), network.clock().instant(), placed().told());
    fields.put("CallStatus", status);
    file().update(call -> call.with(placed().toldOnceMore()));
    file().tell(new Question("status_callback", url, hook.method(), fields));
  }

  @Override
  public void give(Order order) {
    here.orders().give(order);
  }

  @Override
  public void spoke() {
    network.workers().execute(file()::remember);
  }

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
    return file().report();
  }
}
