package io.frontdesk.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/// Status callbacks and the stream's own end, each five times, in any order.
class CallbackOrderPropertyTest {
  private static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");
  private static final String CLOSE = "close";

  private static final class Setting {
    static final RunningService SERVICE = RunningService.shared();
    static final CallLog LOG = SERVICE.bean(CallLog.class);
    static final Owner OWNER = Owner.signUp(SERVICE, "Ace Garage Doors");
    static final PracticeCalls PRACTICE = new PracticeCalls(SERVICE, OWNER.tenant());
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void aCallOnlyMovesForwardAndEndsOnce(@ForAll("deliveries") List<String> deliveries) {
    var tenant = Setting.OWNER.tenant();
    Call call = Setting.LOG.answer(tenant, Setting.PRACTICE.newCall("+14155550123"));
    CallState before = call.state();
    for (String delivery : deliveries) {
      if (delivery.equals(CLOSE)) {
        Setting.LOG.close(tenant, call.id(), CallState.COMPLETED, AT, null);
      } else {
        Setting.LOG.status(tenant, call.callSid(), delivery, AT);
      }
      CallState now = Setting.LOG.find(tenant, call.id()).orElseThrow().state();
      assertThat(now == before || before.isBefore(now)).as("%s after %s", now, before).isTrue();
      before = now;
    }

    Call ended = Setting.LOG.find(tenant, call.id()).orElseThrow();
    String first =
        deliveries.stream()
            .filter(told -> told.equals(CLOSE) || CallState.ofTwilio(told).orElseThrow().isOver())
            .findFirst()
            .orElseThrow();
    assertThat(ended.state())
        .as("the first end that was told")
        .isEqualTo(
            first.equals(CLOSE) ? CallState.COMPLETED : CallState.ofTwilio(first).orElseThrow());
    assertThat(ended.endedAt()).isEqualTo(AT);
    assertThat(Setting.PRACTICE.events(call.id())).containsOnlyOnce("call.ended");
  }

  @Provide
  Arbitrary<List<String>> deliveries() {
    var five =
        Stream.of("initiated", "ringing", "in-progress", "completed", "failed", CLOSE)
            .flatMap(told -> Collections.nCopies(5, told).stream())
            .toList();
    return Arbitraries.shuffle(five);
  }
}
