package io.frontdesk.conversation.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.call.CallEvent;
import io.frontdesk.call.ToolCall;
import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.ConversationEvent.CallerStartedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerStoppedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerTranscribed;
import io.frontdesk.conversation.ConversationEvent.CallerTurnEnded;
import io.frontdesk.conversation.ConversationEvent.ModelReady;
import io.frontdesk.conversation.ConversationEvent.Outcome;
import io.frontdesk.conversation.ConversationEvent.ResponseEnded;
import io.frontdesk.conversation.ConversationEvent.ResponseStarted;
import io.frontdesk.conversation.ConversationEvent.StreamEnded;
import io.frontdesk.conversation.ConversationEvent.StreamStarted;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.conversation.Limits;
import io.frontdesk.conversation.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A call that is made a test of tells nobody who called.
class AnonymityTest {
  private static final String ARGUMENTS =
      "{\"name\": \"Anna Miller\", \"phone\": \"212 555 0142\"}";

  @Test
  void namesAndNumbersAreTakenOutAndTheCallGoesTheSameWay() {
    var arguments =
        JsonNodeFactory.instance.objectNode().put("name", "Anna Miller").put("ok", true);
    var call =
        recorded(
            new StreamStarted(),
            new ModelReady(),
            new CallerStartedSpeaking("item_1234567"),
            new CallerStoppedSpeaking("item_1234567"),
            new CallerTurnEnded("item_1234567"),
            new CallerTranscribed(
                "item_1234567",
                "Hi, Anna Miller, that is MILLER, anna.miller@mail.example, +1 (212) 555-0142,"
                    + " two one two, five five five. My sister is Zoe. At 10, please."),
            new ResponseStarted("r", null),
            new ResponseEnded(
                "r",
                Outcome.COMPLETED,
                List.of(new FunctionCall("call_99999", "take_message", ARGUMENTS))),
            new ToolFinished(
                new ToolCall("call_99999", "take_message", arguments, arguments), false),
            new StreamEnded());

    var nameless = Anonymity.of(call, List.of("Zoe"));

    assertThat(nameless.text())
        .doesNotContainIgnoringCase("anna")
        .doesNotContainIgnoringCase("miller")
        .doesNotContain("0142", "212", "two one two", "Zoe")
        .contains("item_1234567", "call_99999", "take_message")
        .contains("someone@example.com, +0 (000) 000-0000, zero zero zero zero zero")
        .contains("At 10, please.");
    assertThat(Replay.of(nameless.events()).firstDifference()).isEmpty();
  }

  @Test
  void toWhomACallerWasHandedOverIsTakenOutToo() {
    var call = recorded(new StreamStarted(), new ModelReady(), new StreamEnded());
    var events = new ArrayList<>(call.events());
    var data = JsonNodeFactory.instance.objectNode().put("to", "Maria Lopez");
    events.add(new CallEvent(events.getLast().at(), "transfer_ringing", data, List.of()));

    var nameless = Anonymity.of(new RecordedCall("", events), List.of());

    assertThat(nameless.text())
        .contains("transfer_ringing")
        .doesNotContainIgnoringCase("maria")
        .doesNotContainIgnoringCase("lopez");
  }

  private static RecordedCall recorded(ConversationEvent... events) {
    var beginning =
        new Beginning(
            Limits.DEFAULT, Script.english("Acme!", true), Instant.parse("2026-11-24T12:00:00Z"));
    var log = new ArrayList<CallEvent>();
    log.add(LogFormat.of(beginning));
    var conversation = beginning.conversation();
    for (ConversationEvent event : events) {
      var step = conversation.on(event, beginning.at());
      conversation = step.next();
      log.add(LogFormat.of(new Happening(event, beginning.at(), step.effects())));
    }
    return new RecordedCall("", log);
  }
}
