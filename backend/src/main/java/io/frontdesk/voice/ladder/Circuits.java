package io.frontdesk.voice.ladder;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Skips providers that fail, each with the key that it failed with, until one call has found that
/// they answer again. What this node knows; others find out for themselves.
@Singleton
public class Circuits {
  private static final Logger LOG = LoggerFactory.getLogger(Circuits.class);

  /// Of so many attempts, so many must have failed.
  private static final int LOOKED_AT = 5;

  private static final int LEAST = 3;
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);
  private static final int FAILED_PERCENT = 60;

  private final CircuitBreakerRegistry breakers;
  private final boolean skips;

  /// @param pause for how long a provider is skipped; none is if zero
  Circuits(@Property(name = "voice.provider-pause", defaultValue = "30s") Duration pause) {
    skips = pause.isPositive();
    breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(LOOKED_AT)
                .minimumNumberOfCalls(LEAST)
                .failureRateThreshold(FAILED_PERCENT)
                .waitDurationInOpenState(skips ? pause : LEAST_PAUSE)
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(skips ? pause : LEAST_PAUSE)
                .build());
  }

  /// Whether nobody has failed for long.
  public boolean skipsNobody() {
    return breakers.getAllCircuitBreakers().stream()
        .allMatch(breaker -> breaker.getState() == CircuitBreaker.State.CLOSED);
  }

  /// Whether it is worth trying. Whoever is told so and tries says how it went.
  public boolean allows(ProviderKey key) {
    return breakers.find(key.name()).map(CircuitBreaker::tryAcquirePermission).orElse(true);
  }

  /// It answered.
  public void worked(ProviderKey key) {
    breakers
        .find(key.name())
        .ifPresent(breaker -> breaker.onSuccess(0, breaker.getTimestampUnit()));
  }

  /// It could not be reached, or did not do what it should.
  public void failed(ProviderKey key, Fault fault) {
    if (!skips) {
      return;
    }
    var breaker = breakers.circuitBreaker(key.name());
    breaker.onError(0, breaker.getTimestampUnit(), new ProviderFailed(fault));
    boolean hopeless = fault == Fault.MODEL_EXHAUSTED;
    if (hopeless && breaker.getState() != CircuitBreaker.State.OPEN) {
      breaker.transitionToOpenState();
    }
    if (breaker.getState() == CircuitBreaker.State.OPEN) {
      LOG.warn("{} is skipped for a while: {}", key, fault.reason());
    }
  }

  private static final class ProviderFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProviderFailed(Fault fault) {
      super(fault.reason(), null, false, false);
    }
  }
}
