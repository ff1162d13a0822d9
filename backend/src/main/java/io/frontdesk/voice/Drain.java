package io.frontdesk.voice;

import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.twilio.WebhookUrls;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This node is about to stop: it is not ready and takes no more calls; those that it carries may
/// end by themselves for a while, and are handed to another node then.
@Singleton
@Readiness
class Drain implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
  private static final String NAME = "calls";

  /// The parameter that counts how often a call was sent on.
  private static final String DETOUR = "detour";

  /// How often a call may come to a node that is about to stop before it is asked to wait.
  private static final int DETOURS = 2;

  /// Twice in this time another node is found, or this one starts again.
  private static final Duration WAIT = Duration.ofSeconds(5);

  private static final int WAITS = 2;

  private static final Duration TO_WRITE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /// Until most balancers have asked whether this node is ready.
  private static final Duration USUAL_NOTICE = Duration.ofSeconds(5);

  private final OnTheLine calls;
  private final Unfinished unfinished;
  private final Apologies words;
  private final WebhookUrls urls;
  private final Duration patience;
  private final Duration notice;
  private volatile boolean stopping;

  /// @param patience for how long calls may end by themselves
  /// @param notice for how long this node goes on answering though it has no calls, for whoever was
  /// sent here before it was known that it stops; null for what is usual
  Drain(
      OnTheLine calls,
      Unfinished unfinished,
      Apologies words,
      WebhookUrls urls,
      @Property(name = "calls.drain", defaultValue = "20s") Duration patience,
      @Property(name = "calls.notice") @Nullable Duration notice,
      @Property(name = "frontdesk.mode", defaultValue = "local") String mode) {
    this.calls = calls;
    this.unfinished = unfinished;
    this.words = words;
    this.urls = urls;
    this.patience = patience;
    this.notice = notice == null ? usual(mode) : notice;
  }

  /// Nobody balances a laptop.
  private static Duration usual(String mode) {
    return mode.equals("production") ? USUAL_NOTICE : Duration.ZERO;
  }

  /// Blocks until no call is left here, or time is up, and all is written down.
  @EventListener
  void stop(ShutdownEvent shutdown) throws InterruptedException {
    stopping = true;
    long noticed = System.nanoTime() + notice.toNanos();
    int there = calls.size();
    if (there > 0) {
      LOG.info("{} calls may end by themselves for {} s", there, patience.toSeconds());
    }
    if (!awaits(() -> calls.size() == 0, patience)) {
      LOG.info("{} calls are handed to another node", calls.size());
      calls.handOver();
    }
    awaits(() -> System.nanoTime() > noticed, notice);
    if (!awaits(unfinished::isNone, TO_WRITE)) {
      LOG.warn("Not all of what happened on calls could be written down");
    }
  }

  /// Whether streams are to be opened elsewhere.
  boolean isStopping() {
    return stopping;
  }

  private static boolean awaits(BooleanSupplier condition, Duration most)
      throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return true;
  }

  /// Answers as `how` does; while this node is about to stop, sends the call to another one, which
  /// is asked the same, or to this one when it has started again.
  ///
  /// @param asked how Twilio asked
  Function<TwilioRequest, String> unlessStopping(
      HttpRequest<?> asked, Function<TwilioRequest, String> how) {
    return request -> stopping ? elsewhere(asked, words.of(request)) : how.apply(request);
  }

  private String elsewhere(HttpRequest<?> asked, DoorWords said) {
    int detours = asked.getParameters().get(DETOUR, Integer.class, 0);
    var count = Stream.of(OwnParameters.pair(DETOUR, "" + (detours + 1)));
    var again = urls.ofWebhook(asked.getPath() + OwnParameters.with(asked, Set.of(DETOUR), count));
    return detours < DETOURS
        ? Twiml.redirect(again)
        : Twiml.waitAndRedirect(said.oneMoment(), said.language(), WAIT, WAITS, again);
  }

  @Override
  public Publisher<HealthResult> getResult() {
    var status = stopping ? HealthStatus.DOWN : HealthStatus.UP;
    return Publishers.just(HealthResult.builder(NAME, status).build());
  }
}
