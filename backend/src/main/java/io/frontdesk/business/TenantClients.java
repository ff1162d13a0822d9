package io.frontdesk.business;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.util.function.Function;

/// Clients of another company, one for each tenant, used again for as long as the tenant's account
/// there is the same. Whoever asks shows the account as it is stored at that moment, so a client
/// that was made with another one is never given out again, whichever node the change was made on.
/// One that nobody asks for is forgotten, and its secret with it.
///
/// @param <A> the account; two that are equal make the same client
/// @param <C> the client, which any number of threads may use
public final class TenantClients<A, C> {
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  private final Cache<TenantId, Made<A, C>> made =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN_AFTER).build();
  private final Function<A, C> make;

  /// @param make a client that holds nothing that must be closed; asks nobody
  public TenantClients(Function<A, C> make) {
    this.make = make;
  }

  private record Made<A, C>(A account, C client) {}

  /// The client of `tenant`, whose account is `account` now.
  public C of(TenantId tenant, A account) {
    Made<A, C> held = made.getIfPresent(tenant);
    if (held == null || !held.account().equals(account)) {
      held =
          made.asMap()
              .compute(
                  tenant,
                  (_, other) ->
                      other != null && other.account().equals(account)
                          ? other
                          : new Made<>(account, make.apply(account)));
    }
    return held.client();
  }

  /// Forgets the client of `tenant`, which has no account any more.
  public void drop(TenantId tenant) {
    made.invalidate(tenant);
  }
}
