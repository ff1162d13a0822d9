package io.frontdesk.twilio;

import com.github.f4b6a3.uuid.UuidCreator;
import com.twilio.rest.api.v2010.Account;
import io.frontdesk.business.Businesses;
import io.frontdesk.business.Credential;
import io.frontdesk.business.Credentials;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tenants' accounts at Twilio. Each has a subaccount of the platform's, so that one tenant's
/// numbers, limits and bills are its own.
@Singleton
public class TwilioAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioAccounts.class);
  private static final String PROVIDER = "twilio";
  private static final int NAME_CODE_POINTS = 13;

  private final TwilioConfiguration configuration;
  private final TwilioHttp http;
  private final AccountRepository index;
  private final Credentials credentials;
  private final Businesses businesses;
  private final Secrets secrets;
  private final Tenancy tenancy;
  private final Clock clock;

  /// Accounts never change their token today, so what was read once holds.
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  TwilioAccounts(
      TwilioConfiguration configuration,
      TwilioHttp http,
      AccountRepository index,
      Credentials credentials,
      Businesses businesses,
      Secrets secrets,
      Tenancy tenancy,
      Clock clock) {
    this.configuration = configuration;
    this.http = http;
    this.index = index;
    this.credentials = credentials;
    this.businesses = businesses;
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

  /// The account with this SID; empty if it is nobody's here.
  Optional<Known> bySid(String sid) {
    if (sid.equals(configuration.accountSid())) {
      return Optional.of(new Known(sid, configuration.token(), null));
    }
    Known cached = known.get(sid);
    if (cached != null) {
      return Optional.of(cached);
    }
    return tenancy.platform(() -> index.tenantOf(sid)).map(TenantId::new).flatMap(this::find);
  }

  /// The account of `tenant`.
  ///
  /// @throws IllegalStateException if it has none yet
  public Known of(TenantId tenant) {
    return find(tenant)
        .orElseThrow(() -> new IllegalStateException("tenant " + tenant + " has no account yet"));
  }

  /// The account of `tenant`, if it has one already. One that was opened under another account of
  /// the platform's does not count: the platform has left the sandbox, or moved.
  public Optional<Known> find(TenantId tenant) {
    return tenancy
        .run(
            tenant,
            () -> credentials.findByTenantIdAndProvider(tenant, PROVIDER).filter(this::isUnderOurs))
        .map(
            stored ->
                known.computeIfAbsent(
                    stored.account(),
                    sid -> new Known(sid, secrets.decrypt(tenant, stored.secret()), tenant)));
  }

  /// The account of `tenant`, opened now if it has none. An account that an earlier try opened and
  /// did not record is found by its name and used.
  public Known open(TenantId tenant) {
    var found = find(tenant);
    if (found.isPresent()) {
      return found.get();
    }
    String name = tenancy.run(tenant, () -> businesses.of(tenant)).name();
    Account account = opened(friendlyName(tenant, name));
    tenancy.run(tenant, () -> keep(tenant, account));
    return of(tenant);
  }

  private boolean isUnderOurs(Credential account) {
    return index
        .parentOf(account.account())
        .map(parent -> parent.equals(configuration.accountSid()))
        .orElse(true);
  }

  private void keep(TenantId tenant, Account account) {
    String secret = secrets.encrypt(tenant, account.getAuthToken());
    int added =
        credentials.add(
            tenant,
            UuidCreator.getTimeOrderedEpoch(),
            PROVIDER,
            account.getSid(),
            secret,
            clock.instant());
    if (added == 0 && find(tenant).isEmpty()) {
      credentials.replace(tenant, PROVIDER, account.getSid(), secret, clock.instant());
      LOG.warn(
          "Tenant {} has the account {} now, under {}. The numbers of the account that it had"
              + " before stay there: it needs new ones.",
          tenant,
          account.getSid(),
          configuration.accountSid());
    }
    index.add(account.getSid(), tenant.value(), configuration.sid());
  }

  private Account opened(String friendlyName) {
    var master = http.client(configuration.sid(), configuration.token());
    var earlier =
        Account.reader()
            .setFriendlyName(friendlyName)
            .setStatus(Account.Status.ACTIVE)
            .read(master)
            .iterator();
    return earlier.hasNext()
        ? earlier.next()
        : Account.creator().setFriendlyName(friendlyName).create(master);
  }

  /// At most 64 characters, which is Twilio's limit: the tenant's id takes 36 of them.
  private static String friendlyName(TenantId tenant, String name) {
    return name.strip()
            .codePoints()
            .limit(NAME_CODE_POINTS)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        + " "
        + tenant;
  }
}
