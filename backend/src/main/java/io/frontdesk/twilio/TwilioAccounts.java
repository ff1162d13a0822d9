package io.frontdesk.twilio;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.f4b6a3.uuid.UuidCreator;
import com.twilio.rest.api.v2010.Account;
import io.frontdesk.business.Credentials;
import io.frontdesk.business.Provider;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tenants' accounts at Twilio: each tenant's own, or else a subaccount of the platform's, so
/// that one tenant's numbers, limits and bills are its own. They are read anew each time, so that a
/// changed one counts from that moment on, on every node.
@Singleton
public class TwilioAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioAccounts.class);

  private final TwilioConfiguration configuration;
  private final TwilioHttp http;
  private final AccountRepository index;
  private final SubaccountRepository subaccounts;
  private final Credentials credentials;
  private final Secrets secrets;
  private final Tenancy tenancy;
  private final Clock clock;

  /// Held by whoever opens an account for a tenant on this node.
  private final LoadingCache<TenantId, Lock> opening =
      Caffeine.newBuilder().weakValues().build(_ -> new ReentrantLock());

  TwilioAccounts(
      TwilioConfiguration configuration,
      TwilioHttp http,
      AccountRepository index,
      SubaccountRepository subaccounts,
      Credentials credentials,
      Secrets secrets,
      Tenancy tenancy,
      Clock clock) {
    this.configuration = configuration;
    this.http = http;
    this.index = index;
    this.subaccounts = subaccounts;
    this.credentials = credentials;
    this.secrets = secrets;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// An account with the token that signs its requests.
  ///
  /// @param tenant null for the platform's own account
  public record Known(String sid, String authToken, @Nullable TenantId tenant) {
    @Override
    public String toString() {
      return "Known[sid=%s, tenant=%s]".formatted(sid, tenant);
    }
  }

  /// The accounts here that have this SID. Several tenants may say that it is theirs: the token
  /// tells which of them it is.
  List<Known> bySid(String sid) {
    if (sid.equals(configuration.accountSid())) {
      return List.of(new Known(sid, configuration.token(), null));
    }
    return index.signers(sid).stream().flatMap(this::known).distinct().toList();
  }

  /// The tenant that has this number.
  Optional<TenantId> ownerOf(E164 number) {
    return tenancy.platform(() -> index.ownerOf(number.value())).map(TenantId::new);
  }

  /// The account of `tenant`.
  ///
  /// @throws IllegalStateException if it has none yet
  public Known of(TenantId tenant) {
    return find(tenant)
        .orElseThrow(() -> new IllegalStateException("tenant " + tenant + " has no account yet"));
  }

  /// The account that `tenant` uses, if it has one already. A subaccount that was opened under
  /// another account of the platform's does not count: the platform has left the sandbox, or moved.
  public Optional<Known> find(TenantId tenant) {
    return tenancy.run(tenant, () -> stored(tenant)).stream().findFirst();
  }

  /// Whether `tenant` has brought an account of its own.
  public boolean hasOwn(TenantId tenant) {
    return tenancy
        .run(tenant, () -> credentials.findByTenantIdAndProvider(tenant, Provider.TWILIO))
        .isPresent();
  }

  /// The account of `tenant`, opened now if it has none.
  public Known open(TenantId tenant) {
    return find(tenant).orElseGet(() -> openOnce(tenant));
  }

  /// An account that an earlier try opened and did not record is found by its name and used. Of two
  /// nodes that open one at the same time, the one that records it later closes its own again.
  private Known openOnce(TenantId tenant) {
    Lock lock = opening.get(tenant);
    lock.lock();
    try {
      var found = find(tenant);
      if (found.isPresent()) {
        return found.get();
      }
      var earlier = earlier(tenant);
      Account account = earlier.orElseGet(() -> opened(tenant));
      tenancy.run(tenant, () -> keep(tenant, account));
      if (earlier.isEmpty() && !subaccount(tenant).equals(Optional.of(account.getSid()))) {
        Account.updater(account.getSid()).setStatus(Account.Status.CLOSED).update(http.platform());
      }
      return of(tenant);
    } finally {
      lock.unlock();
    }
  }

  /// From the end of the running transaction on, requests of this account are looked for among
  /// those of `tenant`, which says that it is its own.
  public void claim(TenantId tenant, String sid) {
    index.add(sid, tenant.value());
  }

  /// Takes a claim back, unless it is the platform's subaccount for that tenant.
  public void disclaim(TenantId tenant, String sid) {
    if (subaccounts.findByTenantId(tenant).filter(s -> s.accountSid().equals(sid)).isEmpty()) {
      index.remove(sid, tenant.value());
    }
  }

  /// The subaccount that the platform opened for `tenant`, in the platform's hands.
  Optional<String> subaccount(TenantId tenant) {
    return tenancy
        .run(tenant, () -> subaccounts.findByTenantId(tenant))
        .filter(account -> account.isUnder(configuration.accountSid()))
        .map(Subaccount::accountSid);
  }

  /// The tenant's own account first, then the platform's for it.
  private List<Known> stored(TenantId tenant) {
    return index.of(tenant.value()).stream().flatMap(this::known).toList();
  }

  /// A subaccount under an account that is not the platform's any more does not count.
  private Stream<Known> known(AccountRepository.Row row) {
    var tenant = new TenantId(row.tenantId());
    String parent = row.parentSid();
    return parent == null || parent.equals(configuration.accountSid())
        ? Stream.of(new Known(row.accountSid(), secrets.decrypt(tenant, row.secret()), tenant))
        : Stream.empty();
  }

  private void keep(TenantId tenant, Account account) {
    String secret = secrets.encrypt(tenant, account.getAuthToken());
    String parent = configuration.sid();
    var now = clock.instant();
    int added =
        subaccounts.add(
            tenant, UuidCreator.getTimeOrderedEpoch(), account.getSid(), parent, secret, now);
    boolean ours =
        subaccounts.findByTenantId(tenant).filter(stored -> stored.isUnder(parent)).isPresent();
    if (added == 0 && !ours) {
      subaccounts.replace(tenant, account.getSid(), parent, secret, now);
      LOG.warn(
          "Tenant {} has the account {} now, under {}. The numbers of the account that it had"
              + " before stay there: it needs new ones.",
          tenant,
          account.getSid(),
          parent);
    }
    index.add(account.getSid(), tenant.value());
  }

  private Optional<Account> earlier(TenantId tenant) {
    return StreamSupport.stream(
            Account.reader()
                .setFriendlyName(friendlyName(tenant))
                .setStatus(Account.Status.ACTIVE)
                .read(http.platform())
                .spliterator(),
            false)
        .findFirst();
  }

  private Account opened(TenantId tenant) {
    return Account.creator().setFriendlyName(friendlyName(tenant)).create(http.platform());
  }

  /// The same for as long as the tenant is there, whatever the business is called: the account is
  /// found by it.
  static String friendlyName(TenantId tenant) {
    return "Frontdesk " + tenant;
  }
}
