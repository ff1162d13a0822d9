package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.access.Allowance;
import io.frontdesk.access.Plan;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.voice.ladder.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is done about a model that cannot go on: it is tried once more, or not.
class LadderTest {
  private static final HandModel MODEL = HandMade.MODEL;

  /// A service with as little patience as users' one, and a provider that is skipped at once.
  private static final RunningService SERVICE =
      RunningService.start(
          Map.of(
              "openai.realtime-url",
              MODEL.url().toString(),
              "voice.patience.first-word",
              "3s",
              "voice.patience.sentence",
              "3s"));

  private final Owner owner = Owner.signUp(SERVICE, "Acme " + UUID.randomUUID());
  private final HandPhone phone = new HandPhone(SERVICE, owner);

  @AfterEach
  void hangUp() {
    MODEL.refuses(false);
    phone.close();
  }

  @Test
  void aModelThatLetsNobodyInIsNotTriedAgain() {
    MODEL.refuses(true);
    phone.calls();
    phone.closedWith();

    assertThat(afterStream()).contains("<Gather").doesNotContain("<Stream");
    await().untilAsserted(() -> assertThat(log()).contains("model_refused"));
    JsonNode call = call();
    assertThat(call.path("engine").asText()).isEqualTo("turn_based");
    assertThat(call.path("fallbacks")).hasSize(1);
    JsonNode step = call.at("/fallbacks/0");
    assertThat(step.path("kind").asText()).isEqualTo("engine");
    assertThat(step.path("from").asText()).isEqualTo("realtime");
    assertThat(step.path("to").asText()).isEqualTo("turn_based");
    assertThat(step.path("reason").asText()).isEqualTo("model_refused");
  }

  @Test
  void aModelThatIsLostIsTriedOnceMoreAfterAWord() {
    talk().breaks();
    phone.closedWith();

    try (var next = phone.comesBack()) {
      await().until(() -> MODEL.sessions(owner).size() == 2);
      MODEL.session(owner).breaks();
      next.closedWith();
      assertThat(afterStream()).doesNotContain("<Stream");
    }
  }

  @Test
  void theCallerHearsAtOnceThatItTakesAMoment() {
    talk().breaks();
    phone.closedWith();

    assertThat(afterStream()).containsSubsequence("<Say>One moment, please.</Say>", "<Stream");
  }

  @Test
  void aModelThatFallsSilentInMidSentenceIsTriedOnceMore() {
    var session = talk();
    session.begins("resp_1", null);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    phone.closedWith();

    await().untilAsserted(() -> assertThat(log()).contains("model_quiet"));
    assertThat(afterStream()).contains("<Stream");
  }

