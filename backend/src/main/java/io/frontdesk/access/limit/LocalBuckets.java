package io.frontdesk.access.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.LocalBucketBuilder;
import jakarta.inject.Singleton;
import java.time.Duration;

/// The buckets of this node. One that nobody takes from for so long is full again, and is
/// forgotten.
@Singleton
class LocalBuckets {
  private static final int MOST = 100_000;
  private static final Duration KEPT = Duration.ofMinutes(15);

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

  ConsumptionProbe take(String key, Policy policy) {
    return of(key, policy).tryConsumeAndReturnRemaining(1);
  }

  void giveBack(String key, Policy policy) {
    of(key, policy).addTokens(1);
  }

  private Bucket of(String key, Policy policy) {
    return buckets.get(key, _ -> make(policy.configuration()));
  }

  private static Bucket make(BucketConfiguration configuration) {
    LocalBucketBuilder builder = Bucket.builder();
    for (var limit : configuration.getBandwidths()) {
      builder.addLimit(limit);
    }
    return builder.build();
  }
}
