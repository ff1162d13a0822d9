package io.frontdesk.voice.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechEvent.Status;
import io.frontdesk.voice.wire.PlainText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The events that come a few times a turn, or less.
/// Source: https://platform.openai.com/docs/api-reference/realtime-server-events
final class RareEvents {
  private static final Map<String, Function<JsonNode, SpeechEvent>> READERS =
      Map.ofEntries(
          Map.entry("session.created", RareEvents::sessionCreated),
          Map.entry("session.updated", json -> new SpeechEvent.Ready()),
          Map.entry(
              "input_audio_buffer.speech_started",
              json ->
                  new SpeechEvent.SpeechStarted(
                      text(json, "item_id"), number(json, "audio_start_ms"))),
          Map.entry(
              "input_audio_buffer.speech_stopped",
              json -> new SpeechEvent.SpeechStopped(text(json, "item_id"))),
          Map.entry(
              "input_audio_buffer.committed",
              json ->
                  new SpeechEvent.Committed(
                      text(json, "item_id"), optional(json, "previous_item_id"))),
          Map.entry("conversation.item.added", RareEvents::itemAdded),
          Map.entry(
              "conversation.item.input_audio_transcription.delta",
              json -> new SpeechEvent.CallerWords(text(json, "item_id"), text(json, "delta"))),
          Map.entry(
              "conversation.item.input_audio_transcription.completed",
              json ->
                  new SpeechEvent.CallerTranscribed(
                      text(json, "item_id"),
                      text(json, "transcript"),
                      UsageJson.ofTranscription(json.path("usage")))),
          Map.entry(
              "conversation.item.input_audio_transcription.failed",
              json -> new SpeechEvent.CallerNotTranscribed(text(json, "item_id"))),
          Map.entry("response.created", RareEvents::responseCreated),
          Map.entry(
              "response.output_audio.done",
              json -> new SpeechEvent.AudioDone(text(json, "response_id"), text(json, "item_id"))),
          Map.entry(
              "response.output_audio_transcript.delta",
              json ->
                  new SpeechEvent.TranscriptDelta(
                      text(json, "response_id"), text(json, "item_id"), text(json, "delta"))),
          Map.entry(
              "response.output_audio_transcript.done",
              json ->
                  new SpeechEvent.TranscriptDone(
                      text(json, "response_id"), text(json, "item_id"), text(json, "transcript"))),
          Map.entry("response.done", RareEvents::responseDone),
          Map.entry("error", RareEvents::refused));

  /// The end of the year 9999.
  private static final long LAST_SECOND = 253_402_300_799L;

  private RareEvents() {}

  static boolean knows(String type) {
    return READERS.containsKey(type);
  }

  /// The event of a known type; null if a field is missing that it must have.
  static @Nullable SpeechEvent read(String type, JsonNode json) {
    Function<JsonNode, SpeechEvent> reader = READERS.get(type);
    try {
      return reader == null ? null : reader.apply(json);
    } catch (NoSuchElementException e) {
      return null;
    }
  }

  private static SpeechEvent sessionCreated(JsonNode json) {
    Long end = number(json.path("session"), "expires_at");
    return new SpeechEvent.Opened(
        end == null || end <= 0 || end > LAST_SECOND ? null : Instant.ofEpochSecond(end));
  }

  private static SpeechEvent itemAdded(JsonNode json) {
    JsonNode item = json.path("item");
    return new SpeechEvent.ItemAdded(
        text(item, "id"),
        optional(json, "previous_item_id"),
        text(item, "type"),
        optional(item, "role"));
  }

  private static SpeechEvent responseCreated(JsonNode json) {
    JsonNode response = json.path("response");
    return new SpeechEvent.ResponseCreated(
        text(response, "id"), optional(response.path("metadata"), CommandJson.REQUEST));
  }

  private static SpeechEvent responseDone(JsonNode json) {
    JsonNode response = json.path("response");
    Status status = status(text(response, "status"));
    return new SpeechEvent.ResponseDone(
        text(response, "id"),
        status,
        status == Status.COMPLETED ? calls(response.path("output")) : List.of(),
        optional(response.path("status_details").path("error"), "code"),
        UsageJson.ofResponse(response.path("usage")));
  }

  private static Status status(String name) {
    for (Status status : Status.values()) {
      if (status.name().toLowerCase(Locale.ROOT).equals(name)) {
        return status;
      }
    }
    throw new NoSuchElementException(name);
  }

  private static List<FunctionCall> calls(JsonNode output) {
    var calls = new ArrayList<FunctionCall>();
    for (JsonNode item : output) {
      boolean complete =
          item.path("type").asText().equals("function_call")
              && item.path("status").asText("completed").equals("completed");
      if (complete) {
        calls.add(
            new FunctionCall(text(item, "call_id"), text(item, "name"), text(item, "arguments")));
      }
    }
    return calls;
  }

  private static SpeechEvent refused(JsonNode json) {
    JsonNode error = json.path("error");
    String code = optional(error, "code");
    return new SpeechEvent.Refused(
        code == null ? error.path("type").asText("unknown") : code,
        error.path("message").asText(""),
        optional(error, "event_id"));
  }

  private static String text(JsonNode json, String field) {
    String text = optional(json, field);
    if (text == null) {
      throw new NoSuchElementException(field);
    }
    return text;
  }

  private static @Nullable Long number(JsonNode json, String field) {
    JsonNode number = json.path(field);
    return number.isIntegralNumber() ? Long.valueOf(number.longValue()) : null;
  }

  private static @Nullable String optional(JsonNode json, String field) {
    String text = json.path(field).textValue();
    return text == null ? null : PlainText.of(text);
  }
}
