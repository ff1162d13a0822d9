package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.caller.Caller;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.twilio.Orders.End;
import io.frontdesk.sandbox.twilio.Orders.Order;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A call from the first ring to the status callback. Runs on a virtual thread of its own.
final class LiveCall implements LiveCalls.Live, PhoneLine.Events {
  private static final Logger log = LoggerFactory.getLogger(LiveCall.class);

  private final Network network;
  private final Account account;
  private final Caller caller;
  private final CallFile file;
  private final PhoneLine line;
  private final Orders orders = new Orders();
  private final Course course;
  private final Here here;

  /// A call that begins or is taken up again.
  ///
  /// @param resumed whether a media stream that was open is broken
  LiveCall(Network network, Account account, CallRecord call, Scenario scenario, boolean resumed) {
    this.network = network;
    this.account = account;
    caller = new Caller(scenario, call.progress(), network.voice(), network.workers());
    file = new CallFile(network, account, call, caller);
    line = new PhoneLine(caller, call.status() != CallStatus.RINGING, this);
    here = new Here(network, account, file, line, orders);
    course = new Course(here, new Verbs(here, Verbs.Place.CALL, resumed));
  }

  @Override
  public void run() {
    network.metronome().add(line);
    try {
      var last = course.follow(file.call().step());
      network.metronome().remove(line);
      caller.lineDropped();
      network.recordings().callOver(file.call().sid());
      if (last instanceof End end) {
        new Farewell(network).close(account, file, end);
      } else {
        file.remember();
      }
    } catch (RuntimeException e) {
      log.error("call {} is lost", file.call().sid(), e);
    } finally {
      network.metronome().remove(line);
    }
  }

  @Override
  public void give(Order order) {
    orders.give(order);
  }

  @Override
  public void spoke() {
    network.workers().execute(file::remember);
  }

  @Override
  public void hungUp(String why) {
    orders.give(new End("caller", why));
  }

  @Override
  public void failed(String why) {
    orders.give(new End("error", why, CallStatus.FAILED));
  }

  @Override
  public Here here() {
    return here;
  }

  @Override
  public JsonNode report() {
    return file.report();
  }
}
