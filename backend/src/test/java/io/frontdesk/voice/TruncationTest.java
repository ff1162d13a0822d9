package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the model is told to have been heard is what came out of the simulated telephone, which
/// plays in real time and counts each sample that `clear` kept from being heard.
class TruncationTest {
  private static final int FRAME_BYTES = 160;
  private static final int BYTES_PER_MS = 8;

  @RegisterExtension final HandCall call = new HandCall();

  @Test
  void whatIsToldToHaveBeenHeardIsWithin20MsOfWhatWas() {
    call.awaitsGreeting();
    String sid = dials();
    HandModel.Session session = HandMade.MODEL.session(call.owner());
    session.awaits("session.update");
    call.awaitsTurn(call.awaitsGreeting());
    long heardBefore = frames(sid).get("received_bytes").asLong();
    var errors = new ArrayList<Long>();
    for (int i = 0; i < 9; i++) {
      String item = "a" + i;
      session.begins("resp_" + i, null);
      for (int piece = 0; piece < 15; piece++) {
        session.speaks("resp_" + i, item, HandModel.A_SECOND.substring(0, 3200));
      }
      passes(session, 17 + 7 * i);
      session.hearsCaller("u" + i);
      JsonNode cut =
          session.awaits(
              m ->
                  m.path("type").asText().equals("conversation.item.truncate")
                      && m.get("item_id").asText().equals(item));
      int clears = i + 1;
      JsonNode frames = await().until(() -> frames(sid), f -> f.get("clears").asInt() == clears);
      long heard = frames.get("received_bytes").asLong() - frames.get("cleared_bytes").asLong();
      long truthMs = (heard - heardBefore) / BYTES_PER_MS;
      heardBefore = heard;
      errors.add(Math.abs(cut.get("audio_end_ms").asLong() - truthMs));
      assertThat(cut.get("audio_end_ms").asLong()).isLessThanOrEqualTo(15 * 300L);
      session.done("resp_" + i, "cancelled", "[]");
      session.hearsSilence("u" + i);
      session.writes("u" + i, "Wait.");
    }

    assertThat(errors.stream().sorted().toList().get(errors.size() / 2))
        .as("the middle one of %s", errors)
        .isLessThanOrEqualTo(20);
  }

  private String dials() {
    var api = call.owner().api();
    String number = api.get("/api/v1/sandbox").body().path("numbers").get(0).asText();
    return api.post(
            "/api/v1/sandbox/calls", "{'scenario': 'says_nothing', 'to': '%s'}".formatted(number))
        .body()
        .path("call_sid")
        .asText();
  }

  private JsonNode frames(String sid) {
    return call.owner().api().get("/api/v1/sandbox/calls/" + sid).body().get("frames");
  }

  /// So many frames of the caller's are heard, each of which lasts 20 ms.
  private static void passes(HandModel.Session session, int frames) {
    int before = session.audio().length;
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(() -> session.audio().length >= before + frames * FRAME_BYTES);
  }
}
