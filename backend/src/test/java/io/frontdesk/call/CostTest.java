package io.frontdesk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.twilio.CallCharges.Charge;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a call cost, and what of it is not known.
class CostTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final CallLog log = service.bean(CallLog.class);
  private final UUID call = new PracticeCalls(service, owner.tenant()).answered();

  @Test
  void everyKindOfTokenHasItsPrice() {
    used(
        Usage.Kind.SPEECH,
        "gpt-realtime-2.1",
        new ModelTokens(1000, 10_000, 200, 600, 5000, 1200, 0));
    used(Usage.Kind.TRANSCRIPTION, "gpt-transcribe", ModelTokens.ofSound(90_000));
    close();

    JsonNode cost = cost();
    // 1000 x 4 + 10000 x 0.4 + 200 x 24 + 600 x 32 + 5000 x 0.4 + 1200 x 64
    assertThat(cost.at("/items/0/amount_micros").asLong()).isEqualTo(110_800);
    assertThat(cost.at("/items/1/amount_micros").asLong()).isEqualTo(6_750);
    assertThat(cost.path("amount_micros").asLong()).isEqualTo(117_550);
    assertThat(cost.path("currency").asText()).isEqualTo("USD");
    assertThat(cost.path("prices_as_of").asText()).isEqualTo("2026-11-20");
    assertThat(cost.at("/items/0/tokens/audio_out").asLong()).isEqualTo(1200);
  }

  @Test
  void whatIsNotKnownIsSaidToBeSo() {
    used(Usage.Kind.SPEECH, "a-model-of-tomorrow", new ModelTokens(1, 1, 1, 1, 1, 1, 0));
    close();

    JsonNode cost = cost();
    assertThat(cost.path("amount_micros").isNull()).isTrue();
    assertThat(cost.path("items").findValuesAsText("unknown")).first().isEqualTo("no_price");
    assertThat(cost.path("items").findValuesAsText("kind")).containsExactly("speech", "telephone");
  }

  @Test
  void aCallWhoseNodeIsGoneHasNoKnownUsage() {
    close();

    assertThat(cost().at("/items/0/unknown").asText()).isEqualTo("no_usage");
  }

  @Test
  void whatIsToldTwiceCountsOnce() {
    var usage =
        new Usage(
            UUID.randomUUID(),
            Usage.Kind.TRANSCRIPTION,
            "gpt-transcribe",
            ModelTokens.ofSound(60_000));
    log.used(owner.tenant(), call, List.of(usage));
    log.used(owner.tenant(), call, List.of(usage));
    close();

    assertThat(cost().path("amount_micros").asLong()).isEqualTo(4_500);
  }

  @Test
  void readingTheCallAfterwardsIsPartOfItsCost() {
    used(Usage.Kind.TRANSCRIPTION, "gpt-transcribe", ModelTokens.ofSound(60_000));
    var analysis =
        new Usage(
            UUID.randomUUID(),
            Usage.Kind.ANALYSIS,
            "gpt-realtime-2.1-mini",
            new ModelTokens(1000, 0, 100, 0, 0, 0, 0));
    service
        .bean(CallResults.class)
        .analyzed(owner.tenant(), call, "A call.", null, analysis, () -> null);
    close();

    assertThat(cost().path("amount_micros").asLong()).isEqualTo(4_500 + 840);
  }

  @Test
  void whatTheCarrierTakesIsAddedWhenItTells() {
    used(Usage.Kind.TRANSCRIPTION, "gpt-transcribe", ModelTokens.ofSound(60_000));
    close();
    charged(new Charge.Known(8_500, "USD"));

    assertThat(cost().path("amount_micros").asLong()).isEqualTo(4_500 + 8_500);
    assertThat(telephone().path("amount_micros").asLong()).isEqualTo(8_500);
  }

  @Test
  void whatTheCarrierTakesInAnotherCurrencyIsNotMixedIn() {
    close();
    charged(new Charge.Known(7_000, "GBP"));

    assertThat(cost().path("amount_micros").isNull()).isTrue();
    assertThat(telephone().path("unknown").asText()).isEqualTo("other_currency");
  }

  @Test
  void aCallThatTheCarrierDoesNotKnowIsNotAskedForForEver() {
    close();

    await().until(() -> telephone().path("unknown").asText().equals("not_told"));
  }

  private void charged(Charge.Known charge) {
    var costs = service.bean(CallCosts.class);
    service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () -> {
              costs.charged(owner.tenant(), call, charge);
              return charge;
            });
  }

  private JsonNode telephone() {
    JsonNode items = cost().path("items");
    return items.get(items.size() - 1);
  }

  private void used(Usage.Kind kind, String model, ModelTokens tokens) {
    log.used(owner.tenant(), call, List.of(new Usage(UUID.randomUUID(), kind, model, tokens)));
  }

  private void close() {
    log.close(owner.tenant(), call, CallState.COMPLETED, Instant.now(), null);
  }

  private JsonNode cost() {
    return owner.api().get("/api/v1/calls/" + call).body().path("cost");
  }
}
