package io.frontdesk.voice;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.Engine;
import io.frontdesk.database.Outage;
import io.frontdesk.twilio.TwilioRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has another engine go on with a call that one could not go on with.
@Singleton
class StepDown {
  private static final Logger LOG = LoggerFactory.getLogger(StepDown.class);

  private static final String ENGINE_FAILED = "engine_failed";

  private final CallsInHand calls;
  private final Engines engines;
  private final CallLog log;

  StepDown(CallsInHand calls, Engines engines, CallLog log) {
    this.calls = calls;
    this.engines = engines;
    this.log = log;
  }

  /// What the caller is told by the first engine that can.
  ///
  /// @param request that is to be answered
  /// @param reason why the engine that serves cannot, in a word
  /// @return TwiML; empty if nobody can tell the caller anything, or the call is over
  /// @throws RuntimeException if the database is away: nobody could do without it
  Optional<String> after(TwilioRequest request, String reason) {
    return calls.about(request).flatMap(call -> next(call, reason));
  }

  /// The same where an engine failed, unless another one has taken the call over already.
  ///
  /// @param failed who could not; empty for whoever served it
  Optional<String> after(TwilioRequest request, Optional<Engine> failed) {
    return calls
        .about(request)
        .flatMap(
            call -> {
              Engine serving = call.call().engine();
              boolean taken = failed.filter(engine -> engine != serving).isPresent();
              return taken
                  ? engines.find(serving).map(engine -> engine.open(call))
                  : next(call, ENGINE_FAILED);
            });
  }

  private Optional<String> next(CallInHand call, String reason) {
    Engine serving = call.call().engine();
    for (TwimlEngine engine : engines.below(serving)) {
      try {
        String twiml = engine.open(call);
        log.servedBy(call.tenant(), call.call().id(), serving, engine.engine(), reason);
        LOG.warn("Call {} goes on with {}: {}", call.call().callSid(), engine.engine(), reason);
        return Optional.of(twiml);
      } catch (RuntimeException e) {
        if (Outage.caused(e)) {
          throw e;
        }
        LOG.warn("{} cannot go on with call {}", engine.engine(), call.call().callSid(), e);
      }
    }
    return Optional.empty();
  }
}
