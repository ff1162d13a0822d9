package io.frontdesk.voice;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.Engine;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a test call walk down the ladder: every engine takes it over from the one above, as it would
/// from one that fails, and has to do all that it needs to go on with it.
@Singleton
class RunDrill implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(RunDrill.class);
  private static final String REASON = "drill";

  private final Drills drills;
  private final TestCalls testCalls;
  private final SpeechDrill speech;
  private final Engines engines;
  private final CallsInHand inHand;
  private final CallLog log;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  RunDrill(
      Drills drills,
      TestCalls testCalls,
      SpeechDrill speech,
      Engines engines,
      CallsInHand inHand,
      CallLog log,
      Outbox outbox,
      Tenancy tenancy,
      Clock clock) {
    this.drills = drills;
    this.testCalls = testCalls;
    this.speech = speech;
    this.engines = engines;
    this.inHand = inHand;
    this.log = log;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Begins a walk with what callers hear now; one that is under way goes on instead.
  ///
  /// @throws RequestException.NotFound if the tenant has no such receptionist
  /// @throws RequestException.Conflict if a limit of the business's is reached, or nothing is
  /// published
  Drill begin(TenantId tenant, UUID receptionist) {
    return tenancy.run(
        tenant,
        () -> {
          known(drills.lock(tenant.value(), receptionist), receptionist);
          return drills
              .last(tenant.value(), receptionist)
              .filter(drill -> drill.endedAt() == null)
              .orElseGet(() -> added(tenant, receptionist));
        });
  }

  private static void known(Optional<UUID> found, UUID receptionist) {
    if (found.isEmpty()) {
      throw new RequestException.NotFound("receptionist", receptionist);
    }
  }

  private Drill added(TenantId tenant, UUID receptionist) {
    UUID call = testCalls.open(tenant, receptionist).id();
    var drill =
        drills.save(
            new Drill(
                UuidCreator.getTimeOrderedEpoch(),
                tenant,
                receptionist,
                call,
                List.of(),
                clock.instant(),
                null));
    outbox.soon(this, tenant, drill.id());
    return drill;
  }

  /// The last walk of a receptionist; empty if there was none.
  ///
  /// @throws RequestException.NotFound if the tenant has no such receptionist
  Optional<Drill> last(TenantId tenant, UUID receptionist) {
    return tenancy.run(
        tenant,
        () -> {
          known(drills.receptionist(tenant.value(), receptionist), receptionist);
          return drills.last(tenant.value(), receptionist);
        });
  }

  @Override
  public String name() {
    return "run_drill";
  }

  /// Goes on where whoever began it left off.
  @Override
  public void run(TenantId tenant, UUID id) {
    Drill drill = tenancy.run(tenant, () -> drills.findByTenantIdAndId(tenant, id)).orElse(null);
    if (drill == null || drill.endedAt() != null) {
      return;
    }
    if (!drill.hasTried(Engine.REALTIME)) {
      drill = kept(tenant, drill.after(step(tenant, drill, Engine.REALTIME, null)));
    }
    Engine before = Engine.REALTIME;
    for (TwimlEngine engine : engines.below(Engine.REALTIME)) {
      if (!drill.hasTried(engine.engine())) {
        log.servedBy(tenant, drill.callId(), before, engine.engine(), REASON);
        drill = kept(tenant, drill.after(step(tenant, drill, engine.engine(), engine)));
      }
      before = engine.engine();
    }
    log.close(tenant, drill.callId(), CallState.COMPLETED, clock.instant(), null);
    kept(tenant, drill.ended(clock.instant()));
  }

  private Drill kept(TenantId tenant, Drill drill) {
    return tenancy.run(tenant, () -> drills.update(drill));
  }

  /// @param engine null for the model that listens and speaks
  private Drill.Step step(
      TenantId tenant, Drill drill, Engine which, @Nullable TwimlEngine engine) {
    Instant begun = clock.instant();
    try {
      CallInHand call =
          inHand
              .find(tenant, drill.callId())
              .orElseThrow(() -> new IllegalStateException("the test call is over"));
      if (engine == null) {
        SpeechDrill.Said said = speech.tryOut(call);
        return new Drill.Step(which, true, said.tookMs(), said.words(), null, said.streamMs());
      }
      String said = engine.tryOut(call);
      return new Drill.Step(which, true, since(begun), said, null, null);
    } catch (RuntimeException e) {
      LOG.warn("A drill of {} finds that {} does not work", drill.receptionistId(), which, e);
      return new Drill.Step(which, false, since(begun), null, problem(e), null);
    }
  }

  private long since(Instant begun) {
    return Duration.between(begun, clock.instant()).toMillis();
  }

  /// What nobody expected is in the service's log, and for those who run it.
  private static String problem(RuntimeException e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    String message = cause.getMessage();
    return message != null && cause instanceof IllegalStateException
        ? message
        : "It failed for a technical reason.";
  }
}
