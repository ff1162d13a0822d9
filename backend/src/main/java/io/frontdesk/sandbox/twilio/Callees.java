package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.caller.Scenarios;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who answers when the stand-in calls a number: a few numbers have somebody of their own from the
/// start, others once somebody has said so. Everybody else picks up and takes the call.
final class Callees {
  private static final Duration RINGS = Duration.ofSeconds(4);
  private static final String TAKES_CALLS = "takes_calls";

  private static final Map<String, Callee> SHIPPED = shipped();

  private final Shelf<Callee> told;
  private final List<Scenario> scenarios;

  /// @param scenarios what somebody may follow, besides those that are shipped
  Callees(Shelf<Callee> told, List<Scenario> scenarios) {
    this.told = told;
    this.scenarios = scenarios;
  }

  private static Map<String, Callee> shipped() {
    var callees = new LinkedHashMap<String, Callee>();
    Stream.of(
            new Callee("+12125550120", Answer.PICKS_UP, RINGS, TAKES_CALLS),
            new Callee("+12125550121", Answer.NO_ANSWER, RINGS, TAKES_CALLS),
            new Callee("+12125550122", Answer.BUSY, RINGS, TAKES_CALLS),
            new Callee("+12125550123", Answer.UNREACHABLE, RINGS, TAKES_CALLS),
            new Callee("+12125550124", Answer.PICKS_UP, RINGS, "answering_machine"),
            new Callee("+12125550125", Answer.PICKS_UP, RINGS, "declines_calls"),
            new Callee("+12125550126", Answer.PICKS_UP, RINGS, "hangs_up_at_once"),
            new Callee("+12125550127", Answer.PICKS_UP, RINGS, "presses_nothing"),
            new Callee("+12125550128", Answer.PICKS_UP, RINGS, "answers_the_telephone"))
        .forEach(callee -> callees.put(callee.number(), callee));
    return Map.copyOf(callees);
  }

  Callee at(String number) {
    return told.find(number)
        .or(() -> Optional.ofNullable(SHIPPED.get(number)))
        .orElseGet(() -> new Callee(number, Answer.PICKS_UP, RINGS, TAKES_CALLS));
  }

  /// Those who are not like everybody else.
  List<Callee> known() {
    var known = new LinkedHashMap<>(SHIPPED);
    told.all().forEach(callee -> known.put(callee.number(), callee));
    return known.values().stream().sorted(java.util.Comparator.comparing(Callee::number)).toList();
  }

  void tell(Callee callee) {
    told.put(callee);
  }

  /// What such a person follows; empty if there is no such script.
  Optional<Scenario> scenario(String id) {
    return Stream.concat(scenarios.stream(), Scenarios.called().stream())
        .filter(scenario -> scenario.id().equals(id))
        .findFirst();
  }
}
