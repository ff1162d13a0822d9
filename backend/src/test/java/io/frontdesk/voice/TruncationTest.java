package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the model is told to have been heard is what came out of the simulated telephone, which
/// plays a frame whenever it sends one of the caller's, and notes at each `clear` how many frames
/// that were and what was not played of all it got.
///
/// Frames that it sent and played while the service had not read them yet are on their way like
/// `clear` itself: on a busy machine they take their time, and nobody can know of them.
class TruncationTest {
  private static final int FRAME_BYTES = 160;
  private static final int BYTES_PER_MS = 8;
  private static final int PIECES = 15;

  /// No whole number of frames, so that marks are reached within one.
  private static final String PIECE = Base64.getEncoder().encodeToString(new byte[2250]);

  @RegisterExtension final HandCall call = new HandCall();

  @Test
  void whatIsToldToHaveBeenHeardIsWithin20MsOfWhatWasAndNotMore() {
    call.awaitsGreeting();
    String sid = dials();
    HandModel.Session session = HandMade.MODEL.session(call.owner());
    session.awaits("session.update");
    call.awaitsTurn(call.awaitsGreeting());
    long heardBefore = report(sid).at("/frames/received_bytes").asLong();
    for (int i = 0; i < 12; i++) {
      String item = "a" + i;
      session.begins("resp_" + i, null);
      for (int piece = 0; piece < PIECES; piece++) {
        session.speaks("resp_" + i, item, PIECE);
      }
      passes(session, 17 + 7 * i);
      session.hearsCaller("u" + i);
      JsonNode cut = session.awaits(message -> isCut(message, item));
      session.done("resp_" + i, "cancelled", "[]");
      session.hearsSilence("u" + i);
      session.writes("u" + i, "Wait.");

      int clears = i + 1;
      JsonNode report = await().until(() -> report(sid), r -> r.get("clears").size() == clears);
      long heard = heard(report.get("clears"));
      int known = session.audioBefore(message -> isCut(message, item)) / FRAME_BYTES;
      long unknown = report.get("clears").get(i).get("after_frames").asLong() - known;
      long truth = heard - heardBefore - unknown * FRAME_BYTES;
      heardBefore = heard;
      assertThat(truth / BYTES_PER_MS - cut.get("audio_end_ms").asLong())
          .as("what was heard of the %d. answer, and was not told", clears)
          .isBetween(0L, 20L);
    }
  }

  private static boolean isCut(JsonNode message, String item) {
    return message.path("type").asText().equals("conversation.item.truncate")
        && message.get("item_id").asText().equals(item);
  }

  /// How much was heard until the last of these, in bytes.
  private static long heard(JsonNode clears) {
    long unheard = 0;
    for (JsonNode clear : clears) {
      unheard += clear.get("unheard_bytes").asLong();
    }
    return clears.get(clears.size() - 1).get("received_bytes").asLong() - unheard;
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

  private JsonNode report(String sid) {
    return call.owner().api().get("/api/v1/sandbox/calls/" + sid).body();
  }

  /// So many frames of the caller's are heard, each of which lasts 20 ms.
  private static void passes(HandModel.Session session, int frames) {
    int before = session.audio().length;
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(() -> session.audio().length >= before + frames * FRAME_BYTES);
  }
}