  @Test
  void whatWasMadeSoFarIsHeardBeforeAModelIsTakenForSilent() {
    var session = talk();
    Instant before = Instant.now();
    session.begins("resp_1", null);
    session.speaks("resp_1", "a1", Base64.getEncoder().encodeToString(new byte[6 * 8000]));
    phone.closedWith();

    assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofSeconds(6));
    await().untilAsserted(() -> assertThat(log()).contains("model_quiet"));
  }

  @Test
  void aReceptionistOfWhomNothingIsHeardIsNotTriedAgain() {
    talk();
    phone.breaks();

    try (var next = phone.comesBack()) {
      next.closedWith();
    }

    await().untilAsserted(() -> assertThat(log()).contains("no_first_word"));
    assertThat(afterStream()).doesNotContain("<Stream");
  }

  @Test
  void aLineThatPlaysNothingAnyMoreIsLeft() {
    talk();
    phone.hears(phone.awaits("mark").at("/mark/name").asText());
    for (int i = 0; i < 50 * 30; i++) {
      phone.speaks(0xFF);
    }
    phone.closedWith();

    assertThat(afterStream()).contains("<Gather").doesNotContain("<Stream");
    assertThat(call().at("/fallbacks/0/reason").asText()).isEqualTo("nothing_played");
  }

  @Test
  void aLineThatNeverPlaysAnythingIsLeftToo() {
    talk();
    phone.awaits("mark");
    for (int i = 0; i < 50 * 30; i++) {
      phone.speaks(0xFF);
    }
    phone.closedWith();

    assertThat(afterStream()).contains("<Gather").doesNotContain("<Stream");
    assertThat(call().at("/fallbacks/0/reason").asText()).isEqualTo("nothing_played");
  }

  @Test
  void aProviderThatWantsToBePaidIsNotTriedAgain() {
    var session = talk();
    session.says(
        """
        {'type':'error','event_id':'e','error':{'type':'insufficient_quota',\
        'code':'insufficient_quota','message':'You exceeded your current quota.'}}\
        """);
    phone.closedWith();

    await().untilAsserted(() -> assertThat(log()).contains("model_exhausted"));
    assertThat(afterStream()).doesNotContain("<Stream");
  }

  @Test
  void aProviderThatWantsToBePaidIsSkippedByTheCallsAfterIt() {
    try (var service =
        RunningService.start(
            Map.of("openai.realtime-url", MODEL.url().toString(), "voice.provider-pause", "5m"))) {
      var other = Owner.signUp(service, "Best " + UUID.randomUUID());
      var receptionist = service.bean(Receptionists.class).answering(other.tenant(), null).config();
      var health = service.bean(SpeechHealth.class);
      assertThat(health.allows(other.tenant(), receptionist)).isTrue();
      try (var line = new HandPhone(service, other)) {
        line.calls();
        MODEL
            .session(other)
            .says(
                """
                {'type':'error','event_id':'e','error':{'type':'insufficient_quota',\
                'code':'insufficient_quota','message':'You exceeded your current quota.'}}\
                """);
        line.closedWith();
      }

      assertThat(health.allows(other.tenant(), receptionist)).isFalse();
      try (var line = new HandPhone(service, other)) {
        assertThat(line.webhook("incoming", Map.of()).body()).doesNotContain("<Stream");
        assertThat(
                other.api().get("/api/v1/calls").body().at("/data/0/fallbacks/0/reason").asText())
            .isEqualTo("provider_skipped");
      }
    }
  }

  @Test
  void whoIsTurnedAwayFindsNothingOutAboutAProviderThatIsSkipped() {
    try (var service =
        RunningService.start(
            Map.of("openai.realtime-url", MODEL.url().toString(), "voice.provider-pause", "1s"))) {
      var other = Owner.signUp(service, "Best " + UUID.randomUUID());
      var receptionist = service.bean(Receptionists.class).answering(other.tenant(), null).config();
      var model = service.bean(Ensembles.class).of(receptionist).speech();
      var key = service.bean(SpeechModels.class).key(other.tenant(), model);
      var reputation = service.bean(SpeechHealth.class).of(key);
      try (var line = new HandPhone(service, other)) {
        agree(service, other, 0);
        reputation.failed(Fault.MODEL_EXHAUSTED);
        Instant pauseIsOver = Instant.now().plusSeconds(2);
        await().until(() -> Instant.now().isAfter(pauseIsOver));

        assertThat(line.webhook("incoming", Map.of()).body()).contains("lines are busy");
        agree(service, other, null);
      }
      try (var line = new HandPhone(service, other)) {
        assertThat(line.webhook("incoming", Map.of()).body()).contains("<Stream");
      }
    }
  }

  /// @param places null for as many as come
  private static void agree(RunningService service, Owner owner, @Nullable Integer places) {
    var standings = service.bean(TenantStandings.class);
    service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () ->
                standings.agree(
                    owner.tenant(), Plan.UNLIMITED, new Allowance(places, null, null, null)));
  }

  /// A call on which the greeting is playing and the model ready.
  private HandModel.Session talk() {
    var receptionist =
        SERVICE
            .bean(AsHeard.class)
            .now(
                owner.tenant(),
                SERVICE.bean(Receptionists.class).answering(owner.tenant(), null).config());
    var greetings = SERVICE.bean(Greetings.class);
    await().until(() -> greetings.find(owner.tenant(), receptionist).isPresent());
    phone.calls();
    await().until(() -> log().contains("model_ready"));
    return MODEL.session(owner);
  }

  private String afterStream() {
    return phone.webhook("stream-ended", Map.of()).body();
  }

  private String log() {
    return owner
        .api()
        .get("/api/v1/calls/" + call().path("id").asText() + "/events?limit=200")
        .text();
  }

  private JsonNode call() {
    return owner.api().get("/api/v1/calls").body().at("/data/0");
  }
}
