package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.caller.Progress;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.twilio.Orders.End;
import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Orders.Unplug;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Calls somebody and joins them to the call, until one of both hangs up.
final class DialVerb {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

  /// So much longer than it is told Twilio lets it ring.
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Here here;

  DialVerb(Here here) {
    this.here = here;
  }

  Step run(Verb.Dial dial, Step.Perform at) throws Overruled, CallFault {
    if (!dial.answerOnBridge()) {
      here.answer();
    }
    var outcome = new DialOutcome(here.network().recordings());
    var taping = dial.taping();
    var order = taping == null ? null : RecordVerb.absolute(taping.order(), at);
    if (order != null && taping != null && taping.fromRinging()) {
      outcome.recordedAs(here.network().recordings().start(here, order));
    }
    try {
      if (mayCall(dial)) {
        for (var together : dial.turns()) {
          if (ring(dial, together, at.base(), order, outcome)) {
            break;
          }
        }
      }
    } catch (Overruled overruled) {
      if (overruled.order() instanceof End end && end.by().equals("caller")) {
        outcome.canceled();
        tellWhoHasGone(dial, at, outcome);
      }
      throw overruled;
    } finally {
      outcome.recordedToTheEnd();
    }
    var action = dial.action();
    return action == null
        ? at.next()
        : new Step.Ask(Verbs.resolve(at.base(), action), dial.method(), null, outcome.fields());
  }

  /// Whether the number that is shown is one that may be.
  private boolean mayCall(Verb.Dial dial) {
    var shown = dial.callerId();
    var call = here.file().call();
    if (shown == null || shown.equals(call.from()) || shown.equals(call.to())) {
      return true;
    }
    var ours =
        here.network()
            .numbers()
            .find(shown)
            .filter(number -> number.accountSid().equals(call.accountSid()));
    if (ours.isEmpty()) {
      here.file().warn(new Warning(13214, "Dial: '%s' cannot be shown".formatted(shown)));
    }
    return ours.isPresent();
  }

  /// Has these telephones ring at the same time, and joins the first that is picked up.
  ///
  /// @return whether one was
  private boolean ring(
      Verb.Dial dial,
      List<Verb.Called> numbers,
      @Nullable String base,
      @Nullable RecordingOrder order,
      DialOutcome outcome)
      throws Overruled, CallFault {
    var legs = new ArrayList<CalledLeg>();
    for (var number : numbers) {
      if (NUMBER.matcher(number.number()).matches()) {
        legs.add(leg(dial, number, base));
      } else {
        here.file().warn(new Warning(13223, "Dial: '%s' is no number".formatted(number.number())));
      }
    }
    var first = new CompletableFuture<Optional<CalledLeg>>();
    for (var leg : legs) {
      leg.joinable().thenAccept(picked -> complete(first, leg, picked));
    }
    CompletableFuture.allOf(legs.stream().map(CalledLeg::over).toArray(CompletableFuture[]::new))
        .thenRun(() -> first.complete(Optional.empty()));
    here.line().rings(true);
    try {
      for (var leg : legs) {
        here.network().live().start(leg.call().sid(), leg);
      }
      here.line().after(dial.timeout().plus(GRACE), () -> legs.forEach(DialVerb::giveUp));
      var picked = here.orders().await(first).orElse(null);
      legs.stream().filter(leg -> leg != picked).forEach(leg -> leg.leave("somebody was quicker"));
      here.line().rings(false);
      if (picked == null) {
        outcome.nobody(legs);
        return false;
      }
      here.answer();
      outcome.joined(picked);
      if (order != null && !outcome.isRecorded()) {
        outcome.recordedAs(here.network().recordings().start(here, order));
      }
      talk(dial, picked);
      return true;
    } catch (Overruled overruled) {
      var unplugged = overruled.order() instanceof Unplug;
      legs.forEach(leg -> letGo(leg, unplugged));
      throw overruled;
    } finally {
      here.line().rings(false);
    }
  }

  private static void complete(
      CompletableFuture<Optional<CalledLeg>> first, CalledLeg leg, boolean picked) {
    if (picked) {
      first.complete(Optional.of(leg));
    }
  }

  private static void giveUp(CalledLeg leg) {
    if (leg.call().status() == CallStatus.RINGING) {
      leg.give(new End("caller", "nobody picked up", CallStatus.NO_ANSWER));
    }
  }

  private static void letGo(CalledLeg leg, boolean unplugged) {
    if (unplugged) {
      leg.unplug();
    } else {
      leg.leave("the call went on without it");
    }
  }

  private CalledLeg leg(Verb.Dial dial, Verb.Called number, @Nullable String base)
      throws CallFault {
    var network = here.network();
    var call = here.file().call();
    var callee = network.callees().at(number.number());
    Scenario scenario =
        network
            .callees()
            .scenario(callee.scenario())
            .orElseThrow(() -> new CallFault(11200, "no scenario " + callee.scenario()));
    var shown = dial.callerId() == null ? call.from() : dial.callerId();
    var record =
        new CallRecord(
            Sid.of("CA"),
            call.accountSid(),
            null,
            shown,
            number.number(),
            CallStatus.RINGING,
            scenario.id(),
            call.sandboxStart(),
            network.clock().instant(),
            null,
            null,
            null,
            Progress.START,
            false,
            call.sid(),
            null);
    return new CalledLeg(here, network.storage().calls.put(record), callee, scenario, number, base);
  }

  private void talk(Verb.Dial dial, CalledLeg leg) throws Overruled {
    var star = new CompletableFuture<Void>();
    PhoneLine.Tap stars =
        (_, _, keys) -> {
          if (dial.hangupOnStar() && keys.contains("*")) {
            star.complete(null);
          }
        };
    var limit = new CompletableFuture<Void>();
    here.line().after(dial.timeLimit(), () -> limit.complete(null));
    here.line().tap(stars);
    try (var _ = new Bridge(here.line(), leg.line())) {
      leg.joined();
      here.orders().await(CompletableFuture.anyOf(leg.apart(), star, limit));
    } finally {
      here.line().untap(stars);
    }
    if (!leg.apart().isDone()) {
      leg.leave(star.isDone() ? "the caller pressed *" : "the time was up");
      leg.over().join();
    }
  }

  /// The caller has hung up: the action is told, and whatever it answers is not done.
  private void tellWhoHasGone(Verb.Dial dial, Step.Perform at, DialOutcome outcome) {
    if (dial.action() == null) {
      return;
    }
    try {
      var fields = new LinkedHashMap<>(here.file().fields());
      fields.putAll(outcome.fields());
      fields.put("CallStatus", "completed");
      var url = Verbs.resolve(at.base(), dial.action());
      here.file().tell(new Question("dial_action", url, dial.method(), fields));
    } catch (CallFault fault) {
      here.file().warn(fault.warning());
    }
  }
}
