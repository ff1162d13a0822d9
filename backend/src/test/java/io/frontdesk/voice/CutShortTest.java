package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of words that were not heard to their end.
@ExtendWith(Leaks.class)
class CutShortTest {
  private static final HandModel MODEL = HandMade.MODEL;

  @RegisterExtension final HandCall call = new HandCall();
  private final Owner owner = call.owner();
  private final HandPhone phone = call.phone();

  @Test
  void aCallerWhoCutsInIsLetSpeakAndTheModelToldWhatWasHeard() {
    var session = call.talk();
    session.begins("resp_1", null);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    call.awaitsMarks(2);
    String first = phone.received("mark").get(call.marks()).at("/mark/name").asText();
    session.forgetAudio();
    phone.hears(first);
    phone.speaks(1);
    await().until(() -> session.audio().length > 0);
    session.hearsCaller("u1");
    phone.awaits("clear");
    JsonNode cut = session.awaits("conversation.item.truncate");
    int played = phone.received("media").size();
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    session.done("resp_1", "cancelled", "[]");
    session.hearsSilence("u1");
    session.answers("resp_2", "a2", "Yes?", "//8=");

    assertThat(cut.get("item_id").asText()).isEqualTo("a1");
    assertThat(cut.get("audio_end_ms").asInt()).isBetween(1000, 2000);
    phone.awaits(m -> m.at("/media/payload").asText().equals("//8="));
    assertThat(phone.received("media"))
        .as("nothing of the answer that was cut")
        .hasSize(played + 1);
  }

  @Test
  void nothingIsReadBetweenTheDecisionToYieldAndClear() {
    var session = call.talk();
    session.begins("resp_1", null);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    call.awaitsMarks(1);
    int played = phone.received("media").size();
    session.does(
        () -> {
          session.hearsCaller("u1");
          for (int i = 0; i < 20; i++) {
            session.speaks("resp_1", "a1", HandModel.A_SECOND);
          }
          session.done("resp_1", "cancelled", "[]");
          session.answers("resp_2", "a2", "Yes?", "//8=");
        });
    phone.awaits(m -> m.at("/media/payload").asText().equals("//8="));

    assertThat(phone.received("media")).hasSize(played + 1);
    var order = phone.received().stream().map(m -> m.path("event").asText()).toList();
    assertThat(order.indexOf("clear")).isLessThan(order.lastIndexOf("media"));
    assertThat(session.received("conversation.item.truncate")).hasSize(1);
  }

  @Test
  void theModelIsToldHowMuchOfTheGreetingWasHeard() {
    String greeting = call.awaitsGreeting();
    phone.calls();
    var session = MODEL.session(owner);
    session.awaits(m -> m.at("/item/id").asText().equals("greeting"));
    phone.awaits("mark");
    session.hearsCaller("u1");
    phone.awaits("clear");

    assertThat(session.awaits("conversation.item.delete").get("item_id").asText())
        .isEqualTo("greeting");
    JsonNode turn = call.awaitsTurn(greeting);
    assertThat(turn.get("interrupted").asBoolean()).isTrue();
    String heard = turn.get("heard_text").asText();
    assertThat(greeting).startsWith(heard);
    var told = heard.isEmpty() ? List.of(greeting) : List.of(greeting, heard + "...");
    await()
        .untilAsserted(
            () ->
                assertThat(session.received("conversation.item.create"))
                    .extracting(m -> m.at("/item/content/0/text").asText())
                    .isEqualTo(told));
  }

  @Test
  void wordsThatTheCallerHangsUpOnAreKept() {
    var session = call.talk();
    session.answers("resp_1", "a1", "We are open from nine to five.", HandModel.A_SECOND);
    call.awaitsMarks(2);
    phone.hangsUp();

    JsonNode turn = call.awaitsTurn("We are open from nine to five.");
    assertThat(turn.get("interrupted").asBoolean()).isTrue();
    assertThat(call.awaitsEnd().get("state").asText()).isEqualTo("completed");
    await().until(session::isClosed);
  }

  @Test
  void wordsThatAreStillBeingMadeWhenTheCallerHangsUpAreKeptAsFarAsTheyGo() {
    var session = call.talk();
    session.begins("resp_1", null);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    session.says(
        """
        {'type':'response.output_audio_transcript.delta','event_id':'e','response_id':'resp_1',\
        'item_id':'a1','delta':'We are open from nine'}\
        """);
    call.awaitsMarks(1);
    phone.hears(phone.received("mark").getLast().at("/mark/name").asText());
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    call.awaitsMarks(2);
    phone.hangsUp();

    JsonNode turn = call.awaitsTurn("We are open from nine");
    assertThat(turn.get("interrupted").asBoolean()).isTrue();
    assertThat(turn.get("heard_text").asText()).startsWith("We are").hasSizeLessThan(21);
  }

  @Test
  void anAnswerWhoseEndOfSoundIsNeverToldIsOverWhenTheAnswerIs() {
    var session = call.talk();
    session.begins("resp_1", null);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    session.says(
        """
        {'type':'response.output_audio_transcript.done','event_id':'e','response_id':'resp_1',\
        'item_id':'a1','transcript':'We are open.'}\
        """);
    session.done("resp_1", "completed", "[]");
    call.awaitsMarks(2);
    phone.hearsEverything();

    assertThat(call.awaitsTurn("We are open.").get("interrupted").asBoolean()).isFalse();
  }

  @Test
  void theLastWordsOfACallerWhoHangsUpInMidSpeechAreWaitedFor() {
    var session = call.talk();
    session.hearsCaller("u1");
    phone.speaks(7);
    await().until(() -> session.audio().length >= 160);
    var asked = new AtomicBoolean();
    var heard = new AtomicInteger();
    session.directedBy(
        message -> {
          JsonNode turns = message.at("/session/audio/input/turn_detection");
          if (!turns.isMissingNode() && !turns.get("create_response").asBoolean()) {
            asked.set(true);
          }
          int sound = Base64.getDecoder().decode(message.path("audio").asText()).length;
          if (asked.get() && sound > 0 && heard.addAndGet(sound) == 8000) {
            session.hearsSilence("u1");
            session.writes("u1", "My number is five five");
          }
        });
    phone.hangsUp();

    call.awaitsTurn("My number is five five");
    call.awaitsEnd();
  }
}
