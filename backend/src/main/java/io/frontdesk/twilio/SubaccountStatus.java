package io.frontdesk.twilio;

import com.github.f4b6a3.uuid.UuidCreator;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import io.frontdesk.access.TenantStandingChanged;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Suspends the subaccount of a tenant that is suspended, so that it can spend nothing at Twilio,
/// and reactivates it with the tenant. Accounts that tenants bring are theirs: nobody touches them.
/// Source: https://www.twilio.com/docs/iam/api/account#update-an-account
@Singleton
class SubaccountStatus implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(SubaccountStatus.class);

  private final TwilioHttp http;
  private final TwilioAccounts accounts;
  private final TenantStandings standings;
  private final Outbox outbox;

  SubaccountStatus(
      TwilioHttp http, TwilioAccounts accounts, TenantStandings standings, Outbox outbox) {
    this.http = http;
    this.accounts = accounts;
    this.standings = standings;
    this.outbox = outbox;
  }

  /// Every change has a job of its own: one that is running may have looked already.
  @EventListener
  void changed(TenantStandingChanged change) {
    outbox.soon(this, change.tenant(), UuidCreator.getTimeOrderedEpoch());
  }

  @Override
  public String name() {
    return "subaccount_status";
  }

  /// Makes Twilio's status what the tenant's standing says, and looks again afterwards: of several
  /// changes at once the last one counts, whichever job is the last.
  @Override
  public void run(TenantId tenant, UUID change) {
    var sid = accounts.subaccount(tenant);
    if (sid.isEmpty()) {
      return;
    }
    TwilioRestClient master = http.platform();
    boolean suspended;
    do {
      suspended = standings.of(tenant).isSuspended();
      set(master, sid.get(), suspended ? Account.Status.SUSPENDED : Account.Status.ACTIVE);
    } while (standings.of(tenant).isSuspended() != suspended);
  }

  private static void set(TwilioRestClient master, String sid, Account.Status wanted) {
    TwilioErrors.answer(
        () -> {
          Account.Status now = Account.fetcher(sid).fetch(master).getStatus();
          if (now == Account.Status.CLOSED) {
            LOG.warn("The account {} was closed at Twilio: it stays so", sid);
          } else if (now != wanted) {
            Account.updater(sid).setStatus(wanted).update(master);
            LOG.info("The account {} is {} at Twilio now", sid, wanted);
          }
          return now;
        });
  }
}
