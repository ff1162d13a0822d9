package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A receptionist who yields to those who have spoken for 200 ms, over real sockets.
@ExtendWith(Leaks.class)
class YieldingTest {
  private static final int SILENCE = 0xFF;
  private static final int VOICE = 0x90;

  @RegisterExtension final HandCall call = new HandCall();
  private final HandPhone phone = call.phone();

  @BeforeEach
  void yieldsAfter200ms() {
    HandCall.yieldsAfter(200, call.owner());
  }

  @Test
  void theModelNeitherYieldsNorAnswersByItself() {
    var session = call.talk();
    JsonNode turns = session.awaits("session.update").at("/session/audio/input/turn_detection");

    assertThat(turns.get("interrupt_response").asBoolean()).isFalse();
    assertThat(turns.get("create_response").asBoolean()).isFalse();
    session.hearsCaller("u1");
    session.hearsSilence("u1");
    session.awaits("response.create");
  }

  @Test
  void whoeverOnlyListensStopsNobody() {
    var session = speaking();
    session.hearsCaller("u1");
    says(9, VOICE);
    says(25, SILENCE);
    await().until(() -> session.audio().length >= 34 * 160);
    session.hearsSilence("u1");
    session.writes("u1", "Mm-hmm.");
    call.awaitsEvent("caller_transcribed");
    phone.hearsEverything();

    call.awaitsTurn("We are open.");
    assertThat(phone.received("clear")).isEmpty();
    assertThat(session.received("response.cancel")).isEmpty();
    assertThat(session.received("response.create")).isEmpty();
  }

  @Test
  void whoeverGoesOnStopsTheReceptionistAndItsAnswer() {
    var session = call.talk();
    session.begins("resp_1", null);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    call.awaitsMarks(1);
    session.hearsCaller("u1");
    speaksUntilItYields();

    assertThat(session.awaits("response.cancel").get("response_id").asText()).isEqualTo("resp_1");
    JsonNode cut = session.awaits("conversation.item.truncate");
    assertThat(cut.get("item_id").asText()).isEqualTo("a1");
    assertThat(cut.get("audio_end_ms").asInt()).isBetween(0, 1000);
    session.done("resp_1", "cancelled", "[]");
    session.hearsSilence("u1");
    session.writes("u1", "Wait, when?");
    session.awaits("response.create");
  }

  @Test
  void afterAFalseAlarmItGoesOnWithWhatWasNotHeard() {
    var session = speaking();
    session.hearsCaller("u1");
    speaksUntilItYields();
    session.hearsSilence("u1");
    session.writes("u1", "");

    JsonNode said = session.awaits("response.create").at("/response/instructions");
    String heard = call.awaitsTurn("We are open.").get("heard_text").asText();
    assertThat(said.asText())
        .isEqualTo("Say exactly: " + "We are open.".substring(heard.length()).strip());
  }

  /// An answer that was made to its end and is being played.
  private HandModel.Session speaking() {
    var session = call.talk();
    session.answers("resp_1", "a1", "We are open.", HandModel.A_SECOND);
    call.awaitsMarks(2);
    return session;
  }

  /// Frame by frame: what the model says it hears and the caller's sound come by two sockets.
  private void speaksUntilItYields() {
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              phone.speaks(VOICE);
              return !phone.received("clear").isEmpty();
            });
  }

  private void says(int frames, int code) {
    for (int i = 0; i < frames; i++) {
      phone.speaks(code);
    }
  }
}
