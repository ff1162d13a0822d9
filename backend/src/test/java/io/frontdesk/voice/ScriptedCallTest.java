package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Calls that are held without any model.
@Execution(ExecutionMode.CONCURRENT)
class ScriptedCallTest {
  private static final RunningService SERVICE = RunningService.shared();

  private final Owner owner = Owner.signUp(SERVICE, "Acme " + UUID.randomUUID());
  private final HandTalk talk = new HandTalk(SERVICE, owner);

  @BeforeEach
  void choose() {
    HandTalk.answersWith(owner, "scripted");
  }

  @AfterEach
  void hangUp() {
    talk.close();
  }

  /// From the first ring to the summary, over a simulated line. A simulated caller has no more than
  /// 45 seconds: whether the read-back is over by then or not, the message is kept.
  @Test
  void aSimulatedCallerLeavesAMessage() {
    Owner garage = Owner.signUp(SERVICE, "Ace Garage Doors");
    HandTalk.change(garage, "{'engine': 'scripted', 'greeting': 'Ace Garage Doors.'}");

    Rung rung = Rung.ring(garage, "message_after_hours");

    assertThat(rung.call().path("engine").asText()).isEqualTo("scripted");
    assertThat(rung.call().path("state").asText()).isEqualTo("completed");
    assertThat(rung.call().path("outcome").asText()).isEqualTo("message_taken");
    JsonNode message = rung.only("/api/v1/messages");
    assertThat(message.path("from_name").asText()).isEqualTo("Tom Baker");
    assertThat(message.path("from_phone").asText()).isEqualTo("+12125550157");
    assertThat(message.path("text").asText()).contains("broken boiler");
    assertThat(message.path("urgency").asText()).isEqualTo("normal");
    assertThat(rung.seenWords("caller")).containsAll(rung.words("caller"));
    assertThat(rung.seen().path("warnings").findValuesAsText("code")).isEmpty();
    assertThat(rung.call().at("/cost/items").findValuesAsText("kind"))
        .as("no model spoke, and none is missing")
        .doesNotContain("speech");
  }

  @Test
  void everythingIsReadBackBeforeItIsKept() {
    String asked = noted();

    assertThat(asked)
        .contains(
            "Your name is Tom Baker.", "We reach you at this number.", "The boiler is broken.")
        .contains("It is urgent.", "numDigits=\"1\"");
    assertThat(talk.messages()).isEmpty();
    assertThat(talk.presses(asked, "1")).contains("passed your message on", "<Hangup/>");
    assertThat(talk.messages()).hasSize(1);
    assertThat(talk.messages().get(0).path("urgency").asText()).isEqualTo("high");
  }

  @Test
  void whatIsToBeSaidMeanwhileIsSaidBeforeTheQuestionIsAskedAgain() {
    String phone = talk.says(talk.rings(), "Tom Baker");
    TurnBasedCallTest.waits(SERVICE, owner, "We are on our way.");

    String answer = talk.asks("stream-ended", Map.of());

    assertThat(answer).contains("We are on our way. Can we reach you at this number?");
    assertThat(phone).contains("Can we reach you at this number?");
    assertThat(talk.asks("stream-ended", Map.of())).as("asked again").isEqualTo(answer);
    assertThat(talk.presses(answer, "1")).contains("What is your message?");
  }

  @Test
  void whoHangsUpBeforeTheEndHasLeftWhatTheySaid() {
    noted();
    talk.hangsUp();

    await()
        .untilAsserted(
            () -> assertThat(talk.call().path("outcome").asText()).isEqualTo("message_taken"));
    assertThat(talk.messages()).hasSize(1);
    assertThat(talk.messages().get(0).path("from_phone").asText()).isEqualTo("+12125550142");
  }

  @Test
  void whatComesFiveTimesIsAnsweredTheSameAndDoneOnce() {
    String asked = noted();
    String first = talk.presses(asked, "1");

    for (int again = 0; again < 4; again++) {
      assertThat(talk.presses(asked, "1")).isEqualTo(first);
    }
    assertThat(talk.messages()).hasSize(1);
    assertThat(talk.turns()).hasSize(11);
  }

  @Test
  void whatComesLateIsAnsweredAsItWasThen() {
    String greeting = talk.rings();
    String second = talk.says(greeting, "Tom Baker.");
    String third = talk.presses(second, "1");

    assertThat(talk.says(greeting, "Somebody else.")).isEqualTo(second);
    assertThat(talk.asks("gather?step=77", Map.of("Digits", "1")))
        .as("what was never asked is answered with what was said last")
        .isEqualTo(third);
    assertThat(talk.asks("gather", Map.of("Strange", "field"))).isEqualTo(third);
    assertThat(talk.rings()).isEqualTo(third);
  }

  @Test
  void aCallThatNobodyKnowsIsHungUp() {
    assertThat(talk.asks("gather?step=3", Map.of("SpeechResult", "Hello?"))).contains("<Hangup/>");
    assertThat(talk.phone().send("gather?step=3", Map.of(), "wrong token").status()).isEqualTo(403);
  }

  @Test
  void whoSaysNothingIsLetGo() {
    String asked = talk.rings();
    for (int silence = 0; silence < 2; silence++) {
      asked = talk.saysNothing(asked);
      assertThat(asked).contains("I did not hear you.");
    }

    assertThat(talk.saysNothing(asked)).contains("I cannot hear you", "<Hangup/>");
    assertThat(talk.messages()).isEmpty();
    talk.hangsUp();
    await()
        .untilAsserted(() -> assertThat(talk.call().path("outcome").asText()).isEqualTo("silent"));
  }

  @Test
  void itSpeaksTheLanguageOfTheReceptionist() {
    HandTalk.change(owner, "{'languages': ['de-DE']}");

    assertThat(talk.rings()).contains("Wie ist Ihr Name, bitte?", "language=\"de-DE\"");
  }

  /// A call up to the question whether all that was noted is right.
  private String noted() {
    String number = talk.says(talk.rings(), "Tom Baker.");
    String reason = talk.says(number, "Yes, this number.");
    return talk.presses(talk.says(reason, "The boiler is broken."), "1");
  }
}
