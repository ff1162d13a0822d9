package io.frontdesk.call;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.access.Allowance;
import io.frontdesk.access.Allowance.Money;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/// Tells when most of a limit is used up, and when all of it is: `usage.threshold` happens once for
/// each in a month or day, whoever finds it, at once or later. Works in the running transaction.
@Singleton
class Thresholds {
  /// In percent, rising.
  private static final List<Integer> PERCENTS = List.of(80, 100);

  private static final int SECONDS_PER_MINUTE = 60;

  private final TenantStandings standings;
  private final Consumption consumption;
  private final ReachedThresholds reached;
  private final Outbox outbox;
  private final Clock clock;

  Thresholds(
      TenantStandings standings,
      Consumption consumption,
      ReachedThresholds reached,
      Outbox outbox,
      Clock clock) {
    this.standings = standings;
    this.consumption = consumption;
    this.reached = reached;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Tells what has been reached and was not told before.
  void check(TenantId tenant) {
    Allowance limits = standings.of(tenant).effectiveLimits();
    Long minutes = limits.minutesPerMonth();
    if (minutes != null) {
      check(
          tenant,
          WireName.of(Refusal.MINUTES_PER_MONTH),
          consumption.month(tenant),
          minutes,
          () -> consumption.of(tenant, "").seconds() / SECONDS_PER_MINUTE,
          amount -> amount);
    }
    Money spend = limits.spendPerDay();
    if (spend != null) {
      check(
          tenant,
          WireName.of(Refusal.SPEND_PER_DAY),
          consumption.day(tenant),
          spend.amountMicros(),
          () -> consumption.of(tenant, spend.currency()).spent(),
          amount -> new Money(amount, spend.currency()));
    }
  }

  /// @param measure as it is told
  /// @param counting counts what is used, if that matters
  /// @param shown an amount as it is told
  private void check(
      TenantId tenant,
      String measure,
      LocalDate since,
      long limit,
      LongSupplier counting,
      LongFunction<Object> shown) {
    int told = reached.highest(tenant.value(), measure, since);
    if (told >= PERCENTS.getLast()) {
      return;
    }
    standings.countAlone(tenant);
    long used = counting.getAsLong();
    for (int percent : PERCENTS) {
      if (percent > told && used * 100 >= limit * percent) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        int added = reached.add(tenant.value(), id, measure, since, percent, clock.instant());
        if (added > 0) {
          outbox.happened(
              tenant,
              "usage.threshold",
              id,
              Map.of(
                  "measure",
                  measure,
                  "percent",
                  percent,
                  "limit",
                  shown.apply(limit),
                  "used",
                  shown.apply(used),
                  "since",
                  since));
        }
      }
    }
  }
}
