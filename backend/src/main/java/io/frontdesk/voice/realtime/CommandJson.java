package io.frontdesk.voice.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.voice.speech.CreateResponse;
import io.frontdesk.voice.speech.SpeechCommand;
import io.frontdesk.voice.speech.SpeechCommand.AddCall;
import io.frontdesk.voice.speech.SpeechCommand.AddText;
import io.frontdesk.voice.speech.SpeechCommand.AnswerFunction;
import io.frontdesk.voice.speech.SpeechCommand.Cancel;
import io.frontdesk.voice.speech.SpeechCommand.Forget;
import io.frontdesk.voice.speech.SpeechCommand.LetYield;
import io.frontdesk.voice.speech.SpeechCommand.Role;
import io.frontdesk.voice.speech.SpeechCommand.Start;
import io.frontdesk.voice.speech.SpeechCommand.StopReplying;
import io.frontdesk.voice.speech.SpeechCommand.Truncate;
import java.util.Locale;

/// The JSON of each command. Source:
/// https://platform.openai.com/docs/api-reference/realtime-client-events
final class CommandJson {
  /// The name under which a request's id rides in the response's metadata.
  static final String REQUEST = "request";

  private CommandJson() {}

  static ObjectNode of(SpeechCommand command) {
    return switch (command) {
      case Start c -> SessionJson.configure(c.config());
      case LetYield c -> SessionJson.letYield(c.config(), c.byItself());
      case StopReplying c -> SessionJson.stopReplying(c.config());
      case AddCall c -> addCall(c);
      case AddText c -> addText(c);
      case Forget c -> event("conversation.item.delete").put("item_id", c.itemId());
      case AnswerFunction c -> answerFunction(c);
      case CreateResponse c -> createResponse(c);
      case Cancel c -> event("response.cancel").put("response_id", c.responseId());
      case Truncate c ->
          event("conversation.item.truncate")
              .put("item_id", c.itemId())
              .put("content_index", c.contentIndex())
              .put("audio_end_ms", c.audioEndMs());
    };
  }

  private static ObjectNode addCall(AddCall command) {
    ObjectNode event = event("conversation.item.create");
    event
        .putObject("item")
        .put("type", "function_call")
        .put("call_id", command.call().callId())
        .put("name", command.call().name())
        .put("arguments", command.call().arguments());
    return event;
  }

  private static ObjectNode addText(AddText command) {
    ObjectNode event = event("conversation.item.create");
    ObjectNode item = event.putObject("item");
    if (command.itemId() != null) {
      item.put("id", command.itemId());
    }
    item.put("type", "message").put("role", command.role().name().toLowerCase(Locale.ROOT));
    item.putArray("content")
        .addObject()
        .put("type", command.role() == Role.ASSISTANT ? "output_text" : "input_text")
        .put("text", command.text());
    return event;
  }

  private static ObjectNode answerFunction(AnswerFunction command) {
    ObjectNode event = event("conversation.item.create");
    event
        .putObject("item")
        .put("type", "function_call_output")
        .put("call_id", command.callId())
        .put("output", command.output());
    return event;
  }

  private static ObjectNode createResponse(CreateResponse command) {
    ObjectNode event = event("response.create").put("event_id", command.request());
    ObjectNode response = event.putObject("response");
    response.putObject("metadata").put(REQUEST, command.request());
    if (command.instructions() != null) {
      response.put("instructions", command.instructions()).put("tool_choice", "none");
    }
    return event;
  }

  private static ObjectNode event(String type) {
    return RealtimeWriter.object(type);
  }
}
