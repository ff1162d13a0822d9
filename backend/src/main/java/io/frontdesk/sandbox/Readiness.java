package io.frontdesk.sandbox;

import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets whoever asks for a practice number right after signing up, or right after the service
/// started, wait the moments until it can be rung.
@Singleton
class Readiness {
  private static final Duration MOMENTS = Duration.ofSeconds(5);

  private final Map<TenantId, CountDownLatch> opening = new ConcurrentHashMap<>();
  private volatile CountDownLatch pointing = new CountDownLatch(0);

  /// A number is about to be made for `tenant`.
  void expect(TenantId tenant) {
    opening.put(tenant, new CountDownLatch(1));
  }

  /// The number of `tenant` is there.
  void made(TenantId tenant) {
    CountDownLatch number = opening.remove(tenant);
    if (number != null) {
      number.countDown();
    }
  }

  /// Numbers that pointed at where the service was are being pointed at where it is.
  ///
  /// @return to be counted down when they are
  CountDownLatch pointing() {
    pointing = new CountDownLatch(1);
    return pointing;
  }

  /// Returns once the number of `tenant` can be rung, or after moments. What did not come then is
  /// not waited for again.
  void await(TenantId tenant) {
    await(pointing);
    CountDownLatch number = opening.get(tenant);
    if (number != null && !await(number)) {
      opening.remove(tenant, number);
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(MOMENTS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
