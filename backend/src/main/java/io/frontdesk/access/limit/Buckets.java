package io.frontdesk.access.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The buckets that requests take from: shared with other nodes where there are any, or while they
/// cannot be reached, this node's own. Never blocks, never fails.
@Singleton
class Buckets {
  private final LocalBuckets local;
  private final @Nullable SharedBuckets shared;
  private final Executor threads;

  Buckets(
      LocalBuckets local,
      @Nullable SharedBuckets shared,
      @Named(TaskExecutors.BLOCKING) Executor threads) {
    this.local = local;
    this.shared = shared;
    this.threads = threads;
  }

  /// Takes a token out of the bucket of `key`, if there is one. What follows never runs on the
  /// thread that reads from Valkey, which must not wait for anything.
  CompletableFuture<ConsumptionProbe> take(String key, Policy policy) {
    return shared == null
        ? CompletableFuture.completedFuture(local.take(key, policy))
        : shared
            .take(key, policy)
            .exceptionally(_ -> local.take(key, policy))
            .thenApplyAsync(probe -> probe, threads);
  }

  /// Puts a token back that was taken for nothing.
  void giveBack(String key, Policy policy) {
    if (shared == null) {
      local.giveBack(key, policy);
    } else {
      shared.giveBack(key, policy).whenComplete((_, away) -> {});
    }
  }
}
