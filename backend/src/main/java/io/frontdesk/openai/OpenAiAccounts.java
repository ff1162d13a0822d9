package io.frontdesk.openai;

import io.frontdesk.business.Credential;
import io.frontdesk.business.Credentials;
import io.frontdesk.business.Provider;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;

/// Whose key opens a tenant's sessions: its own, or else the platform's. It is read anew each time,
/// so that a changed one counts from that moment on, on every node.
@Singleton
public class OpenAiAccounts {
  private final OpenAiConfiguration platform;
  private final Credentials credentials;
  private final Secrets secrets;
  private final Tenancy tenancy;

  /// @param platform the account of tenants that have none
  public OpenAiAccounts(
      OpenAiConfiguration platform, Credentials credentials, Secrets secrets, Tenancy tenancy) {
    this.platform = platform;
    this.credentials = credentials;
    this.secrets = secrets;
    this.tenancy = tenancy;
  }

  /// Where the models are reached for `tenant`, and with which key.
  public OpenAiConfiguration of(TenantId tenant) {
    return tenancy
        .run(tenant, () -> credentials.findByTenantIdAndProvider(tenant, Provider.OPENAI))
        .map(Credential::secret)
        .map(secret -> platform.withKey(secrets.decrypt(tenant, secret)))
        .orElse(platform);
  }

  /// Whether it is the platform's account, which all tenants share that have none.
  public boolean isPlatforms(OpenAiConfiguration account) {
    return account.equals(platform);
  }
}
