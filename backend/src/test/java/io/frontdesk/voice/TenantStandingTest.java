package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.access.Allowance;
import io.frontdesk.access.Plan;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.ModelTokens;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Usage;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    mayUse(new Allowance(1, null, null, null));
    one.rings();

    assertThat(other.webhook("incoming", Map.of()).body())
        .contains("<Say>", "lines are busy", "<Reject")
        .doesNotContain("<Stream");
    assertThat(one.webhook("incoming", Map.of()).body()).as("asked again").contains("<Stream");
    assertThat(refused()).containsExactly("concurrent_calls");
    assertThat(owner.api().get("/api/v1/calls/active").body().path("data")).hasSize(1);
  }

  @Test
  void whoeverIsTurnedAwayHearsTheLanguageOfTheBusiness() {
    mayUse(new Allowance(0, null, null, null));
    publish("es-MX");
    assertThat(one.webhook("incoming", Map.of()).body())
        .contains("<Say language=\"es-MX\">", "todas nuestras líneas están ocupadas");

    publish("de");
    assertThat(other.webhook("incoming", Map.of()).body())
        .contains("<Say language=\"de-DE\">", "alle unsere Leitungen besetzt");
  }

  @Test
  void whoCallsWhenTheMonthsMinutesAreUsedUpIsToldSoAndWhoIsOnTheLineStays() {
    UUID going = new PracticeCalls(SERVICE, owner.tenant()).answered();
    mayUse(new Allowance(null, null, 0L, null));

    assertThat(one.webhook("incoming", Map.of()).body())
        .contains("we cannot take any more calls", "<Reject");

    assertThat(refused()).containsExactly("minutes_per_month");
    assertThat(owner.api().get("/api/v1/calls/" + going).body().path("state").asText())
        .isEqualTo("in_progress");
    mayUse(new Allowance(null, null, 1L, null));
    assertThat(other.webhook("incoming", Map.of()).body()).contains("<Stream");
  }

  @Test
  void whoCallsWhenTheDaysMoneyIsSpentIsToldSo() {
    var calls = new PracticeCalls(SERVICE, owner.tenant());
    UUID paid = calls.answered();
    var log = SERVICE.bean(CallLog.class);
    log.used(
        owner.tenant(),
        paid,
        List.of(
            new Usage(
                UUID.randomUUID(),
                Usage.Kind.SPEECH,
                "gpt-realtime-2.1",
                new ModelTokens(1_000_000, 0, 0, 0, 0, 0, 0))));
    log.close(owner.tenant(), paid, CallState.COMPLETED, Instant.now(), null);

    mayUse(new Allowance(null, null, null, new Allowance.Money(4_000_001, "USD")));
    assertThat(one.webhook("incoming", Map.of()).body()).as("4 dollars").contains("<Stream");

    mayUse(new Allowance(null, null, null, new Allowance.Money(4_000_000, "USD")));
    assertThat(other.webhook("incoming", Map.of()).body())
        .contains("we cannot take any more calls", "<Reject");
    assertThat(refused()).containsExactly("spend_per_day");
  }

  private void mayUse(Allowance limits) {
    tenancy.run(owner.tenant(), () -> standings.agree(owner.tenant(), Plan.UNLIMITED, limits));
  }

  /// Why calls were turned away, the last one first.
  private List<String> refused() {
    var reasons = new ArrayList<String>();
    for (var call : owner.api().get("/api/v1/calls?outcome=missed").body().path("data")) {
      reasons.add(call.path("refused").asText());
    }
    return reasons;
  }

  /// Has the receptionist answer in this language.
  private void publish(String language) {
    String path =
        "/api/v1/receptionists/"
            + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    var changed = owner.api().patch(path, "{'languages': ['%s']}".formatted(language));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(owner.api().post(path + "/publish", "{}").status()).isLessThan(300);
  }
}
