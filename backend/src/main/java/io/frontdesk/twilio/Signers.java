package io.frontdesk.twilio;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.database.Outage;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whose token may have signed a request. Read anew each time; by heart while the database is away,
/// for calls go on meanwhile.
@Singleton
class Signers {
  private static final Logger LOG = LoggerFactory.getLogger(Signers.class);

  /// Longer than the pauses between most businesses' calls.
  private static final Duration REMEMBERED = Duration.ofHours(12);

  private final TwilioAccounts accounts;
  private final Duration patience;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Cache<String, List<TwilioAccounts.Known>> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  /// @param patience for how long the database is waited for: of the few seconds that Twilio waits,
  /// most are the answer's
  Signers(
      TwilioAccounts accounts,
      @Property(name = "voice.patience.signer", defaultValue = "1s") Duration patience) {
    this.accounts = accounts;
    this.patience = patience;
  }

  /// The accounts that have this SID.
  List<TwilioAccounts.Known> of(String sid) {
    List<TwilioAccounts.Known> before = known.getIfPresent(sid);
    return before == null ? learn(sid) : again(sid, before);
  }

  private List<TwilioAccounts.Known> again(String sid, List<TwilioAccounts.Known> before) {
    try {
      return CompletableFuture.supplyAsync(() -> learn(sid), threads)
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.warn("The token of {} is taken by heart", sid);
      return before;
    } catch (ExecutionException e) {
      if (Outage.caused(e)) {
        LOG.warn("The token of {} is taken by heart: {}", sid, e.toString());
        return before;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<TwilioAccounts.Known> learn(String sid) {
    List<TwilioAccounts.Known> found = accounts.bySid(sid);
    if (!found.isEmpty()) {
      known.put(sid, found);
    } else {
      known.invalidate(sid);
    }
    return found;
  }
}
