package io.frontdesk.access.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The buckets that all nodes share, in the Valkey or Redis of `REDIS_URL`. While it is away every
/// answer fails at once.
@Context
@Requires(property = "redis.url", pattern = ".*\\S.*")
class SharedBuckets {
  private static final Logger LOG = LoggerFactory.getLogger(SharedBuckets.class);
  private static final String PREFIX = "frontdesk:limit:";
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(300);
  private static final Duration KEPT_WHEN_FULL = Duration.ofSeconds(10);

  private final RedisClient client;
  private volatile @Nullable AsyncProxyManager<byte[]> buckets;
  private volatile boolean told;

  /// @throws ConfigurationException if the address is none
  SharedBuckets(@Property(name = "redis.url") String url) {
    this.client = RedisClient.create(parse(url.strip()));
    client.setOptions(
        ClientOptions.builder()
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_WITHIN).build())
            .timeoutOptions(TimeoutOptions.enabled(ANSWER_WITHIN))
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .build());
  }

  private static RedisURI parse(String url) {
    try {
      return RedisURI.create(url);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "REDIS_URL is no address: expected one such as redis://valkey:6379.");
    }
  }

  /// Connects where there is no connection yet; one that was there once mends itself.
  @Scheduled(fixedDelay = "2s")
  void connect() {
    if (buckets != null) {
      return;
    }
    try {
      buckets =
          Bucket4jLettuce.casBasedBuilder(client.connect(ByteArrayCodec.INSTANCE))
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
              .requestTimeout(ANSWER_WITHIN)
              .build()
              .asAsync();
    } catch (RedisException e) {
      away(e);
    }
  }

  CompletableFuture<ConsumptionProbe> take(String key, Policy policy) {
    var all = buckets;
    return all == null
        ? CompletableFuture.failedFuture(new IllegalStateException("not connected yet"))
        : of(all, key, policy).tryConsumeAndReturnRemaining(1).whenComplete(this::seen);
  }

  CompletableFuture<Void> giveBack(String key, Policy policy) {
    var all = buckets;
    return all == null
        ? CompletableFuture.failedFuture(new IllegalStateException("not connected yet"))
        : of(all, key, policy).addTokens(1);
  }

  private static AsyncBucketProxy of(AsyncProxyManager<byte[]> all, String key, Policy policy) {
    return all.getProxy(
        (PREFIX + key).getBytes(UTF_8),
        () -> CompletableFuture.completedFuture(policy.configuration()));
  }

  private void seen(@Nullable ConsumptionProbe answer, @Nullable Throwable failure) {
    if (failure != null) {
      away(failure);
    } else if (told) {
      told = false;
      LOG.info("REDIS_URL answers again: limits are shared by all nodes");
    }
  }

  /// Tells once, until it is back.
  private void away(Throwable failure) {
    if (!told) {
      told = true;
      LOG.warn(
          "REDIS_URL does not answer: each node limits requests by itself until it does ({})",
          failure.toString());
    }
  }

  @PreDestroy
  void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
  }
}
