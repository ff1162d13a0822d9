package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.access.Allowance;
import io.frontdesk.access.Plan;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What callers hear of a business that is not served, or not further.
class TenantStandingTest {
  private static final RunningService SERVICE = HandMade.SERVICE;

  private final Owner owner = Owner.signUp(SERVICE, "Acme " + UUID.randomUUID());
  private final HandPhone one = new HandPhone(SERVICE, owner);
  private final HandPhone other = new HandPhone(SERVICE, owner);
  private final Tenancy tenancy = SERVICE.bean(Tenancy.class);
  private final TenantStandings standings = SERVICE.bean(TenantStandings.class);

  @AfterEach
  void hangUp() {
    one.close();
    other.close();
  }

  @Test
  void whoCallsASuspendedBusinessIsToldPolitely() {
    tenancy.run(owner.tenant(), () -> standings.suspend(owner.tenant(), "The bill is open."));

    var answer = one.webhook("incoming", Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<Say>", "cannot take calls at the moment", "<Reject")
        .doesNotContain("bill", "<Stream");

    tenancy.run(owner.tenant(), () -> standings.reactivate(owner.tenant()));
    assertThat(one.webhook("incoming", Map.of()).body()).contains("<Stream");
  }

  @Test
  void aFullHouseIsBusyAndWhoIsInStaysIn() {
    tenancy.run(
        owner.tenant(),
        () -> standings.agree(owner.tenant(), Plan.UNLIMITED, new Allowance(1, null)));
    one.rings();

    assertThat(other.webhook("incoming", Map.of()).body())
        .contains("<Say>", "lines are busy", "<Reject")
        .doesNotContain("<Stream");
    assertThat(one.webhook("incoming", Map.of()).body()).as("asked again").contains("<Stream");
    assertThat(owner.api().get("/api/v1/calls").body().path("data")).hasSize(1);
  }
}
