package io.frontdesk.chat;

import io.frontdesk.business.Credential;
import io.frontdesk.business.Credentials;
import io.frontdesk.business.Provider;
import io.frontdesk.credential.ProviderAddress;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose key opens Anthropic's models for a tenant: its own, or else the platform's
/// (`ANTHROPIC_API_KEY`), if there is one. It is read anew each time, so that a changed one counts
/// from that moment on.
@Singleton
public class AnthropicAccounts {
  private final Credentials credentials;
  private final Secrets secrets;
  private final Tenancy tenancy;
  private final URI address;
  private final Optional<String> platforms;

  AnthropicAccounts(
      Credentials credentials,
      Secrets secrets,
      Tenancy tenancy,
      @Property(name = "anthropic.api-url") @Nullable String named,
      @Property(name = "anthropic.api-key") @Nullable String key) {
    this.credentials = credentials;
    this.secrets = secrets;
    this.tenancy = tenancy;
    this.address = ProviderAddress.anthropic(named);
    this.platforms = Optional.ofNullable(key).map(String::strip).filter(text -> !text.isEmpty());
  }

  /// @param api up to and with the version
  record Account(URI api, String key) {
    @Override
    public String toString() {
      return "Account[" + api + "]";
    }
  }

  /// Empty if nobody has a key.
  Optional<Account> of(TenantId tenant) {
    return tenancy
        .run(tenant, () -> credentials.findByTenantIdAndProvider(tenant, Provider.ANTHROPIC))
        .map(Credential::secret)
        .map(secret -> secrets.decrypt(tenant, secret))
        .or(() -> platforms)
        .map(key -> new Account(URI.create(address + "/v1"), key));
  }
}
