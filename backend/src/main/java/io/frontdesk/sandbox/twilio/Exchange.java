package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.caller.Progress;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.caller.Scenarios;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The telephone exchange: puts callers through, knows the calls that are going on, and takes them
/// up again after a restart.
final class Exchange implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private final Network network;
  private final List<Scenario> scenarios;
  private final CallRate rate = new CallRate();

  /// An exchange without calls.
  ///
  /// @param scenarios what callers may follow
  Exchange(Network network, List<Scenario> scenarios) {
    this.network = network;
    this.scenarios = scenarios;
  }

  /// Puts a caller through to a number.
  ///
  /// @param from E.164, or what Twilio sends for withheld numbers
  CallRecord call(Account account, IncomingNumber number, Scenario scenario, String from) {
    var now = network.clock().instant();
    var time = scenario.businessTime();
    LocalDateTime start =
        time == null ? null : LocalDate.ofInstant(now, ZoneOffset.UTC).atTime(time);
    var url = number.voice().url();
    var call =
        network
            .storage()
            .calls
            .put(
                new CallRecord(
                    Sid.of("CA"),
                    account.sid(),
                    number.sid(),
                    from,
                    number.phoneNumber(),
                    CallStatus.RINGING,
                    scenario.id(),
                    start,
                    now,
                    null,
                    null,
                    new Step.Ask(url == null ? "" : url, number.voice().method(), null),
                    Progress.START,
                    false,
                    null,
                    null));
    run(account, call, scenario, false);
    return call;
  }

  /// Calls somebody for an account, at most once a second: others wait their turn.
  ///
  /// @param from one of its numbers, E.164
  CallRecord place(Account account, String from, String to, Step first, Placed asked) {
    var callee = network.callees().at(to);
    var now = network.clock().instant();
    var call =
        network
            .storage()
            .calls
            .put(
                new CallRecord(
                    Sid.of("CA"),
                    account.sid(),
                    null,
                    from,
                    to,
                    CallStatus.QUEUED,
                    callee.scenario(),
                    null,
                    now,
                    null,
                    null,
                    first,
                    Progress.START,
                    false,
                    null,
                    asked.queued(rate.waiting(account.sid(), now))));
    ring(account, call, asked, false);
    return call;
  }

  private void ring(Account account, CallRecord call, Placed asked, boolean resumed) {
    var callee = network.callees().at(call.to());
    network
        .callees()
        .scenario(call.scenario())
        .ifPresentOrElse(
            scenario ->
                network
                    .live()
                    .start(
                        call.sid(),
                        new PlacedCall(network, account, call, asked, callee, scenario, resumed)),
            () -> log.warn("call {} is not made: no scenario {}", call.sid(), call.scenario()));
  }

  /// Takes up what a stop of the stand-in has interrupted, oldest first. Media streams are broken
  /// then, so the verb after the `<Connect>` is next.
  void resume() {
    network
        .storage()
        .calls
        .all()
        .filter(call -> live(call.sid()).isEmpty())
        .filter(call -> !call.status().isOver() || call.callbackDue())
        .sorted(Comparator.comparing(CallRecord::createdAt))
        .forEach(this::resume);
  }

  private void resume(CallRecord call) {
    var account = network.accounts().find(call.accountSid());
    if (account.isEmpty()) {
      return;
    }
    if (call.parentSid() != null) {
      // Whoever was called has hung up; the verb that called them is done again.
      var status = call.status() == CallStatus.RINGING ? CallStatus.CANCELED : CallStatus.COMPLETED;
      network.storage().calls.put(call.ended(status, network.clock().instant(), false));
      return;
    }
    if (call.status().isOver()) {
      var farewell = new Farewell(network);
      var callLog = new CallLog(network.clock(), call.createdAt());
      network.workers().execute(() -> farewell.tell(account.get(), call, callLog));
      return;
    }
    var asked = call.placed();
    if (asked != null) {
      ring(account.get(), call, asked, true);
      return;
    }
    var scenario =
        Stream.concat(scenarios.stream(), Scenarios.patient().stream())
            .filter(s -> s.id().equals(call.scenario()))
            .findFirst();
    if (scenario.isEmpty()) {
      log.warn("call {} is not taken up: no scenario {}", call.sid(), call.scenario());
      return;
    }
    run(account.get(), call, scenario.get(), true);
  }

  private void run(Account account, CallRecord call, Scenario scenario, boolean resumed) {
    network.live().start(call.sid(), new LiveCall(network, account, call, scenario, resumed));
  }

  /// The call, if it is going on.
  Optional<LiveCalls.Live> live(String sid) {
    return network.live().find(sid);
  }

  int size() {
    return network.live().size();
  }

  /// What was seen of a call, going on or over; empty if there was none.
  Optional<JsonNode> report(String sid) {
    return live(sid).map(LiveCalls.Live::report).or(() -> network.storage().reports.find(sid));
  }

  /// Tells all calls to stop where they are, to be taken up again.
  void unplug() {
    network.live().unplug();
  }

  /// Waits until all calls have stopped.
  @Override
  public void close() {
    unplug();
    network.live().join();
  }
}
