package io.frontdesk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.access.Allowance;
import io.frontdesk.access.Plan;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Colleague;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A business sees how much it may use, and how much of it is used.
class LimitsTest {
  private static final String LIMITS = "/api/v1/business/limits";

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final PracticeCalls calls = new PracticeCalls(service, owner.tenant());

  @Test
  void itsPlanSaysHowMuchUnlessSomethingElseWasAgreed() {
    JsonNode usual = owner.api().get(LIMITS).body();
    assertThat(usual.path("plan").asText()).isEqualTo("standard");
    assertThat(usual.at("/concurrent_calls/limit").asInt()).isEqualTo(200);
    assertThat(usual.at("/minutes_per_month/limit").asInt()).isEqualTo(100_000);
    assertThat(usual.at("/spend_per_day/limit/currency").asText()).isEqualTo("USD");

    agree(Plan.TRIAL, new Allowance(1, null, null, null));
    JsonNode agreed = owner.api().get(LIMITS).body();
    assertThat(agreed.at("/concurrent_calls/limit").asInt()).isEqualTo(1);
    assertThat(agreed.at("/phone_numbers/limit").asInt()).as("as the plan says").isEqualTo(2);

    agree(Plan.UNLIMITED, Allowance.NONE);
    JsonNode none = owner.api().get(LIMITS).body();
    assertThat(none.at("/concurrent_calls/limit").isNull()).isTrue();
    assertThat(none.at("/spend_per_day/limit").isNull()).isTrue();
    assertThat(none.at("/spend_per_day/used/amount_micros").asInt()).isZero();
  }

  @Test
  void whatCallsTakeIsCounted() {
    var log = service.bean(CallLog.class);
    UUID over = calls.answered();
    log.used(
        owner.tenant(),
        over,
        List.of(
            new Usage(
                UUID.randomUUID(),
                Usage.Kind.SPEECH,
                "gpt-realtime-2.1",
                new ModelTokens(1_000_000, 0, 0, 0, 0, 0, 0))));
    Instant end = Instant.now().plusSeconds(150);
    log.close(owner.tenant(), over, CallState.COMPLETED, end, null);
    calls.answered();
    await().until(() -> owner.api().get(LIMITS).body().at("/phone_numbers/used").asInt() == 1);

    JsonNode used = owner.api().get(LIMITS).body();

    assertThat(used.at("/concurrent_calls/used").asInt()).isEqualTo(1);
    assertThat(used.at("/minutes_per_month/used").asInt()).isEqualTo(2);
    assertThat(used.at("/spend_per_day/used/amount_micros").asInt()).isEqualTo(4_000_000);
  }

  @Test
  void whoeverMayLookSeesItsOwnAndNobodyElses() {
    calls.answered();
    Owner other = Owner.signUp(service, "Best");

    var viewer = Colleague.join(service, owner, "viewer").api().get(LIMITS);

    assertThat(viewer.body().at("/concurrent_calls/used").asInt()).isEqualTo(1);
    assertThat(other.api().get(LIMITS).body().at("/concurrent_calls/used").asInt()).isZero();
  }

  @Test
  void ofNumbersBoughtAtOnceNoMoreAreTakenThanItMayHave() throws Exception {
    await().until(() -> owner.api().get(LIMITS).body().at("/phone_numbers/used").asInt() == 1);
    agree(Plan.UNLIMITED, new Allowance(null, 3, null, null));
    List<String> offers = new ArrayList<>();
    owner
        .api()
        .get("/api/v1/phone-numbers/available?limit=5&area_code=808")
        .body()
        .path("data")
        .forEach(offer -> offers.add(offer.path("number").asText()));
    assertThat(offers).hasSize(5);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var bought =
          threads.invokeAll(
              offers.stream()
                  .<Callable<Integer>>map(
                      number ->
                          () ->
                              owner
                                  .api()
                                  .post(
                                      "/api/v1/phone-numbers", "{'number': '%s'}".formatted(number))
                                  .status())
                  .toList());
      assertThat(bought).extracting(Future::resultNow).filteredOn(s -> s == 201).hasSize(2);
      assertThat(bought).extracting(Future::resultNow).filteredOn(s -> s == 409).hasSize(3);
    }
  }

  private void agree(Plan plan, Allowance limits) {
    var standings = service.bean(TenantStandings.class);
    service
        .bean(Tenancy.class)
        .run(owner.tenant(), () -> standings.agree(owner.tenant(), plan, limits));
  }
}
