package io.frontdesk.operator;

import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.UUID;

/// A job that fails as long as it is told to.
@Singleton
class FailingJob implements Job {
  static final String NAME = "failing_job";

  private volatile boolean failing;

  void fails(boolean fails) {
    failing = fails;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(TenantId tenant, UUID subject) {
    if (failing) {
      throw new IllegalStateException("the printer is on fire");
    }
  }
}
