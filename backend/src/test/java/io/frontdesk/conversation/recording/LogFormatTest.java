package io.frontdesk.conversation.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.CallEvent;
import io.frontdesk.call.ToolCall;
import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.ConversationEvent.CallerStartedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerStoppedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerTranscribed;
import io.frontdesk.conversation.ConversationEvent.CallerTurnEnded;
import io.frontdesk.conversation.ConversationEvent.KeyPressed;
import io.frontdesk.conversation.ConversationEvent.ModelReady;
import io.frontdesk.conversation.ConversationEvent.Outcome;
import io.frontdesk.conversation.ConversationEvent.ResponseEnded;
import io.frontdesk.conversation.ConversationEvent.ResponseStarted;
import io.frontdesk.conversation.ConversationEvent.SpeechCut;
import io.frontdesk.conversation.ConversationEvent.SpeechStarted;
import io.frontdesk.conversation.ConversationEvent.StreamEnded;
import io.frontdesk.conversation.ConversationEvent.StreamStarted;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.conversation.Limits;
import io.frontdesk.conversation.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is written of a conversation, and what is not.
class LogFormatTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.000001Z");
  private static final FunctionCall TAKE =
      new FunctionCall("call_1", "take_message", "{\"text\":\"A\\u0000B\"}");
  private static final JsonNode ANSWER = JsonNodeFactory.instance.objectNode().put("ok", true);

  /// A conversation in which nearly everything happens, as it is written.
  private static List<CallEvent> recorded(ConversationEvent... events) {
    var beginning = new Beginning(Limits.DEFAULT, Script.english("Acme, hello!", true), NOON);
    var log = new ArrayList<CallEvent>();
    log.add(LogFormat.of(beginning));
    var conversation = beginning.conversation();
    Instant now = NOON;
    for (ConversationEvent event : events) {
      now = now.plus(Duration.ofNanos(250_001_000));
      var step = conversation.on(event, now);
      conversation = step.next();
      log.add(LogFormat.of(new Happening(event, now, step.effects())));
    }
    return RecordedCall.parse(new RecordedCall("", log).text()).events();
  }

  @Test
  void anEventIsWrittenShort() {
    var log = recorded(new StreamStarted(), new ModelReady(), new CallerStartedSpeaking("u1"));

    assertThat(LogFormat.write(log.get(1)))
        .isEqualTo(
            """
            {"at":"2026-11-24T12:00:00.250002Z","type":"stream_started","data":{},\
            "effects":[{"type":"play_greeting"}]}\
            """);
    assertThat(LogFormat.write(log.get(3)))
        .isEqualTo(
            """
            {"at":"2026-11-24T12:00:00.750004Z","type":"caller_started_speaking",\
            "data":{"item_id":"u1"},"effects":[]}\
            """);
  }

  @Test
  void whatAnEventToldIsNotToldAgainByItsEffects() {
    var log =
        recorded(
            new StreamStarted(),
            new ModelReady(),
            new ResponseStarted("r", null),
            new ResponseEnded("r", Outcome.COMPLETED, List.of(TAKE)),
            new ToolFinished(new ToolCall("call_1", "take_message", ANSWER, ANSWER), false),
            new StreamEnded());

    assertThat(log.get(4).effects())
        .extracting(JsonNode::toString)
        .containsExactly(
            "{\"type\":\"run_tool\",\"call\":{\"call_id\":\"call_1\",\"name\":\"take_message\"}}");
    assertThat(log.getLast().effects().getFirst().at("/turn/tool_calls").toString())
        .isEqualTo("[\"call_1\"]");
    assertThat(Replay.of(log).firstDifference()).isEmpty();
  }

  @Test
  void keysAndCardsAreNotKeptAndTheCallReplaysAllTheSame() {
    var log =
        recorded(
            new StreamStarted(),
            new ModelReady(),
            new SpeechStarted("a1"),
            new SpeechCut("a1", "Your PIN, please\u0000.", "Your \ud800"),
            new KeyPressed('4'),
            new KeyPressed('7'),
            new KeyPressed('#'),
            new CallerStartedSpeaking("u1"),
            new CallerStoppedSpeaking("u1"),
            new CallerTurnEnded("u1"),
            new CallerTranscribed("u1", "It is 4111 1111 1111 1111, and call +14155550142."),
            new StreamEnded());

    String text = new RecordedCall("", log).text();
    assertThat(text)
        .contains("[pressed xx#]")
        .contains("telephone: xx#]")
        .contains("It is xxxx xxxx xxxx xxxx, and call +14155550142.")
        .doesNotContain("\"4\"")
        .doesNotContain("47#")
        .doesNotContain("4111");
    assertThat(Replay.of(log).firstDifference()).isEmpty();
  }

  @Test
  void aDifferenceIsFoundWhereItIs() {
    var log = new ArrayList<>(recorded(new StreamStarted(), new ModelReady(), new StreamEnded()));
    CallEvent ready = log.get(2);
    log.set(2, new CallEvent(ready.at(), ready.type(), ready.data(), List.of()));

    assertThat(Replay.of(log).firstDifference().map(Replay.Line::event)).contains(log.get(2));
    var repaired = new RecordedCall("", log).replayed();
    assertThat(Replay.of(repaired.events()).firstDifference()).isEmpty();
  }

  @Test
  void aLogOfBeforeALimitWasThoughtOfIsStillRead() {
    var log = recorded(new StreamStarted());
    ((ObjectNode) log.getFirst().data().path("limits")).remove("excuse");

    assertThat(Replay.of(log).lines()).hasSize(2);
  }

  @Test
  void aLogOfALaterServiceIsNotGuessedAt() {
    var log = recorded(new StreamStarted());
    ((ObjectNode) log.getFirst().data()).put("version", 99);

    assertThatThrownBy(() -> Replay.of(log)).hasMessageContaining("99");
    assertThatThrownBy(() -> Replay.of(log.subList(1, 2))).hasMessageContaining("no beginning");
  }
}
