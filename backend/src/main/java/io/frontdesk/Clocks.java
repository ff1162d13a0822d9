package io.frontdesk;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.data.runtime.date.CurrentDateTimeProvider;
import io.micronaut.data.runtime.date.DateTimeProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

/// The service's clock, in UTC; tests put another in its place. It ticks in microseconds, as
/// PostgreSQL does, so that a time reads the same before it is stored and after.
@Factory
class Clocks {
  private static final Duration TICK = Duration.ofNanos(1000);

  @Bean
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), TICK);
  }

  /// Dates the rows that date themselves (`@DateUpdated`).
  @Bean
  @Singleton
  @Replaces(CurrentDateTimeProvider.class)
  DateTimeProvider<OffsetDateTime> rowDates(Clock clock) {
    return () -> OffsetDateTime.now(clock);
  }
}
