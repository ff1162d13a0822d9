package io.frontdesk.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.business.Credential;
import io.frontdesk.business.Credentials;
import io.frontdesk.business.Finding;
import io.frontdesk.business.Provider;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.secrets.Undecryptable;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the tenants' accounts: encrypted, and whatever is done with one is in the audit log.
@Singleton
class Accounts {
  private static final String RESOURCE = "credential";

  private final Credentials credentials;
  private final AccountTests tests;
  private final NumbersStay numbers;
  private final Secrets secrets;
  private final Tenancy tenancy;
  private final AuditLog audit;
  private final ObjectMapper json;
  private final Clock clock;

  Accounts(
      Credentials credentials,
      AccountTests tests,
      NumbersStay numbers,
      Secrets secrets,
      Tenancy tenancy,
      AuditLog audit,
      ObjectMapper json,
      Clock clock) {
    this.credentials = credentials;
    this.tests = tests;
    this.numbers = numbers;
    this.secrets = secrets;
    this.tenancy = tenancy;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /// All companies at which a tenant may have an account.
  List<AccountView> all(TenantId tenant) {
    List<Credential> stored = tenancy.run(tenant, () -> credentials.findByTenantId(tenant));
    return Arrays.stream(Provider.values())
        .map(
            provider ->
                stored.stream()
                    .filter(credential -> credential.provider() == provider)
                    .findFirst()
                    .map(AccountView::of)
                    .orElseGet(() -> AccountView.none(provider)))
        .toList();
  }

  /// Keeps an account in the place of the one that the tenant has there.
  ///
  /// @throws RequestException.Conflict if numbers would be left behind in another account
  AccountView set(TenantId tenant, Actor actor, Account account) {
    return tenancy.run(
        tenant,
        () -> {
          credentials.lock(tenant);
          var before = credentials.findByTenantIdAndProvider(tenant, account.provider());
          numbers.move(tenant, account.provider(), name(before), account.name());
          Credential fresh = encrypted(tenant, actor, account, before);
          Credential now = before.isPresent() ? credentials.update(fresh) : credentials.save(fresh);
          AccountView view = AccountView.of(now);
          audit.record(
              tenant,
              actor,
              new Change(
                  before.isPresent() ? "update" : "create",
                  RESOURCE,
                  now.id(),
                  before.map(Accounts::shown).orElse(null),
                  shown(now)));
          return view;
        });
  }

  /// Forgets an account.
  ///
  /// @throws RequestException.NotFound if there is none
  /// @throws RequestException.Conflict if numbers would be left behind in it
  void remove(TenantId tenant, Actor actor, Provider provider) {
    tenancy.run(
        tenant,
        () -> {
          credentials.lock(tenant);
          Credential stored = find(tenant, provider);
          numbers.move(tenant, provider, stored.account(), "");
          credentials.deleteByTenantIdAndProvider(tenant, provider);
          audit.record(tenant, actor, Change.deleted(RESOURCE, stored.id(), shown(stored)));
        });
  }

  /// Uses an account and notes what is wrong with it. Takes seconds.
  ///
  /// @throws RequestException.NotFound if there is none
  AccountView.Test test(TenantId tenant, Actor actor, Provider provider) {
    Credential stored = tenancy.run(tenant, () -> find(tenant, provider));
    List<Finding> findings = findings(tenant, stored);
    Instant now = clock.instant();
    tenancy.run(
        tenant,
        () -> {
          credentials.tested(tenant, stored.id(), stored.setAt(), now, written(findings));
          audit.record(
              tenant,
              actor,
              Change.done(
                  "test",
                  RESOURCE,
                  stored.id(),
                  Map.of(
                      "provider",
                      provider,
                      "findings",
                      findings.stream().map(Finding::code).toList())));
        });
    return AccountView.Test.of(findings, now);
  }

  private List<Finding> findings(TenantId tenant, Credential stored) {
    try {
      return tests.run(tenant, stored, secrets.decrypt(tenant, stored.secret()));
    } catch (Undecryptable e) {
      return List.of(
          new Finding("unreadable", "The secret that is stored cannot be read. Set it again."));
    }
  }

  private Credential find(TenantId tenant, Provider provider) {
    return credentials
        .findByTenantIdAndProvider(tenant, provider)
        .orElseThrow(
            () -> new RequestException.NotFound("account of your own at", WireName.of(provider)));
  }

  private Credential encrypted(
      TenantId tenant, Actor actor, Account account, Optional<Credential> before) {
    Instant now = clock.instant();
    return new Credential(
        before.map(Credential::id).orElseGet(UuidCreator::getTimeOrderedEpoch),
        tenant,
        account.provider(),
        account.name(),
        account.settings(),
        secrets.encrypt(tenant, account.secret()),
        account.lastFour(),
        audit.nameOf(tenant, actor),
        now,
        null,
        List.of(),
        before.map(Credential::createdAt).orElse(now),
        now);
  }

  private static @Nullable String name(Optional<Credential> stored) {
    return stored.map(Credential::account).orElse(null);
  }

  /// What the audit log says of an account: enough to see that it is another one.
  private record Shown(
      Provider provider, String account, Object settings, String lastFour, Instant setAt) {}

  private static Shown shown(Credential stored) {
    return new Shown(
        stored.provider(), stored.account(), stored.settings(), stored.lastFour(), stored.setAt());
  }

  private String written(List<Finding> findings) {
    try {
      return json.writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
