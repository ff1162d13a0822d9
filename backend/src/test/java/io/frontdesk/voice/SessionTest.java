package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How a call's session with the model begins, and what of a receptionist it is told.
@ExtendWith(Leaks.class)
class SessionTest {
  private static final HandModel MODEL = HandMade.MODEL;

  @RegisterExtension final HandCall call = new HandCall();
  private final Owner owner = call.owner();
  private final HandPhone phone = call.phone();

  @Test
  void nothingIsSaidToTheModelBeforeItHasItsSettings() {
    MODEL.confirms(false);
    phone.calls();
    phone.speaks(1);
    var session = MODEL.session(owner);
    phone.speaks(2);
    phone.awaits("media");

    assertThat(session.received()).containsExactly("session.update");
    session.confirm();
    await().until(() -> session.audio().length == 2 * 160);
    assertThat(session.audio()[0]).isEqualTo((byte) 1);
    assertThat(session.audio()[160]).isEqualTo((byte) 2);
  }

  @Test
  void theModelListensAndSpeaksAsItWasChosen() {
    publish(
        """
        {'model': 'gpt-realtime-2.1-mini', 'voice': 'cedar', 'speed': 1.2,
         'languages': ['en-US', 'es-MX'],
         'listening': {'turn_detection': 'sense', 'eagerness': 'low',
                       'noise_reduction': 'far_field',
                       'transcription_model': 'gpt-live-transcribe'}}\
        """);
    phone.calls();

    JsonNode session = MODEL.session(owner).awaits("session.update").get("session");
    JsonNode input = session.at("/audio/input");
    assertThat(session.at("/audio/output/voice").asText()).isEqualTo("cedar");
    assertThat(session.at("/audio/output/speed").asDouble()).isEqualTo(1.2);
    assertThat(input.at("/turn_detection/type").asText()).isEqualTo("semantic_vad");
    assertThat(input.at("/turn_detection/eagerness").asText()).isEqualTo("low");
    assertThat(input.at("/noise_reduction/type").asText()).isEqualTo("far_field");
    assertThat(input.at("/transcription/model").asText()).isEqualTo("gpt-live-transcribe");
    assertThat(input.at("/transcription/languages").toString()).isEqualTo("[\"en\",\"es\"]");
    assertThat(session.get("instructions").asText())
        .contains("Begin in English. You also speak Spanish.");
  }

  @Test
  void wordsThatCannotBeWrittenDownStopNobody() {
    var session = call.talk();
    session.hearsCaller("u1");
    session.hearsSilence("u1");
    session.says(
        """
        {'type':'conversation.item.input_audio_transcription.failed','event_id':'e',\
        'item_id':'u1','content_index':0,'error':{'type':'transcription_error',\
        'code':'audio_unintelligible','message':'no','param':null}}\
        """);
    session.answers("resp_1", "a1", "I did not catch that.", "//8=");

    phone.awaits(message -> message.at("/media/payload").asText().equals("//8="));
    call.awaitsTurn("[inaudible]");
  }

  private void publish(String changes) {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String path = "/api/v1/receptionists/" + id;
    var changed = owner.api().patch(path, changes);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    owner.api().post(path + "/publish", "{}");
  }
}
