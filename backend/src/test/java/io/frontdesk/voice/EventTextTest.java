package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.call.CallEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How much is kept of a call.
class EventTextTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final EventText text = new EventText();

  @Test
  void ofACallWithoutEndTheBeginningIsKeptAndThatThereWasMore() {
    CallEvent long_ = event("x".repeat(EventText.MOST_BYTES / 3));
    CallEvent one = event("a word");

    var first = text.of(List.of(() -> long_, () -> long_));
    var last = text.of(List.of(() -> one, () -> long_, () -> one));
    var nothing = text.of(List.of(() -> one));

    assertThat(first.count()).isEqualTo(2);
    assertThat(last.count()).isEqualTo(2);
    assertThat(last.json())
        .contains("a word")
        .contains("\"type\":\"cut_short\"")
        .hasSizeLessThan(300);
    assertThat(nothing.count()).isZero();
  }

  private static CallEvent event(String words) {
    return new CallEvent(
        NOON, "said", JsonNodeFactory.instance.objectNode().put("words", words), List.of());
  }
}
