package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.recording.CallRecordings;
import io.frontdesk.testing.Owner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What Twilio tells of recordings: often, late, in any order, and of calls that nobody knows.
@ExtendWith(Leaks.class)
class RecordingCallbackTest {
  private static final String SID = "RE" + "0123456789abcdef".repeat(2);

  @RegisterExtension final HandCall call = new HandCall();
  private final Owner owner = call.owner();
  private final HandPhone phone = call.phone();

  @Test
  void aRecordingGoesForwardOnlyWhateverComesHowOften() {
    recorded();
    var words = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      words.addAll(List.of("in-progress", "completed", "absent", "paused"));
    }
    Collections.shuffle(words, new Random(3));

    assertThat(tell("in-progress", SID)).isEqualTo(204);
    assertThat(state()).isEqualTo("in_progress");
    assertThat(tell("completed", SID)).isEqualTo(204);
    words.forEach(word -> assertThat(tell(word, SID)).isEqualTo(204));

    assertThat(state()).isEqualTo("completed");
    assertThat(details().path("duration_ms").asLong()).isEqualTo(12_000);
    assertThat(details().path("channels").asInt()).isEqualTo(2);
  }

  @Test
  void theEndMayBeToldFirst() {
    recorded();

    tell("absent", SID);
    tell("completed", SID);
    tell("in-progress", SID);

    assertThat(state()).isEqualTo("absent");
  }

  @Test
  void aRecordingThatSomebodyElseBeganIsNotTheCalls() {
    recorded();
    tell("in-progress", SID);

    assertThat(tell("completed", "RE" + "f".repeat(32))).isEqualTo(204);

    assertThat(state()).isEqualTo("in_progress");
  }

  @Test
  void whatNobodyKnowsIsTakenWithoutAWord() {
    assertThat(tell("completed", SID)).as("a call that is not recorded").isEqualTo(204);
    String unknown = "CA" + "0".repeat(32);
    assertThat(phone.webhook("recording-ready", Map.of("CallSid", unknown)).status())
        .isEqualTo(204);
    assertThat(phone.webhook("recording-ready", Map.of()).status()).isEqualTo(204);
  }

  @Test
  void strangeFieldsHarmNobody() {
    recorded();

    for (var strange :
        List.of(
            Map.of("RecordingStatus", "", "RecordingSid", ""),
            Map.of("RecordingStatus", "completed", "RecordingSid", "../../keyset"),
            Map.of("RecordingStatus", "exploded", "RecordingSid", SID),
            Map.of("RecordingSid", SID),
            Map.of("RecordingStatus", "completed"))) {
      assertThat(phone.webhook("recording-ready", strange).status()).isEqualTo(204);
    }
    assertThat(state()).isIn("starting", "failed");

    var odd =
        Map.of(
            "RecordingStatus", "in-progress",
            "RecordingSid", SID,
            "RecordingDuration", "-1",
            "RecordingChannels", "99999999999999",
            "Surprise", "x".repeat(5000));
    assertThat(phone.webhook("recording-ready", odd).status()).isEqualTo(204);
  }

  @Test
  void whatNobodySignedIsRefused() {
    recorded();

    assertThat(phone.send("recording-ready", fields("completed", SID), "").status()).isEqualTo(403);

    assertThat(state()).isNotEqualTo("completed");
  }

  /// Engines that talk by TwiML say the notice to its end, too; whoever answers has heard it.
  @Test
  void whoTalksByTurnsIsRecordedOnceTheNoticeWasHeard() {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    owner.api().patch("/api/v1/business", "{'recording_consent': 'announced'}");
    owner.api().patch("/api/v1/receptionists/" + id, "{'engine': 'scripted'}");
    owner.api().post("/api/v1/receptionists/" + id + "/publish", "{}");

    String opening = phone.webhook("incoming", Map.of()).body();

    assertThat(opening).contains("This call may be recorded.").containsPattern("</Say><Gather");
    assertThat(state()).as("not heard yet").isEqualTo("null");
    String next = opening.replaceAll("(?s).*<Gather[^>]* action=\"[^\"]*/voice/([^\"]+)\".*", "$1");
    assertThat(phone.webhook(next, Map.of("SpeechResult", "Anna Miller.")).status()).isEqualTo(200);
    assertThat(state()).isNotEqualTo("null");
  }

  /// A call of a business that records, of which Twilio's stand-in knows nothing: it is asked to
  /// begin in vain.
  private void recorded() {
    owner.api().patch("/api/v1/business", "{'recording_consent': 'announced'}");
    phone.rings();
    HandMade.SERVICE.bean(CallRecordings.class).noticeHeard(owner.tenant(), callId());
  }

  private int tell(String status, String sid) {
    return phone.webhook("recording-ready", fields(status, sid)).status();
  }

  private static Map<String, String> fields(String status, String sid) {
    return Map.of(
        "RecordingSid", sid,
        "RecordingStatus", status,
        "RecordingDuration", "12",
        "RecordingChannels", "2",
        "RecordingSource", "StartCallRecordingAPI",
        "RecordingUrl", "https://api.twilio.com/elsewhere");
  }

  private String state() {
    return details().path("state").asText();
  }

  private JsonNode details() {
    return owner.api().get("/api/v1/calls/" + callId() + "/recording/details").body();
  }

  private UUID callId() {
    return HandMade.SERVICE
        .bean(CallLog.class)
        .findBySid(owner.tenant(), phone.callSid())
        .orElseThrow()
        .id();
  }
}
