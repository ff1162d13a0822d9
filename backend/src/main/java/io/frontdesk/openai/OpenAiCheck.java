package io.frontdesk.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.business.Finding;
import io.frontdesk.web.fetch.JsonApi;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Uses a key as calls will, and says what is wrong with it. It costs the few tokens of one word.
/// Source: https://platform.openai.com/docs/guides/error-codes
@Singleton
public class OpenAiCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final String UNREACHABLE = "unreachable";

  private final OpenAiConfiguration platform;
  private final ObjectMapper json;
  private final JsonApi api;
  private final RealtimeDoor realtime;

  OpenAiCheck(OpenAiConfiguration platform, JsonApi api, ObjectMapper json) {
    this.platform = platform;
    this.api = api;
    this.json = json;
    this.realtime = new RealtimeDoor(api, json, PATIENCE);
  }

  /// What is wrong; empty if nothing is.
  public List<Finding> check(String key) {
    OpenAiConfiguration account = platform.withKey(key);
    var reading = chat(account).flatMap(answer -> finding(answer, account.chatModel()));
    if (reading.filter(OpenAiCheck::endsTheCheck).isPresent()) {
      return reading.stream().toList();
    }
    var speaking =
        realtime.open(account).flatMap(answer -> finding(answer, account.realtimeModel()));
    return Stream.concat(reading.stream(), speaking.stream()).distinct().toList();
  }

  /// What OpenAI said to an attempt.
  ///
  /// @param status 200 if it went well, 0 if nothing came
  /// @param code as OpenAI names errors; empty if there was none
  record Answer(int status, String code, String message) {
    static final Answer FINE = new Answer(200, "", "");
    static final Answer NONE = new Answer(0, "", "");

    static Answer refused(int status, JsonNode body) {
      JsonNode error = body.path("error");
      return new Answer(status, error.path("code").asText(""), error.path("message").asText(""));
    }
  }

  /// What was said to a question; empty if it was answered.
  private Optional<Answer> chat(OpenAiConfiguration account) {
    var body = json.createObjectNode().put("model", account.chatModel());
    body.put("max_completion_tokens", 16).put("store", false);
    body.putArray("messages").addObject().put("role", "user").put("content", "Say yes.");
    var answer =
        api.post(
            URI.create(account.api() + "/chat/completions"),
            Map.of("Authorization", "Bearer " + account.key()),
            body);
    return answer.isFine()
        ? Optional.empty()
        : Optional.of(Answer.refused(answer.status(), answer.body()));
  }

  private static boolean endsTheCheck(Finding finding) {
    return List.of("wrong_key", "no_credit", UNREACHABLE).contains(finding.code());
  }

  private static Optional<Finding> finding(Answer answer, String model) {
    return answer.equals(Answer.FINE) ? Optional.empty() : Optional.of(wrong(answer, model));
  }

  private static Finding wrong(Answer answer, String model) {
    String lacking = model.contains("realtime") ? "lacks_realtime" : "lacks_chat";
    return switch (answer.code()) {
      case "insufficient_quota" ->
          new Finding(
              "no_credit",
              "The account behind this key has no credit left, or has reached its limit. Add credit"
                  + " under Billing at platform.openai.com.");
      case "model_not_found", "missing_permissions" -> lacks(lacking, model);
      case "account_deactivated" ->
          new Finding(
              "account_suspended", "OpenAI has deactivated this account. Its support knows why.");
      default ->
          switch (answer.status()) {
            case UNAUTHORIZED ->
                new Finding(
                    "wrong_key",
                    "OpenAI does not take this key. It was copied wrong or has been deleted: make a"
                        + " new one at platform.openai.com.");
            case FORBIDDEN -> lacks(lacking, model);
            case TOO_MANY ->
                new Finding(
                    "rate_limited",
                    "The account behind this key is at its rate limit. Test again in a minute.");
            case 0, 500, 502, 503, 504 ->
                new Finding(
                    UNREACHABLE,
                    "OpenAI does not answer as it should. Test again in a few minutes.");
            default ->
                new Finding(
                    "refused",
                    "OpenAI refused, with status %d %s.".formatted(answer.status(), answer.code()));
          };
    };
  }

  private static Finding lacks(String code, String model) {
    return new Finding(
        code,
        "This key may not use %s. Allow it in the key's permissions and in its project's models, or"
                .formatted(model)
            + " make a key that may.");
  }
}
