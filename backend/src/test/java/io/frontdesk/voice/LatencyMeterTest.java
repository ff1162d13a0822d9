package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.Latency;
import org.junit.jupiter.api.Test;

/// How quick the receptionist was.
class LatencyMeterTest {
  private final LatencyMeter meter = new LatencyMeter(500);

  @Test
  void waitingIsCountedFromTheCallersLastWordToTheFirstSound() {
    meter.started(1000, 85);
    meter.spoke(1040, "greeting");
    for (int i = 1; i <= 20; i++) {
      meter.callerSpeaks();
      meter.callerIsSilent(10_000L * i); // told half a second after the last word
      meter.spoke(10_000L * i + 100L * i, "a" + i);
      meter.spoke(10_000L * i + 5000, "a" + i);
    }

    assertThat(meter.reply("greeting")).isNull();
    assertThat(meter.reply("a1")).isEqualTo(600);
    assertThat(meter.reply("a20")).isEqualTo(2500);
    assertThat(meter.figures()).isEqualTo(new Latency(85, 40, 1500, 2400, 2500));
  }

  @Test
  void whoeverSpeaksAgainBeforeTheAnswerHasNotWaited() {
    meter.started(0, 0);
    meter.callerIsSilent(1000);
    meter.callerSpeaks();
    meter.spoke(3000, "a1");

    assertThat(meter.reply("a1")).isNull();
  }

  @Test
  void aCallWithoutAWordHasNoFigures() {
    assertThat(meter.figures()).isEqualTo(new Latency(null, null, null, null, null));
  }
}
