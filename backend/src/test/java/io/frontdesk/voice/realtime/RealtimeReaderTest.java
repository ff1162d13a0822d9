package io.frontdesk.voice.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.ModelTokens;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechEvent.AudioDelta;
import io.frontdesk.voice.speech.SpeechEvent.ResponseDone;
import io.frontdesk.voice.speech.SpeechEvent.Status;
import io.frontdesk.voice.wire.Drops;
import io.frontdesk.voice.wire.Drops.Reason;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealtimeReaderTest {
  private final Drops drops = new Drops();
  private final RealtimeReader reader = new RealtimeReader(drops);

  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of(
            """
            {"type":"session.created","event_id":"e1","session":{"type":"realtime","id":"sess_1"}}\
            """,
            new SpeechEvent.Opened(null)),
        Arguments.of(
            """
            {"type":"session.created","event_id":"e1","session":{"expires_at":1795219200}}\
            """,
            new SpeechEvent.Opened(Instant.ofEpochSecond(1795219200))),
        Arguments.of(
            """
            {"type":"session.updated","event_id":"e2","session":{"type":"realtime","id":"sess_1"}}\
            """,
            new SpeechEvent.Ready()),
        Arguments.of(
            """
            {"type":"input_audio_buffer.speech_started","event_id":"e3","audio_start_ms":5120,\
            "item_id":"item_u1"}\
            """,
            new SpeechEvent.SpeechStarted("item_u1", 5120L)),
        Arguments.of(
            """
            {"type":"input_audio_buffer.speech_stopped","event_id":"e4","audio_end_ms":7300,\
            "item_id":"item_u1"}\
            """,
            new SpeechEvent.SpeechStopped("item_u1")),
        Arguments.of(
            """
            {"type":"input_audio_buffer.committed","event_id":"e5","previous_item_id":"item_a0",\
            "item_id":"item_u1"}\
            """,
            new SpeechEvent.Committed("item_u1", "item_a0")),
        Arguments.of(
            """
            {"type":"conversation.item.added","event_id":"e7","previous_item_id":null,\
            "item":{"id":"item_a1","type":"message","status":"completed","role":"assistant",\
            "content":[]}}\
            """,
            new SpeechEvent.ItemAdded("item_a1", null, "message", "assistant")),
        Arguments.of(
            """
            {"type":"conversation.item.input_audio_transcription.delta","event_id":"e9",\
            "item_id":"item_u1","content_index":0,"delta":"Hi, "}\
            """,
            new SpeechEvent.CallerWords("item_u1", "Hi, ")),
        Arguments.of(
            """
            {"type":"conversation.item.input_audio_transcription.completed","event_id":"e10",\
            "item_id":"item_u1","content_index":0,"transcript":"Hi, I need...","usage":{}}\
            """,
            new SpeechEvent.CallerTranscribed("item_u1", "Hi, I need...", null)),
        Arguments.of(
            """
            {"type":"conversation.item.input_audio_transcription.failed","event_id":"e11",\
            "item_id":"item_u1","content_index":0,"error":{"type":"transcription_error"}}\
            """,
            new SpeechEvent.CallerNotTranscribed("item_u1")),
        Arguments.of(
            """
            {"type":"response.created","event_id":"e12","response":{"id":"resp_1",\
            "status":"in_progress","metadata":null}}\
            """,
            new SpeechEvent.ResponseCreated("resp_1", null)),
        Arguments.of(
            """
            {"type":"response.created","event_id":"e12","response":{"id":"resp_1",\
            "status":"in_progress","metadata":{"request":"r4"}}}\
            """,
            new SpeechEvent.ResponseCreated("resp_1", "r4")),
        Arguments.of(
            """
            {"type":"response.output_audio_transcript.delta","event_id":"e16","response_id":"resp_1",\
            "item_id":"item_a1","output_index":0,"content_index":0,"delta":"Good "}\
            """,
            new SpeechEvent.TranscriptDelta("resp_1", "item_a1", "Good ")),
        Arguments.of(
            """
            {"type":"response.output_audio.done","event_id":"e17","response_id":"resp_1",\
            "item_id":"item_a1","output_index":0,"content_index":0}\
            """,
            new SpeechEvent.AudioDone("resp_1", "item_a1")),
        Arguments.of(
            """
            {"type":"response.output_audio_transcript.done","event_id":"e18","response_id":"resp_1",\
            "item_id":"item_a1","output_index":0,"content_index":0,"transcript":"Good morning"}\
            """,
            new SpeechEvent.TranscriptDone("resp_1", "item_a1", "Good morning")),
        Arguments.of(
            """
            {"type":"response.done","event_id":"e24","response":{"id":"resp_1","status":"cancelled",\
            "status_details":{"type":"cancelled","reason":"turn_detected"},"output":[\
            {"type":"function_call","status":"completed","call_id":"c","name":"n","arguments":"{}"}]}}\
            """,
            new ResponseDone("resp_1", Status.CANCELLED, List.of(), null, null)),
        Arguments.of(
            """
            {"type":"response.done","event_id":"e24","response":{"id":"resp_1","status":"failed",\
            "status_details":{"type":"failed","error":{"type":"x","code":"server_error"}},"output":[]}}\
            """,
            new ResponseDone("resp_1", Status.FAILED, List.of(), "server_error", null)),
        Arguments.of(
            """
            {"type":"response.done","event_id":"e24","response":{"id":"resp_1","status":"completed",\
            "output":[],"usage":{"total_tokens":253,"input_tokens":132,"output_tokens":121,\
            "input_token_details":{"text_tokens":119,"audio_tokens":13,"cached_tokens":64,\
            "cached_tokens_details":{"text_tokens":60,"audio_tokens":4}},\
            "output_token_details":{"text_tokens":30,"audio_tokens":91}}}}\
            """,
            new ResponseDone(
                "resp_1",
                Status.COMPLETED,
                List.of(),
                null,
                new ModelTokens(59, 60, 30, 9, 4, 91, 0))),
        Arguments.of(
            """
            {"type":"conversation.item.input_audio_transcription.completed","event_id":"e10",\
            "item_id":"item_u1","content_index":0,"transcript":"Hi.","usage":{"type":"tokens",\
            "input_token_details":{"text_tokens":0,"audio_tokens":17}}}\
            """,
            new SpeechEvent.CallerTranscribed("item_u1", "Hi.", ModelTokens.ofSound(1700))),
        Arguments.of(
            """
            {"type":"conversation.item.input_audio_transcription.completed","event_id":"e10",\
            "item_id":"item_u1","content_index":0,"transcript":"Hi.","usage":{"type":"duration",\
            "seconds":1.5}}\
            """,
            new SpeechEvent.CallerTranscribed("item_u1", "Hi.", ModelTokens.ofSound(1500))),
        Arguments.of(
            """
            {"type":"error","event_id":"e25","error":{"type":"invalid_request_error","code":\
            "conversation_already_has_active_response","message":"No.","param":null,"event_id":"r4"}}\
            """,
            new SpeechEvent.Refused("conversation_already_has_active_response", "No.", "r4")),
        Arguments.of(
            """
            {"type":"error","event_id":"e25","error":{"type":"server_error","code":null,"message":"No."}}\
            """,
            new SpeechEvent.Refused("server_error", "No.", null)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void readsTheEventsOfACall(String json, SpeechEvent event) {
    assertThat(read(json)).isEqualTo(event);
    assertThat(drops).hasToString("");
  }

  @Test
  void readsTheToolsThatACompleteAnswerWants() {
    SpeechEvent event =
        read(
            """
            {"type":"response.done","event_id":"e24","response":{"id":"resp_2","status":"completed",
              "status_details":null,"output":[
                {"id":"item_a1","type":"message","role":"assistant","status":"completed","content":[]},
                {"id":"item_f1","type":"function_call","status":"completed","call_id":"call_7",
                 "name":"take_message","arguments":"{\\"text\\":\\"Hi\\"}"},
                {"id":"item_f2","type":"function_call","status":"incomplete","call_id":"call_8",
                 "name":"take_message","arguments":"{\\"te"}]}}\
            """);

    assertThat(event)
        .isEqualTo(
            new ResponseDone(
                "resp_2",
                Status.COMPLETED,
                List.of(new FunctionCall("call_7", "take_message", "{\"text\":\"Hi\"}")),
                null,
                null));
  }

  @Test
  void readsAudioInPlace() {
    assertThat(read(audio("AAAA\\/w==")))
        .isInstanceOfSatisfying(
            AudioDelta.class,
            delta -> {
              assertThat(delta.responseId()).isEqualTo("resp_1");
              assertThat(delta.itemId()).isEqualTo("item_a1");
              assertThat(delta.samples()).isEqualTo(4);
              assertThat(delta.audio().toString(UTF_8)).isEqualTo("AAAA\\/w==");
            });
  }

  @Test
  void idsThatComeAgainCostNothing() {
    var first = (AudioDelta) requireNonNull(read(audio("AAAA")));
    read("{\"type\":\"rate_limits.updated\"}");
    var second = (AudioDelta) requireNonNull(read(audio("AAAA")));

    assertThat(second.itemId()).isSameAs(first.itemId());
    assertThat(second.responseId()).isSameAs(first.responseId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"type\":1}",
        "{\"type\":\"response.done\"}",
        "{\"type\":\"response.done\",\"response\":{\"id\":\"r\",\"status\":\"strange\"}}",
        "{\"type\":\"response.done\",\"response\":[{}]}",
        "{\"type\":\"input_audio_buffer.speech_started\"}",
        "{\"type\":\"input_audio_buffer.speech_started\",\"item_id\":7}",
        "{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"item_id\":\"i\"}",
        "{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"delta\":\"AAAA\"}",
        "{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"item_id\":\"i\",\"delta\":\"AA\"}",
        "{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"item_id\":\"i\",\"delta\":\"\"}"
      })
  void dropsWhatIsMalformed(String json) {
    assertThat(read(json)).isNull();

    assertThat(drops.count(Reason.MALFORMED)).isEqualTo(1);
  }

  @Test
  void ignoresWhatItHasNoUseFor() {
    assertThat(read("{\"type\":\"rate_limits.updated\",\"rate_limits\":[]}")).isNull();
    assertThat(read("{\"type\":\"response.invented_tomorrow\"}")).isNull();

    assertThat(drops.count(Reason.UNKNOWN)).isEqualTo(2);
  }

  @Test
  void dropsWhatIsTooLong() {
    assertThat(read(audio("A".repeat(RealtimeReader.MAX_MESSAGE_BYTES)))).isNull();

    assertThat(drops.count(Reason.OVERSIZED)).isEqualTo(1);
  }

  private static String audio(String base64) {
    return """
    {"type":"response.output_audio.delta","event_id":"e15","response_id":"resp_1",\
    "item_id":"item_a1","output_index":0,"content_index":0,"delta":"%s"}\
    """
        .formatted(base64);
  }

  private @Nullable SpeechEvent read(String json) {
    return reader.read(Unpooled.copiedBuffer(json, UTF_8));
  }
}
