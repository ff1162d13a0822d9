package io.frontdesk.fact;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.fact.said.Understood;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The book of what callers said. Every method opens the tenant's door, or joins it where it is
/// open; noting the same once more changes nothing.
@Singleton
public class Facts {
  /// The key of the caller's own name, whether it is an intake question or not.
  public static final String NAME = "name";

  /// The key of the caller's own e-mail address, likewise.
  public static final String EMAIL = "email";

  /// Keys that a lead has a place of its own for.
  public static final Set<String> ABOUT_THE_CALLER = Set.of(NAME, EMAIL);

  private final Tenancy tenancy;
  private final FactRepository facts;
  private final Clock clock;

  Facts(Tenancy tenancy, FactRepository facts, Clock clock) {
    this.tenancy = tenancy;
    this.facts = facts;
    this.clock = clock;
  }

  /// What a caller said about themselves in one call, by key.
  public List<Fact> of(TenantId tenant, UUID callId) {
    return tenancy.run(tenant, () -> facts.findByTenantIdAndCallIdOrderByKey(tenant, callId));
  }

  /// Notes an answer; what was noted under this key before is forgotten, and what the caller agreed
  /// to stays agreed to as long as it is the same.
  ///
  /// @param verified whether the caller heard it read back and agreed
  public Fact note(
      TenantId tenant,
      UUID callId,
      String key,
      Understood.Value value,
      String said,
      Source source,
      boolean verified) {
    return tenancy.run(
        tenant,
        () -> {
          var known = facts.findByTenantIdAndCallIdAndKey(tenant, callId, key);
          if (known.filter(same -> same.value().equals(value.value())).isPresent()
              && (known.get().verified() || !verified)) {
            return known.get();
          }
          facts.forget(tenant.value(), callId, key);
          return facts.save(
              new Fact(
                  UuidCreator.getTimeOrderedEpoch(),
                  tenant,
                  callId,
                  key,
                  value.value(),
                  said,
                  known
                      .filter(same -> same.value().equals(value.value()))
                      .map(Fact::source)
                      .orElse(source),
                  verified,
                  clock.instant()));
        });
  }
}
