package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One call over real sockets, both its ends driven by hand.
class StreamTest {
  static {
    Leaks.watch();
  }

  private static final HandModel MODEL = HandMade.MODEL;
  private static final RunningService SERVICE = HandMade.SERVICE;

  private final Owner owner = Owner.signUp(SERVICE, "Acme " + UUID.randomUUID());
  private final HandPhone phone = new HandPhone(SERVICE, owner);

  @AfterAll
  static void everyBufferWasGivenBack() {
    Leaks.expectNone();
  }

  @AfterEach
  void hangUp() {
    MODEL.confirms(true);
    MODEL.refuses(false);
    phone.close();
  }

  @Test
  void audioGoesBothWaysAsItIs() {
    var session = talk();
    for (int i = 0; i < 100; i++) {
      phone.speaks(i);
    }
    String sound = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4});
    session.answers("resp_1", "a1", "Hello.", sound);

    await().until(() -> session.audio().length == 16_000);
    for (int i = 0; i < 16_000; i++) {
      assertThat(session.audio()[i]).isEqualTo((byte) (i / 160));
    }
    JsonNode media = phone.awaits(m -> m.at("/media/payload").asText().equals(sound));
    assertThat(media.get("streamSid").asText()).isEqualTo("MZ1");
  }

  @Test
  void theGreetingPlaysAtOnceAndWhatTheCallerSaysMeanwhileIsNotLost() {
    var greeting = SERVICE.bean(Receptionists.class).answering(owner.tenant(), null).config();
    await().until(() -> SERVICE.bean(Greetings.class).find(greeting).isPresent());
    MODEL.confirms(false);
    phone.calls();
    phone.awaits("media");
    var session = MODEL.session(owner);
    for (int i = 0; i < 50; i++) {
      phone.speaks(i);
    }
    phone.hears("nothing");
    session.confirm();
    phone.speaks(50);

    await().until(() -> session.audio().length == 51 * 160);
    for (int i = 0; i < 51 * 160; i++) {
      assertThat(session.audio()[i]).isEqualTo((byte) (i / 160));
    }
    assertThat(session.awaits("conversation.item.create").at("/item/content/0/text").asText())
        .isEqualTo(greeting.opening());
  }

  @Test
  void aCallerWhoCutsInIsLetSpeakAndTheModelToldWhatWasHeard() {
    var session = talk();
    session.begins("resp_1", null);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    await().until(() -> phone.received("mark").size() >= marks() + 2);
    String first = phone.received("mark").get(marks()).at("/mark/name").asText();
    phone.hears(first);
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
  void wordsThatTheCallerHangsUpOnAreKept() {
    var session = talk();
    session.answers("resp_1", "a1", "We are open from nine to five.", HandModel.A_SECOND);
    await().until(() -> phone.received("mark").size() >= marks() + 2);
    phone.hangsUp();

    JsonNode turn = awaitsTurn("We are open from nine to five.");
    assertThat(turn.get("interrupted").asBoolean()).isTrue();
    assertThat(awaitsEnd().get("state").asText()).isEqualTo("completed");
    await().until(session::isClosed);
  }

  @Test
  void wordsThatAreStillBeingMadeWhenTheCallerHangsUpAreKeptAsFarAsTheyGo() {
    var session = talk();
    session.begins("resp_1", null);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    session.says(
        """
        {'type':'response.output_audio_transcript.delta','event_id':'e','response_id':'resp_1',\
        'item_id':'a1','delta':'We are open from nine'}\
        """);
    await().until(() -> phone.received("mark").size() >= marks() + 1);
    phone.hears(phone.received("mark").getLast().at("/mark/name").asText());
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    await().until(() -> phone.received("mark").size() >= marks() + 2);
    phone.hangsUp();

    JsonNode turn = awaitsTurn("We are open from nine");
    assertThat(turn.get("interrupted").asBoolean()).isTrue();
    assertThat(turn.get("heard_text").asText()).startsWith("We are").hasSizeLessThan(21);
  }

  @Test
  void anAnswerWhoseEndOfSoundIsNeverToldIsOverWhenTheAnswerIs() {
    var session = talk();
    session.begins("resp_1", null);
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    session.says(
        """
        {'type':'response.output_audio_transcript.done','event_id':'e','response_id':'resp_1',\
        'item_id':'a1','transcript':'We are open.'}\
        """);
    session.done("resp_1", "completed", "[]");
    await().until(() -> phone.received("mark").size() >= marks() + 2);
    phone.hearsEverything();

    assertThat(awaitsTurn("We are open.").get("interrupted").asBoolean()).isFalse();
  }

  @Test
  void theModelIsToldHowMuchOfTheGreetingWasHeard() {
    var greeting = SERVICE.bean(Receptionists.class).answering(owner.tenant(), null).config();
    await().until(() -> SERVICE.bean(Greetings.class).find(greeting).isPresent());
    phone.calls();
    var session = MODEL.session(owner);
    session.awaits(m -> m.at("/item/id").asText().equals("greeting"));
    phone.awaits("mark");
    session.hearsCaller("u1");
    phone.awaits("clear");

    assertThat(session.awaits("conversation.item.delete").get("item_id").asText())
        .isEqualTo("greeting");
    JsonNode turn = awaitsTurn(greeting.opening());
    assertThat(turn.get("interrupted").asBoolean()).isTrue();
    String heard = turn.get("heard_text").asText();
    assertThat(greeting.opening()).startsWith(heard);
    var told =
        heard.isEmpty() ? List.of(greeting.opening()) : List.of(greeting.opening(), heard + "...");
    await()
        .untilAsserted(
            () ->
                assertThat(session.received("conversation.item.create"))
                    .extracting(m -> m.at("/item/content/0/text").asText())
                    .isEqualTo(told));
  }

  @Test
  void theLastWordsOfACallerWhoHangsUpInMidSpeechAreWaitedFor() {
    var session = talk();
    session.hearsCaller("u1");
    phone.speaks(7);
    await().until(() -> session.audio().length >= 160);
    phone.hangsUp();
    JsonNode update =
        session.awaits(
            m ->
                !m.at("/session/audio/input/turn_detection").isMissingNode()
                    && !m.at("/session/audio/input/turn_detection/create_response").asBoolean());
    await().until(() -> session.audio().length >= 160 + 8000);
    session.hearsSilence("u1");
    session.writes("u1", "My number is five five");

    assertThat(update.at("/session/type").asText()).isEqualTo("realtime");
    awaitsTurn("My number is five five");
    awaitsEnd();
  }

  @Test
  void theLineIsClosedWhenTheGoodbyeHasBeenHeard() {
    var session = talk();
    session.begins("resp_1", null);
    session.done(
        "resp_1",
        "completed",
        "[{'type':'function_call','status':'completed','call_id':'c1','name':'end_call','arguments':'{}'}]");
    JsonNode output = session.awaits(m -> m.at("/item/call_id").asText().equals("c1"));
    String request = session.awaits("response.create").get("event_id").asText();
    session.begins("resp_2", request);
    session.speaks("resp_2", "a2", HandModel.A_SECOND);
    session.ends("resp_2", "a2", "Goodbye.");
    await().until(() -> phone.received("mark").size() >= marks() + 2);
    assertThat(output.at("/item/output").asText()).contains("Goodbye");
    phone.hearsEverything();

    assertThat(phone.closedWith()).isEqualTo(1000);
    assertThat(phone.webhook("stream-ended", Map.of()).body())
        .contains("<Hangup/>")
        .doesNotContain("<Say");
    assertThat(awaitsEnd().get("state").asText()).isEqualTo("completed");
  }

  @Test
  void aToolThatDoesNotExistIsAnsweredAndTheModelGoesOn() {
    var session = talk();
    session.begins("resp_1", null);
    session.done(
        "resp_1",
        "completed",
        "[{'type':'function_call','status':'completed','call_id':'c1','name':'fly','arguments':'{'}]");

    JsonNode output = session.awaits(m -> m.at("/item/call_id").asText().equals("c1"));
    assertThat(output.at("/item/output").asText()).contains("\"ok\":false", "no such tool");
    session.awaits("response.create");
    session.answers("resp_2", "a2", "I cannot fly.", "//8=");
    phone.awaits(m -> m.at("/media/payload").asText().equals("//8="));
  }

  @Test
  void audioThatTheNetworkLostIsSilence() {
    var session = talk();
    phone.speaks(1);
    phone.loses(3);
    phone.speaks(2);

    await().until(() -> session.audio().length >= 5 * 160);
    byte[] audio = session.audio();
    assertThat(audio).hasSize(5 * 160);
    assertThat(audio[159]).isEqualTo((byte) 1);
    for (int i = 160; i < 4 * 160; i++) {
      assertThat(audio[i]).as("silence at %d", i).isEqualTo((byte) 0xFF);
    }
    assertThat(audio[4 * 160]).isEqualTo((byte) 2);
  }

  @Test
  void whereTheModelRefusesTheCallerIsToldSoWithinTwoSeconds() {
    MODEL.refuses(true);
    long began = System.nanoTime();
    phone.calls();

    phone.closedWith();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(phone.webhook("stream-ended", Map.of()).body()).contains("<Say>", "sorry");
  }

  @Test
  void whereTheModelIsLostTheCallerIsToldSo() {
    var session = talk();
    session.breaks();

    phone.closedWith();
    assertThat(phone.webhook("stream-ended", Map.of()).body()).contains("<Say>", "sorry");
    assertThat(awaitsEnd().get("state").asText()).isEqualTo("failed");
  }

  @Test
  void whatIsNotGoodIsLeftOutAndTheCallGoesOn() {
    var session = talk();
    phone.speaks(1);
    for (String bad :
        new String[] {
          "",
          "not json",
          "[]",
          "{'event':'media'}",
          "{'event':'weather','streamSid':'MZ1'}",
          "{'event':'media','sequenceNumber':'2','streamSid':'MZ1','media':{'payload':'!','timestamp':'1'}}",
          "{'event':'media','sequenceNumber':'1','streamSid':'MZ1','media':{'payload':'AAAA','timestamp':'1'}}",
          "{'event':'start','streamSid':'MZ2'}",
          "{'event':'media','streamSid':'MZ1','media':{'timestamp':'1','payload':'"
              + "A".repeat(1 << 20)
              + "'}}",
          "{'event':'mark','streamSid':'MZ1','mark':{'name':'9:9'}}"
        }) {
      phone.sends(bad);
    }
    phone.speaks(2);

    await().until(() -> session.audio().length >= 320);
    assertThat(session.audio()).hasSize(320);
    session.answers("resp_1", "a1", "Hello.", "//8=");
    phone.awaits(m -> m.at("/media/payload").asText().equals("//8="));
  }

  @Test
  void theStreamOfAnotherCallIsTurnedAwayAndLeavesNoTrace() {
    phone.opens(phone.rings());
    phone.starts("CA" + "0".repeat(32));

    assertThat(phone.closedWith()).isEqualTo(1008);
    await().until(() -> MODEL.sessions(owner).stream().allMatch(HandModel.Session::isClosed));
    assertThat(call().get("ended_at").isNull()).isTrue();
    assertThat(call().get("state").asText()).isEqualTo("in_progress");
  }

  @Test
  void aCallHasOneStream() {
    var session = talk();
    var second = new HandPhone(SERVICE, owner);
    second.opens(phone.rings());

    assertThat(second.closedWith()).isEqualTo(1008);
    second.close();
    phone.speaks(1);
    await().until(() -> session.audio().length == 160);
    assertThat(MODEL.sessions(owner)).hasSize(1);
    phone.hangsUp();
    assertThat(awaitsEnd().get("state").asText()).isEqualTo("completed");
  }

  @Test
  void keysArriveAsWords() {
    var session = talk();
    phone.sends("{'event':'dtmf','streamSid':'MZ1','sequenceNumber':'90','dtmf':{'digit':'5'}}");
    phone.sends("{'event':'dtmf','streamSid':'MZ1','sequenceNumber':'91','dtmf':{'digit':'#'}}");

    session.awaits(m -> m.at("/item/content/0/text").asText().contains("5#"));
    session.awaits("response.create");
  }

  /// A call on which the greeting, if one was played, has been heard.
  private HandModel.Session talk() {
    phone.calls();
    var session = MODEL.session(owner);
    session.awaits("session.update");
    phone.speaks(0);
    await().until(() -> session.audio().length >= 160);
    phone.hearsEverything();
    session.forgetAudio();
    greetingMarks = phone.received("mark").size();
    return session;
  }

  private int greetingMarks;

  private int marks() {
    return greetingMarks;
  }

  private JsonNode call() {
    return owner.api().get("/api/v1/calls").body().at("/data/0");
  }

  private JsonNode awaitsEnd() {
    return await().until(this::call, call -> !call.get("ended_at").isNull());
  }

  private JsonNode awaitsTurn(String text) {
    String path = "/api/v1/calls/" + call().get("id").asText() + "/transcript";
    await()
        .untilAsserted(
            () ->
                assertThat(owner.api().get(path).body().get("turns"))
                    .anyMatch(turn -> turn.get("text").asText().equals(text)));
    for (JsonNode turn : owner.api().get(path).body().get("turns")) {
      if (turn.get("text").asText().equals(text)) {
        return turn;
      }
    }
    throw new AssertionError(text);
  }
}
