package io.frontdesk;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The service's clock, in UTC; tests put another in its place.
@Factory
class Clocks {
  @Bean
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
