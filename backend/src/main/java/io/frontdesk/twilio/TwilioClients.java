package io.frontdesk.twilio;

import com.twilio.http.TwilioRestClient;
import io.frontdesk.access.TenantStandingChanged;
import io.frontdesk.business.TenantClients;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioAccounts.Known;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/// The tenants' clients of Twilio's REST API.
@Singleton
class TwilioClients {
  private final TwilioAccounts accounts;
  private final TenantClients<Known, TwilioRestClient> clients;

  TwilioClients(TwilioAccounts accounts, TwilioHttp http) {
    this.accounts = accounts;
    this.clients = new TenantClients<>(account -> http.client(account.sid(), account.authToken()));
  }

  /// The client for the account that `tenant` uses now; one is opened if it has none.
  TwilioRestClient of(TenantId tenant) {
    return clients.of(tenant, accounts.open(tenant));
  }

  /// Whoever is suspended, or served again, starts anew. On other nodes a client may be left:
  /// Twilio refuses it, since the account is suspended there.
  @EventListener
  void changed(TenantStandingChanged change) {
    clients.drop(change.tenant());
  }
}
