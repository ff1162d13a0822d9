package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A call that is long, for a clock that is told often.
class ClockToldTest {
  @Test
  void theModelOfALongCallIsToldAgainWhatTimeItIs() {
    try (var service =
        RunningService.start(
            Map.of(
                "openai.realtime-url",
                HandMade.MODEL.url().toString(),
                "voice.clock-told-every",
                "1s"))) {
      Owner owner = Owner.signUp(service, "Acme " + UUID.randomUUID());
      owner.api().patch("/api/v1/business", "{'time_zone': 'Asia/Tokyo'}");
      try (var phone = new HandPhone(service, owner)) {
        phone.calls();
        var session = HandMade.MODEL.session(owner);

        session.awaits(m -> text(m).startsWith("[The clock by now:\n- Date: "));

        assertThat(
                session.received("conversation.item.create").stream()
                    .map(ClockToldTest::text)
                    .filter(text -> text.contains("The clock by now")))
            .allMatch(text -> text.contains("- Time zone: Asia/Tokyo"));
        String id = owner.api().get("/api/v1/calls").body().at("/data/0/id").asText();
        await()
            .untilAsserted(
                () ->
                    assertThat(owner.api().get("/api/v1/calls/" + id + "/events?limit=200").text())
                        .contains("\"clock_read\"", "\"read_clock\""));
        phone.hangsUp();
      }
    }
  }

  private static String text(JsonNode message) {
    return message.at("/item/content/0/text").asText();
  }
}
