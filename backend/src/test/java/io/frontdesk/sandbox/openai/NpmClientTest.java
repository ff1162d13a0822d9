package io.frontdesk.sandbox.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.sandbox.openai.realtime.Pace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// OpenAI's own client for JavaScript, as npm has it, talks with our stand-in: whoever speaks with
/// the one can speak with the other.
class NpmClientTest {
  private static final Path SOURCE = Path.of("src/test/openai-client");
  private static final Path FOLDER = Path.of("target/openai-client");
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final Pace QUICK =
      new Pace(Duration.ofMillis(10), Duration.ofMillis(30), 100, Duration.ofMinutes(5));

  @Test
  void aCallerBooksThroughOpenAisOwnClient() throws Exception {
    install();
    String key = OpenAiStandIn.newApiKey();
    try (var standIn = OpenAiStandIn.start(0, key, QUICK)) {
      var command = new ArrayList<>(List.of("node", "conversation.mjs"));
      for (String words : List.of("Please repair my bicycle.", "It's Ann Lee.", "Today at five.")) {
        command.add(sound(words).toAbsolutePath().toString());
      }
      JsonNode seen = new ObjectMapper().readTree(run(command, standIn.uri().toString(), key));

      assertThat(texts(seen, "conversation.item.input_audio_transcription.completed"))
          .containsExactly("Please repair my bicycle.", "It's Ann Lee.", "Today at five.");
      assertThat(heard(seen))
          .contains(
              "May I have your name?",
              "Could you tell me when you want to come?",
              "Booked for five.");
      assertThat(seen.at("/call/name").asText()).isEqualTo("book_repair");
      assertThat(seen.at("/call/arguments").asText())
          .isEqualTo("{\"name\":\"Ann Lee\",\"when\":\"Today at five\"}");
      assertThat(seen.path("events"))
          .allSatisfy(e -> OfficialTypes.assertServerEvent(e.toString()));
    }
  }

  /// What the answers say, by ear; and what is written of them says the same.
  private static String heard(JsonNode seen) {
    var sound = new ByteArrayOutputStream();
    for (JsonNode event : seen.path("events")) {
      if (event.path("type").asText().equals("response.output_audio.delta")) {
        sound.writeBytes(Base64.getDecoder().decode(event.path("delta").asText()));
      }
    }
    String words = WatermarkReader.words(sound.toByteArray());
    assertThat(String.join(" ", texts(seen, "response.output_audio_transcript.done")))
        .isEqualTo(words);
    return words;
  }

  private static List<String> texts(JsonNode seen, String type) {
    var texts = new ArrayList<String>();
    for (JsonNode event : seen.path("events")) {
      if (event.path("type").asText().equals(type)) {
        texts.add(event.path("transcript").asText());
      }
    }
    return texts;
  }

  private static Path sound(String words) throws IOException {
    var sound = new ByteArrayOutputStream();
    sound.writeBytes(RealtimeClient.speech(words));
    sound.writeBytes(RealtimeClient.silence(800));
    return Files.write(Files.createTempFile(FOLDER, "said", ".ulaw"), sound.toByteArray());
  }

  /// Installs the client as its lock file says, unless that is done already.
  private static void install() throws Exception {
    Files.createDirectories(FOLDER);
    Path lock = FOLDER.resolve("package-lock.json");
    Path installed = FOLDER.resolve("node_modules/.package-lock.json");
    boolean fresh =
        Files.exists(installed)
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
    for (String file : List.of("package.json", "package-lock.json", ".npmrc", "conversation.mjs")) {
      Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!fresh) {
      run(List.of("npm", "ci", "--ignore-scripts"), "", "");
    }
  }

  /// What a command says on stdout when it has ended well.
  private static String run(List<String> command, String baseUrl, String key) throws Exception {
    Path output = Files.createTempFile(FOLDER, "output", ".txt");
    Path errors = Files.createTempFile(FOLDER, "errors", ".txt");
    var builder =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("OPENAI_BASE_URL", baseUrl);
    builder.environment().put("OPENAI_API_KEY", key);
    var process = builder.start();
    try {
      assertThat(process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS))
          .as(command.toString())
          .isTrue();
      assertThat(process.exitValue()).as(Files.readString(errors, UTF_8)).isZero();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readString(output, UTF_8);
  }
}
