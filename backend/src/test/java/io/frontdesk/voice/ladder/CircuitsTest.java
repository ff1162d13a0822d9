package io.frontdesk.voice.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.business.Provider;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitsTest {
  private static final ProviderKey OURS = ProviderKey.of(Provider.OPENAI, "sk-ours");
  private static final ProviderKey THEIRS = ProviderKey.of(Provider.OPENAI, "sk-theirs");

  @Test
  void whoeverFailsThreeTimesIsSkippedWithThisKeyAlone() {
    var circuits = new Circuits(Duration.ofMinutes(5));

    circuits.failed(OURS, Fault.MODEL_REFUSED);
    circuits.failed(OURS, Fault.MODEL_LOST);
    assertThat(circuits.allows(OURS)).isTrue();
    circuits.failed(OURS, Fault.MODEL_NOT_READY);

    assertThat(circuits.allows(OURS)).isFalse();
    assertThat(circuits.allows(THEIRS)).isTrue();
    assertThat(circuits.skipsNobody()).isFalse();
  }

  @Test
  void whoeverMostlyAnswersIsNot() {
    var circuits = new Circuits(Duration.ofMinutes(5));
    circuits.failed(OURS, Fault.MODEL_LOST);
    for (int i = 0; i < 3; i++) {
      circuits.worked(OURS);
    }

    circuits.failed(OURS, Fault.MODEL_LOST);

    assertThat(circuits.allows(OURS)).isTrue();
    assertThat(circuits.skipsNobody()).isTrue();
  }

  @Test
  void whoeverWantsToBePaidIsSkippedAtOnce() {
    var circuits = new Circuits(Duration.ofMinutes(5));

    circuits.failed(OURS, Fault.MODEL_EXHAUSTED);

    assertThat(circuits.allows(OURS)).isFalse();
  }

  @Test
  void afterAPauseOneCallTriesAndFindsOutForAllOthers() {
    var circuits = new Circuits(Duration.ofSeconds(1));
    circuits.failed(OURS, Fault.MODEL_EXHAUSTED);

    await().until(() -> circuits.allows(OURS));
    circuits.worked(OURS);

    assertThat(circuits.allows(OURS)).isTrue();
    assertThat(circuits.skipsNobody()).isTrue();
  }

  @Test
  void withoutAPauseNobodyIsSkipped() {
    var circuits = new Circuits(Duration.ZERO);

    circuits.failed(OURS, Fault.MODEL_EXHAUSTED);

    assertThat(circuits.allows(OURS)).isTrue();
  }

  @Test
  void aKeyIsNamedWithoutBeingTold() {
    assertThat(OURS.toString()).doesNotContain("ours").isNotEqualTo(THEIRS.toString());
  }
}
