package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// One call over real sockets, both its ends driven by hand.
@ExtendWith(Leaks.class)
class StreamTest {
  private static final HandModel MODEL = HandMade.MODEL;

  @RegisterExtension final HandCall call = new HandCall();
  private final Owner owner = call.owner();
  private final HandPhone phone = call.phone();

  @Test
  void audioGoesBothWaysAsItIs() {
    var session = call.talk();
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
    String greeting = call.awaitsGreeting();
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
        .isEqualTo(greeting);
  }

  @Test
  void audioThatTheNetworkLostIsSilence() {
    var session = call.talk();
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
  void whatIsNotGoodIsLeftOutAndTheCallGoesOn() {
    var session = call.talk();
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
    assertThat(call.record().get("ended_at").isNull()).isTrue();
    assertThat(call.record().get("state").asText()).isEqualTo("in_progress");
  }

  @Test
  void aCallHasOneStreamTheLatest() {
    var first = call.talk();
    try (var second = phone.comesBack()) {
      phone.isCutOff();
      await().until(first::isClosed);

      var session = MODEL.session(owner);
      session.awaits("session.update");
      second.speaks(1);
      await().until(() -> session.audio().length == 160);
      second.hangsUp();
      assertThat(call.awaitsEnd().get("state").asText()).isEqualTo("completed");
    }
  }

  @Test
  void keysArriveAsWords() {
    var session = call.talk();
    phone.sends("{'event':'dtmf','streamSid':'MZ1','sequenceNumber':'90','dtmf':{'digit':'5'}}");
    phone.sends("{'event':'dtmf','streamSid':'MZ1','sequenceNumber':'91','dtmf':{'digit':'#'}}");

    session.awaits(m -> m.at("/item/content/0/text").asText().contains("5#"));
    session.awaits("response.create");
  }
}
