package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.voice.HandChat.Answer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Calls by TwiML during which the database goes away and comes back: the caller is asked to hold
/// on, and goes on where they were, with what they had said.
class DatabaseAwayByTwimlTest {
  private static final String SID = "RE" + "0123456789abcdef".repeat(2);
  private static final Map<String, String> LEFT =
      Map.of("RecordingSid", SID, "RecordingDuration", "7");
  private static final String HOLD_ON = "One moment, please.";

  private static final HandChat CHAT = new HandChat();
  private static final CutOff WAY =
      CutOff.start(
          Map.of(
              "openai.api-url",
              CHAT.url() + "/v1",
              "openai.api-key",
              "key",
              "openai.realtime-url",
              "ws://127.0.0.1:9/v1/realtime",
              "voice.patience.answer",
              "1s",
              "voice.patience.signer",
              "1s"));
  private static final RunningService SERVICE = WAY.service();

  private final String business = "Acme " + UUID.randomUUID();
  private Owner owner;
  private HandTalk talk;

  @AfterAll
  static void stop() {
    WAY.close();
    CHAT.close();
  }

  @BeforeEach
  void signUp() {
    WAY.mend();
    owner = await().ignoreExceptions().until(() -> Owner.signUp(SERVICE, business), o -> true);
    talk = new HandTalk(SERVICE, owner);
  }

  @AfterEach
  void hangUp() {
    WAY.mend();
    talk.close();
  }

  @Test
  void theScriptGoesOnWithWhatWasSaid() {
    HandTalk.answersWith(owner, "scripted");
    String name = answered(talk.rings());

    WAY.cut();
    String held = holdsOn(talk.says(name, "Tom Baker."));
    WAY.mend();
    String phone = talk.waits(held);

    assertThat(phone).contains("Can we reach you at this number?");
    String text = answered(talk.presses(phone, "1"));
    answered(talk.presses(answered(talk.says(text, "The boiler is broken.")), "1"));
    talk.hangsUp();
    await().until(() -> talk.call().path("ended_at").isTextual());
    assertThat(talk.messages().findValuesAsText("from_name")).containsExactly("Tom Baker");
    assertThat(talk.turns().findValuesAsText("text").stream().filter("Tom Baker."::equals))
        .hasSize(1);
    serves("scripted");
  }

  @Test
  void theModelIsAskedWithWhatWasSaid() {
    HandTalk.answersWith(owner, "turn_based");
    String greeting = answered(talk.rings());

    WAY.cut();
    String held = holdsOn(talk.says(greeting, "Until when are you open?"));
    WAY.mend();
    CHAT.next(business, new Answer.Says("We are open until six."));

    assertThat(talk.waits(held)).contains("We are open until six.");
    assertThat(talk.turns().findValuesAsText("text"))
        .hasSize(3)
        .contains("Until when are you open?", "We are open until six.");
    serves("turn_based");
  }

  @Test
  void aThoughtThatCouldNotBeWrittenDownIsThoughtAgain() {
    HandTalk.answersWith(owner, "turn_based");
    var later = new CountDownLatch(1);
    CHAT.next(business, new Answer.Later(later, new Answer.Says("One.")));
    String greeting = answered(talk.rings());
    String thinking = talk.says(greeting, "Hello?");
    assertThat(thinking).contains("<Redirect");

    WAY.cut();
    later.countDown();
    String held = holdsOn(talk.follows(thinking));
    WAY.mend();
    CHAT.next(business, new Answer.Says("Two."));

    assertThat(talk.waits(held)).containsPattern("One\\.|Two\\.");
    assertThat(talk.turns().findValuesAsText("speaker"))
        .containsExactly("receptionist", "caller", "receptionist");
    serves("turn_based");
  }

  @Test
  void whatWasLeftOnAVoicemailIsAMessage() {
    HandTalk.answersWith(owner, "voicemail");
    answered(talk.rings());

    WAY.cut();
    String held = holdsOn(talk.asks("voicemail", LEFT));
    assertThat(held)
        .as("an address that is not waited for long, nor held on by long")
        .contains("#rc=3");
    WAY.mend();

    assertThat(talk.waits(held)).contains("Your message was taken", "<Hangup/>");
    assertThat(talk.messages()).hasSize(1);
  }

  /// As callers do, once they have said what they wanted.
  @Test
  void whoHangsUpAfterTheBeepHasLeftAMessage() {
    HandTalk.answersWith(owner, "voicemail");
    answered(talk.rings());

    WAY.cut();
    var left =
        Map.of("RecordingSid", SID, "RecordingDuration", "7", "RecordingStatus", "completed");
    assertThat(talk.phone().webhook("voicemail-recording", left).status()).isEqualTo(204);
    talk.hangsUp();
    WAY.mend();

    await().ignoreExceptions().until(() -> talk.call().path("state").asText().equals("completed"));
    await().until(() -> talk.messages().size() == 1);
  }

  @Test
  void whoIsHandedOverIsRungTheNextOneFor() {
    HandTalk.change(
        owner,
        """
        {'engine': 'turn_based', 'transfer_targets': [
          {'name': 'Sam', 'number': '+12125550120', 'reachable': 'always'},
          {'name': 'Alex', 'number': '+12125550121', 'reachable': 'always'}]}\
        """);
    CHAT.next(business, new Answer.Calls("transfer_call", "{'reason': 'The door is stuck.'}"));
    String dial = answered(talk.says(answered(talk.rings()), "A person, please."));
    assertThat(dial).contains(">+12125550120</Number>");

    WAY.cut();
    String held =
        holdsOn(talk.does(dial, Map.of("DialCallStatus", "no-answer", "DialBridged", "false")));
    WAY.mend();

    assertThat(talk.waits(held)).contains(">+12125550121</Number>");
  }

  @Test
  void whoRingsMeanwhileIsAnsweredAfterwards() {
    HandTalk.answersWith(owner, "scripted");
    answered(talk.rings());
    try (var other = new HandTalk(SERVICE, owner)) {
      WAY.cut();
      String held = other.rings();
      assertThat(held).contains(HOLD_ON, "<Redirect");
      WAY.mend();

      assertThat(other.waits(held)).contains("<Gather");
    }
  }

  @Test
  void whoHasHeldOnForTooLongHearsAnApology() {
    HandTalk.answersWith(owner, "scripted");
    answered(talk.rings());

    WAY.cut();

    assertThat(talk.asks("gather?step=1&since=1700000000", Map.of("SpeechResult", "Tom")))
        .contains("I cannot go on with this call right now.", "<Hangup/>");
  }

  /// The database is there, and takes its time.
  private String answered(String answer) {
    return talk.waits(answer);
  }

  /// Is asked to hold on again and again, and nobody else reads what was said.
  private String holdsOn(String answer) {
    String held = answer;
    int before = WAY.refused();
    for (int times = 0; times < 2 || WAY.refused() < before + 3; times++) {
      assertThat(held).contains(HOLD_ON, "<Pause", "<Redirect").doesNotContain("<Hangup");
      assertThat(held).doesNotContain("Baker", "Until when", SID);
      held = talk.follows(held);
    }
    return held;
  }

  /// Whoever served the call does so still.
  private void serves(String engine) {
    assertThat(talk.call().path("engine").asText()).isEqualTo(engine);
    assertThat(talk.call().path("fallbacks")).isEmpty();
  }
}
