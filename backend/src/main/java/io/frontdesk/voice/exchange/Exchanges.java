package io.frontdesk.voice.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.Engine;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives each step of a call to one worker, however often it is asked for and on however many
/// nodes, and everybody the same answer.
@Singleton
public class Exchanges {
  private final ExchangeRepository rows;
  private final Tenancy tenancy;
  private final Clock clock;

  Exchanges(ExchangeRepository rows, Tenancy tenancy, Clock clock) {
    this.rows = rows;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Begins a call, or takes one over; of an engine that has done so, the last answer.
  public Taking open(TenantId tenant, UUID callId, Engine engine) {
    return tenancy.run(
        tenant,
        () -> {
          var latest = latest(tenant, callId);
          if (latest.filter(exchange -> exchange.engine() == engine).isPresent()) {
            return told(latest.get());
          }
          return take(tenant, callId, latest.map(Exchange::step).orElse(-1) + 1, engine, null);
        });
  }

  /// The step that answers what was heard now.
  ///
  /// @param step as the address says that was asked
  /// @return empty if the engine has not opened the call
  public Optional<Taking> next(TenantId tenant, UUID callId, Engine engine, int step) {
    return tenancy.run(
        tenant, () -> latest(tenant, callId).map(last -> next(tenant, callId, engine, step, last)));
  }

  private Taking next(TenantId tenant, UUID callId, Engine engine, int step, Exchange last) {
    boolean isNext = step == last.step() + 1 && last.answer() != null && last.engine() == engine;
    if (isNext) {
      return take(tenant, callId, step, engine, last.state());
    }
    return find(tenant, callId, step)
        .filter(exchange -> exchange.answer() != null)
        .map(Exchanges::told)
        .orElseGet(() -> told(last));
  }

  private Taking take(
      TenantId tenant, UUID callId, int step, Engine engine, @Nullable String before) {
    int taken =
        rows.take(tenant.value(), UuidCreator.getTimeOrderedEpoch(), callId, step, engine, now());
    return taken == 1
        ? new Taking.Yours(step, before)
        : told(find(tenant, callId, step).orElseThrow());
  }

  private static Taking told(Exchange exchange) {
    String answer = exchange.answer();
    return answer == null ? new Taking.UnderWay(exchange) : new Taking.Answered(answer);
  }

  /// How a step stands; empty if nobody has taken it.
  public Optional<Exchange> find(TenantId tenant, UUID callId, int step) {
    return tenancy.run(
        tenant, () -> rows.at(tenant.value(), callId, step).map(ExchangeRepository.Row::exchange));
  }

  /// The last step; empty if the call is not held by TwiML.
  public Optional<Exchange> latest(TenantId tenant, UUID callId) {
    return tenancy.run(
        tenant, () -> rows.latest(tenant.value(), callId).map(ExchangeRepository.Row::exchange));
  }

  /// Takes a step from whoever has not answered it.
  ///
  /// @return whether nobody was faster
  public boolean takeAnew(TenantId tenant, UUID callId, Exchange exchange) {
    return tenancy.run(
        tenant,
        () ->
            rows.takeAnew(tenant.value(), callId, exchange.step(), exchange.takenAt(), now()) == 1);
  }

  /// Whoever took a step still works on it.
  public void atWork(TenantId tenant, UUID callId, int step) {
    tenancy.run(tenant, () -> rows.atWork(tenant.value(), callId, step, now()));
  }

  /// Keeps the answer of a step, if it is the last one and nobody has answered it.
  ///
  /// @param state where the engine stands then, as JSON
  /// @return whether it was kept, and is what the caller is told
  public boolean answer(TenantId tenant, UUID callId, int step, String state, String twiml) {
    return tenancy.run(tenant, () -> rows.answer(tenant.value(), callId, step, state, twiml) == 1);
  }

  /// PostgreSQL keeps no more of it.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
