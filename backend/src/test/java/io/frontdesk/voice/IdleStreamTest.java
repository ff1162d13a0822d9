package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A line that breaks without a word: no frame comes any more, and nobody closes.
class IdleStreamTest {
  private final RunningService service =
      RunningService.start(
          Map.of(
              "openai.realtime-url", HandMade.MODEL.url().toString(), "voice.longest-pause", "2s"));
  private final Owner owner = Owner.signUp(service, "Acme Silence");
  private final HandPhone phone = new HandPhone(service, owner);

  @AfterEach
  void stop() {
    phone.close();
    service.close();
  }

  @Test
  void aStreamWithoutFramesIsClosedAndItsCallIsNotPutIntoAnother() {
    phone.calls();
    var session = HandMade.MODEL.session(owner);

    phone.isCutOff();
    await().until(session::isClosed);
    assertThat(phone.webhook("stream-ended", Map.of()).body()).doesNotContain("<Stream");
  }
}
