package io.frontdesk.sandbox;

import io.frontdesk.business.BusinessOpened;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.phonenumber.NumberProvisioning;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioAccounts;
import io.frontdesk.twilio.TwilioConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/// In the sandbox a new business has an account and a number of its own within moments. With real
/// accounts numbers cost money, so there its owner chooses one.
@Singleton
@Requires(beans = StandIns.class)
class PracticeNumber implements Job {
  private final TwilioConfiguration configuration;
  private final TwilioAccounts accounts;
  private final NumberProvisioning provisioning;
  private final Outbox outbox;
  private final Readiness readiness;

  PracticeNumber(
      TwilioConfiguration configuration,
      TwilioAccounts accounts,
      NumberProvisioning provisioning,
      Outbox outbox,
      Readiness readiness) {
    this.configuration = configuration;
    this.accounts = accounts;
    this.provisioning = provisioning;
    this.outbox = outbox;
    this.readiness = readiness;
  }

  @EventListener
  void opened(BusinessOpened business) {
    if (configuration.isStandIn()) {
      readiness.expect(business.tenant());
      outbox.soon(this, business.tenant(), business.tenant().value());
    }
  }

  /// The service may listen at another port than the last time.
  @EventListener
  void serving(ServerStartupEvent started) {
    if (configuration.isStandIn()) {
      var pointing = readiness.pointing();
      Thread.ofVirtual().name("point practice numbers here").start(() -> point(pointing));
    }
  }

  private void point(CountDownLatch pointing) {
    try {
      provisioning.pointHere();
    } finally {
      pointing.countDown();
    }
  }

  @Override
  public String name() {
    return "practice_number";
  }

  @Override
  public void run(TenantId tenant, UUID business) {
    if (!configuration.isStandIn()) {
      return; // a real account was named meanwhile, and nobody asked it for a number
    }
    if (!accounts.hasOwn(tenant)) {
      accounts.open(tenant);
      provisioning.provideFirst(tenant, "US");
    }
    readiness.made(tenant);
  }
}
