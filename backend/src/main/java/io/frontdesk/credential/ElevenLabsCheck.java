package io.frontdesk.credential;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.business.Finding;
import io.frontdesk.web.fetch.JsonApi;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks ElevenLabs whose key it is and how much is left. It costs nothing.
/// Sources: https://elevenlabs.io/docs/api-reference/user/get,
/// https://help.elevenlabs.io/hc/en-us/articles/19572237925521-API-Error-Code-400-or-401
@Singleton
class ElevenLabsCheck {
  private final JsonApi api;
  private final URI address;

  ElevenLabsCheck(JsonApi api, @Property(name = "elevenlabs.api-url") @Nullable String named) {
    this.api = api;
    this.address = ProviderAddress.elevenLabs(named);
  }

  /// What is wrong; empty if nothing is.
  List<Finding> check(String key) {
    var answer = api.get(URI.create(address + "/v1/user"), Map.of("xi-api-key", key));
    return answer.isFine() ? credit(answer.body().path("subscription")) : List.of(refusal(answer));
  }

  private static List<Finding> credit(JsonNode subscription) {
    long used = subscription.path("character_count").asLong();
    long most = subscription.path("character_limit").asLong(Long.MAX_VALUE);
    boolean mayGoOn = subscription.path("can_extend_character_limit").asBoolean(false);
    return used >= most && !mayGoOn
        ? List.of(
            new Finding(
                "no_credit",
                "All %d characters of this period are used up. Choose a larger plan at ElevenLabs."
                    .formatted(most)))
        : List.of();
  }

  private static Finding refusal(JsonApi.Answer answer) {
    if (answer.isMissing()) {
      return new Finding(
          "unreachable", "ElevenLabs does not answer as it should. Test again in a few minutes.");
    }
    String status = answer.body().at("/detail/status").asText();
    return switch (status) {
      case "quota_exceeded" ->
          new Finding("no_credit", "The plan at ElevenLabs has no characters left.");
      case "missing_permissions" ->
          new Finding(
              "lacks_permission",
              "This key may not read its own account. Give it the permission \"User: read\" at"
                  + " ElevenLabs, so that it can be seen whether there is credit.");
      default ->
          answer.status() == 429
              ? new Finding(
                  "rate_limited", "ElevenLabs is asked too often. Test again in a minute.")
              : new Finding(
                  "wrong_key",
                  "ElevenLabs does not take this key. It was copied wrong or has been deleted: make"
                      + " a new one in its settings.");
    };
  }
}
