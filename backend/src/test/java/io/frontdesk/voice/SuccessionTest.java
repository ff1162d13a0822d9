package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A call that is longer than the model's sessions may be goes on in another one.
@ExtendWith(Leaks.class)
class SuccessionTest {
  /// Codes of hardly any sound, one for each frame, over and over.
  private static final int CODES = 20;

  private static final HandModel MODEL = HandMade.MODEL;

  @RegisterExtension final HandCall call = new HandCall();
  private final HandPhone phone = call.phone();
  private int frames;

  @Test
  void noFrameIsLostOrHeardTwiceAndTheOtherSessionKnowsWhatWasSaid() {
    var first = talks();
    first.hearsCaller("u1");
    first.hearsSilence("u1");
    first.writes("u1", "When are you open?");
    first.answers("resp_1", "a1", "From nine to five.", HandModel.A_SECOND);
    call.awaitsMarks(2);
    phone.hearsEverything();
    call.awaitsTurn("From nine to five.");
    int clears = phone.received("clear").size();

    HandModel.Session second = speaksUntilAnotherSessionHears(first);
    await().until(() -> first.audio().length + second.audio().length == frames * 160);

    assertThat(first.audio().length).isPositive();
    var heard = new ArrayList<Byte>();
    for (byte[] audio : List.of(first.audio(), second.audio())) {
      for (int i = 0; i < audio.length; i += 160) {
        heard.add(audio[i]);
      }
    }
    for (int i = 0; i < heard.size(); i++) {
      assertThat(heard.get(i)).as("frame %d", i).isEqualTo(code(i));
    }
    assertThat(texts(second))
        .satisfies(texts -> assertThat(texts.getFirst()).contains("do not greet again"))
        .endsWith("When are you open?", "From nine to five.");
    await().until(first::isClosed);
    assertThat(phone.received("clear")).as("unheard by the caller").hasSize(clears);
  }

  @Test
  void theConversationGoesOnInTheOtherSession() {
    var first = talks();
    HandModel.Session second = speaksUntilAnotherSessionHears(first);
    second.hearsCaller("u9");
    second.hearsSilence("u9");
    second.writes("u9", "Thank you.");
    second.answers("resp_9", "a9", "You are welcome.", "//8=");

    phone.awaits(m -> m.at("/media/payload").asText().equals("//8="));
    phone.hearsEverything();
    call.awaitsTurn("Thank you.");
    call.awaitsTurn("You are welcome.");
    phone.hangsUp();
    assertThat(call.awaitsEnd().get("state").asText()).isEqualTo("completed");
    await().until(second::isClosed);
  }

  @Test
  void nobodyIsLeftInTheMiddleOfAnAnswer() {
    var first = talks();
    first.begins("resp_1", null);
    first.speaks("resp_1", "a1", HandModel.A_SECOND);
    call.awaitsMarks(1);
    await()
        .until(
            () -> {
              phone.speaks(code(frames++) & 0xFF);
              return MODEL.sessions(call.owner()).size() == 2;
            });
    HandModel.Session second = MODEL.sessions(call.owner()).getLast();
    for (int i = 0; i < 25; i++) {
      phone.speaks(code(frames++) & 0xFF);
    }
    await().until(() -> first.audio().length == frames * 160);
    assertThat(second.audio()).isEmpty();

    first.ends("resp_1", "a1", "We are open.");
    call.awaitsMarks(2);
    phone.hearsEverything();
    assertThat(speaksUntilAnotherSessionHears(first)).isSameAs(second);
  }

  @Test
  void whereNoOtherSessionCanBeHadTheFirstGoesOnUntilItEnds() {
    var first = talks();
    MODEL.refuses(true);
    int refusals = MODEL.refusals();
    await()
        .until(
            () -> {
              phone.speaks(code(frames++) & 0xFF);
              return MODEL.refusals() > refusals;
            });
    phone.speaks(code(frames++) & 0xFF);
    await().until(() -> first.audio().length == frames * 160);
    first.answers("resp_1", "a1", "We are open.", "//8=");
    phone.awaits(m -> m.at("/media/payload").asText().equals("//8="));
    first.says(
        """
        {'type':'error','event_id':'e','error':{'type':'invalid_request_error',\
        'code':'session_expired','message':'Your session hit the maximum duration.'}}\
        """);

    phone.closedWith();
    assertThat(phone.webhook("stream-ended", Map.of()).body()).contains("<Stream");
  }

  /// A call whose session says that it ends soon, and no later one does.
  private HandModel.Session talks() {
    MODEL.expires(Duration.ofSeconds(6));
    var first = call.talk();
    MODEL.expires(null);
    return first;
  }

  private HandModel.Session speaksUntilAnotherSessionHears(HandModel.Session first) {
    return await()
        .until(
            () -> {
              phone.speaks(code(frames++) & 0xFF);
              return MODEL.sessions(call.owner()).stream()
                  .filter(session -> session != first && session.audio().length > 0)
                  .toList();
            },
            found -> !found.isEmpty())
        .getFirst();
  }

  private static byte code(int frame) {
    return (byte) (0xFF - frame % CODES);
  }

  private static List<String> texts(HandModel.Session session) {
    return session.received("conversation.item.create").stream()
        .map(m -> m.at("/item/content/0/text"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }
}
