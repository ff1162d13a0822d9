package io.frontdesk.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.tenancy.TenantId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a model write down what is said in a recording.
/// Source: https://platform.openai.com/docs/api-reference/audio/createTranscription
@Singleton
public class Transcriber {
  private static final Logger LOG = LoggerFactory.getLogger(Transcriber.class);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final int OK = 200;

  /// Two minutes of speech are a few kilobytes.
  private static final int MOST_BYTES = 256 * 1024;

  /// Asking again helps: timeout, conflict, too many requests.
  private static final List<Integer> FOR_NOW = List.of(408, 409, 429);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
  private final OpenAiAccounts accounts;
  private final ObjectMapper json;

  Transcriber(OpenAiAccounts accounts, ObjectMapper json) {
    this.accounts = accounts;
    this.json = json;
  }

  /// What was written down.
  ///
  /// @param model which did it
  /// @param seconds how much sound it says that it wrote down; null if it does not say
  public record Written(String words, String model, @Nullable Double seconds) {}

  /// The words of a recording, in the language in which they were said.
  ///
  /// @param wave a WAVE file of a few minutes
  /// @return empty if the account cannot do it: its key may not, or there is no such model
  /// @throws IOException if it did not work, and may later
  public Optional<Written> write(TenantId tenant, byte[] wave) throws IOException {
    OpenAiConfiguration account = accounts.of(tenant);
    String boundary = "frontdesk-" + UUID.randomUUID();
    String before =
        """
        --%1$s\r
        Content-Disposition: form-data; name="model"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="voicemail.wav"\r
        Content-Type: audio/wav\r
        \r
        """
            .formatted(boundary, account.transcriptionModel());
    var request =
        HttpRequest.newBuilder(URI.create(account.api() + "/audio/transcriptions"))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + account.key())
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(before),
                    BodyPublishers.ofByteArray(wave),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
            .build();
    try {
      return words(http.send(request, BodyHandlers.ofInputStream()), account.transcriptionModel());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private Optional<Written> words(HttpResponse<InputStream> answer, String model)
      throws IOException {
    int status = answer.statusCode();
    try (InputStream body = answer.body()) {
      byte[] text = body.readNBytes(MOST_BYTES);
      if (status == OK) {
        JsonNode told = json.readTree(text);
        JsonNode seconds = told.at("/usage/seconds");
        return Optional.of(
            new Written(
                told.path("text").asText("").strip(),
                model,
                seconds.isNumber() ? seconds.asDouble() : null));
      }
      if (status >= 500 || FOR_NOW.contains(status)) {
        throw new IOException("OpenAI answered " + status);
      }
      LOG.info(
          "A recording is not written down: {} {}",
          status,
          new String(text, 0, Math.min(text.length, 300), StandardCharsets.UTF_8));
      return Optional.empty();
    }
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }
}
