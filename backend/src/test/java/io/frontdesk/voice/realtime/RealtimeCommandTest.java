package io.frontdesk.voice.realtime;

import static io.frontdesk.receptionist.Listening.TurnDetection.SENSE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.core.ObjectMappers;
import com.openai.models.realtime.RealtimeClientEvent;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.conversation.tool.ToolSpec;
import io.frontdesk.receptionist.Listening;
import io.frontdesk.receptionist.Listening.Eagerness;
import io.frontdesk.receptionist.Listening.NoiseReduction;
import io.frontdesk.voice.speech.CreateResponse;
import io.frontdesk.voice.speech.SessionConfig;
import io.frontdesk.voice.speech.SessionConfig.Transcription;
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
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds what we send against the provider's own types (openai-java).
class RealtimeCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  /// A field that the types do not have; metadata is a map by design.
  private static final Pattern UNKNOWN_FIELDS =
      Pattern.compile("(?<!Metadata\\{)additionalProperties=\\{[^}]");
  private static final SessionConfig CONFIG =
      config(
          1.1,
          Listening.USUAL,
          new Transcription("gpt-transcribe", List.of("en", "es"), true, "Acme Dental"));
  private static final SessionConfig BY_SENSE =
      config(
          null,
          new Listening(SENSE, Eagerness.LOW, 0.5, 300, 500, 0, NoiseReduction.FAR_FIELD, null),
          new Transcription("whisper-1", List.of("de"), false, ""));

  static Stream<SpeechCommand> commands() {
    return Stream.of(
        new Start(CONFIG),
        new Start(BY_SENSE),
        new StopReplying(BY_SENSE),
        new StopReplying(CONFIG),
        new LetYield(CONFIG, false),
        new AddCall(new FunctionCall("call_7", "take_message", "{\"text\":\"Hi\"}")),
        new AddText(null, Role.USER, "[The caller pressed 5]"),
        new AddText("greeting", Role.ASSISTANT, "Good morning, \u00e4 \"quoted\" \u0001 greeting."),
        new AddText(null, Role.SYSTEM, "The caller is silent."),
        new Forget("greeting"),
        new AnswerFunction("call_7", "{\"ok\":true}"),
        new CreateResponse("r1", null),
        new CreateResponse("r2", "Say exactly: Hello"),
        new Cancel("resp_1"),
        new Truncate("item_1", 0, 1480));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theProviderKnowsEveryFieldOfEveryCommand(SpeechCommand command) throws IOException {
    assertKnown(text(RealtimeWriter.write(UnpooledByteBufAllocator.DEFAULT, command)));
  }

  @Test
  void noCommandIsLeftOut() {
    assertThat(commands().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList(SpeechCommand.class.getPermittedSubclasses()));
  }

  @Test
  void theProviderKnowsTheAudio() throws IOException {
    ByteBuf payload = Unpooled.copiedBuffer("__//8\\/__", UTF_8).slice(2, 5);

    ByteBuf message = Unpooled.buffer();
    RealtimeWriter.audio(message, payload);
    assertThat(message.readableBytes()).isEqualTo(RealtimeWriter.audioLength(payload));
    String json = text(message);

    assertKnown(json);
    assertThat(JSON.readTree(json).get("audio").asText()).isEqualTo("//8/");
    assertThat(payload.readableBytes()).isEqualTo(5);
  }

  @Test
  void theSessionTakesTheLinesOwnSoundBothWays() throws IOException {
    JsonNode session = session(CONFIG);

    assertThat(session.at("/audio/input/format/type").asText()).isEqualTo("audio/pcmu");
    assertThat(session.at("/audio/output/format/type").asText()).isEqualTo("audio/pcmu");
    assertThat(session.at("/audio/input/turn_detection").toString())
        .isEqualTo(
            "{\"type\":\"server_vad\",\"threshold\":0.5,\"prefix_padding_ms\":300,"
                + "\"silence_duration_ms\":500,\"create_response\":false,\"interrupt_response\":false}");
    assertThat(session.at("/audio/input/transcription/model").asText()).isEqualTo("gpt-transcribe");
    assertThat(session.at("/audio/input/transcription/languages").toString())
        .isEqualTo("[\"en\",\"es\"]");
    assertThat(session.at("/audio/input/noise_reduction").isNull()).isTrue();
    assertThat(session.at("/audio/output/speed").asDouble()).isEqualTo(1.1);
    assertThat(session.at("/tools/0/name").asText()).isEqualTo("end_call");
  }

  @Test
  void turnsMayBeFoundBySense() throws IOException {
    JsonNode session = session(BY_SENSE);

    assertThat(session.at("/audio/input/turn_detection").toString())
        .isEqualTo(
            "{\"type\":\"semantic_vad\",\"eagerness\":\"low\","
                + "\"create_response\":true,\"interrupt_response\":true}");
    assertThat(session.at("/audio/input/noise_reduction/type").asText()).isEqualTo("far_field");
    assertThat(session.at("/audio/input/transcription").toString())
        .isEqualTo("{\"model\":\"whisper-1\",\"language\":\"de\"}");
    assertThat(session.at("/audio/output").has("speed")).isFalse();
  }

  @Test
  void anAnswerWithInstructionsOfItsOwnUsesNoTools() throws IOException {
    JsonNode response =
        JSON.readTree(
                text(
                    RealtimeWriter.write(
                        UnpooledByteBufAllocator.DEFAULT, new CreateResponse("r2", "Say: Hi"))))
            .get("response");

    assertThat(response.get("tool_choice").asText()).isEqualTo("none");
    assertThat(response.at("/metadata/request").asText()).isEqualTo("r2");
  }

  private static SessionConfig config(
      @Nullable Double speed, Listening listening, Transcription transcription) {
    return new SessionConfig(
        "You answer the phone for \"Acme\".\n",
        "marin",
        speed,
        listening,
        transcription,
        List.of(new ToolSpec("end_call", "Ends the call.", schema())));
  }

  private static JsonNode session(SessionConfig config) throws IOException {
    return JSON.readTree(
            text(RealtimeWriter.write(UnpooledByteBufAllocator.DEFAULT, new Start(config))))
        .get("session");
  }

  private static void assertKnown(String json) throws IOException {
    RealtimeClientEvent event =
        ObjectMappers.jsonMapper().readValue(json, RealtimeClientEvent.class);
    event.validate();
    assertThat(UNKNOWN_FIELDS.matcher(event.toString()).find()).as(event.toString()).isFalse();
  }

  private static String text(ByteBuf message) {
    String text = message.toString(UTF_8);
    message.release();
    return text;
  }

  private static ObjectNode schema() {
    var schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
    schema.putObject("properties").putObject("reason").put("type", "string");
    return schema;
  }
}
