package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.micronaut.context.BeanContext;
import io.micronaut.context.event.ShutdownEvent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A node that is about to stop.
@Execution(ExecutionMode.CONCURRENT)
class DrainTest {
  @Test
  void itIsNotReadyAndSendsCallsOnAndHandsOverThoseItHas() throws InterruptedException {
    // One of its own: what others do to the shared one, is nothing to it.
    try (var model = new HandModel();
        var service = RunningService.start(Map.of("openai.realtime-url", model.url().toString()))) {
      var owner = Owner.signUp(service, "Acme Drain");
      try (var held = new HandPhone(service, owner);
          var late = new HandPhone(service, owner)) {
        held.calls();
        var asked = late.rings();
        model.session(owner).awaits("session.update");
        assertThat(service.api().get("/health/readiness").status()).isEqualTo(200);

        service.bean(Drain.class).stop(new ShutdownEvent(service.bean(BeanContext.class)));

        assertThat(service.api().get("/health/readiness").status()).isEqualTo(503);
        assertThat(held.closedWith()).isEqualTo(1001);
        assertThat(late.openingWith(asked))
            .as("a stream that was asked for before")
            .failsWithin(Duration.ofMinutes(1))
            .withThrowableThat()
            .withMessageContaining("503");
        assertThat(late.webhook("incoming", Map.of()).body())
            .contains("<Redirect", "/api/v1/voice/incoming?detour=1#")
            .doesNotContain("<Say", "<Pause");
        assertThat(held.webhook("stream-ended?detour=2", Map.of()).body())
            .containsSubsequence("One moment, please.", "<Pause", "stream-ended?detour=3#");
        assertThat(held.webhook("outbound-script?call=17&detour=1", Map.of()).body())
            .as("who is called is known to whoever is asked next")
            .contains("outbound-script?call=17&amp;detour=2#");
        assertThat(owner.api().get("/api/v1/calls").body().at("/data/0/ended_at").isNull())
            .as("its call goes on elsewhere")
            .isTrue();
      }
    }
  }
}
