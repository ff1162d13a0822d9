package io.frontdesk.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.business.Finding;
import io.frontdesk.web.fetch.JsonApi;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Asks Anthropic which models a key may use, and one of the small ones for a single token, since
/// only that shows whether there is credit.
/// Sources: https://docs.anthropic.com/en/api/models-list, https://docs.anthropic.com/en/api/errors
@Singleton
class AnthropicCheck {
  private static final String VERSION = "2023-06-01";
  private static final String SMALL = "haiku";

  private final JsonApi api;
  private final URI address;

  AnthropicCheck(JsonApi api, @Property(name = "anthropic.api-url") @Nullable String named) {
    this.api = api;
    this.address = ProviderAddress.anthropic(named);
  }

  /// What is wrong; empty if nothing is.
  List<Finding> check(String key) {
    var headers = Map.of("x-api-key", key, "anthropic-version", VERSION);
    var models = api.get(URI.create(address + "/v1/models?limit=100"), headers);
    if (!models.isFine()) {
      return List.of(refusal(models));
    }
    var names =
        StreamSupport.stream(models.body().path("data").spliterator(), false)
            .map(model -> model.path("id").asText())
            .toList();
    var model =
        names.stream()
            .filter(name -> name.contains(SMALL))
            .findFirst()
            .or(names.stream()::findFirst);
    if (model.isEmpty()) {
      return List.of(
          new Finding("lacks_permission", "This key may use none of Anthropic's models."));
    }
    var answer = api.post(URI.create(address + "/v1/messages"), headers, question(model.get()));
    return answer.isFine() ? List.of() : List.of(refusal(answer));
  }

  private static JsonNode question(String model) {
    var body = JsonNodeFactory.instance.objectNode().put("model", model).put("max_tokens", 1);
    body.putArray("messages").addObject().put("role", "user").put("content", "Say yes.");
    return body;
  }

  private static Finding refusal(JsonApi.Answer answer) {
    if (answer.isMissing()) {
      return new Finding(
          "unreachable", "Anthropic does not answer as it should. Test again in a few minutes.");
    }
    String type = answer.body().at("/error/type").asText();
    String message = answer.body().at("/error/message").asText();
    if (type.equals("billing_error") || message.contains("credit balance")) {
      return new Finding(
          "no_credit", "The account behind this key has no credit left. Add some in its console.");
    }
    return switch (type) {
      case "authentication_error" ->
          new Finding(
              "wrong_key",
              "Anthropic does not take this key. It was copied wrong or has been deleted: make a"
                  + " new one in its console.");
      case "permission_error" ->
          new Finding("lacks_permission", "This key may not do what calls need.");
      case "rate_limit_error" ->
          new Finding("rate_limited", "The account is at its rate limit. Test again in a minute.");
      default ->
          new Finding(
              "refused", "Anthropic refused, with status %d %s.".formatted(answer.status(), type));
    };
  }
}
