package io.frontdesk.voice.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.business.Credential;
import io.frontdesk.business.Credentials;
import io.frontdesk.business.Provider;
import io.frontdesk.credential.ProviderAddress;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.speech.CannotSpeak;
import io.frontdesk.voice.speech.CannotSpeak.Reason;
import io.frontdesk.web.fetch.JsonApi;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// ElevenLabs' API, as a tenant's own key opens it.
/// Sources: https://elevenlabs.io/docs/api-reference/text-to-speech/convert,
/// https://elevenlabs.io/docs/api-reference/voices/get-all
@Singleton
class ElevenLabs {
  private static final String TELEPHONE = "ulaw_8000";

  /// More than the longest opening takes; of one that was cut short the end would never be heard.
  private static final int MOST_BYTES = 180 * 8000;

  private final JsonApi api;
  private final Credentials credentials;
  private final Secrets secrets;
  private final Tenancy tenancy;
  private final URI address;

  ElevenLabs(
      JsonApi api,
      Credentials credentials,
      Secrets secrets,
      Tenancy tenancy,
      @Property(name = "elevenlabs.api-url") @Nullable String named) {
    this.api = api;
    this.credentials = credentials;
    this.secrets = secrets;
    this.tenancy = tenancy;
    this.address = ProviderAddress.elevenLabs(named);
  }

  /// What to read out, and how.
  ///
  /// @param language two letters; null where the model cannot be told
  record Sentence(String model, String voice, @Nullable String language, String text) {}

  /// Reads a sentence out.
  ///
  /// @return G.711 µ-law, 8 kHz, mono
  /// @throws CannotSpeak if the tenant has no account, or it cannot be done now
  byte[] say(TenantId tenant, Sentence sentence) {
    String key =
        key(tenant)
            .orElseThrow(
                () ->
                    new CannotSpeak(Reason.NOT_CONNECTED, "no account at ElevenLabs is connected"));
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("text", sentence.text())
            .put("model_id", sentence.model());
    if (sentence.language() != null) {
      body.put("language_code", sentence.language());
    }
    String voice = URLEncoder.encode(sentence.voice(), StandardCharsets.UTF_8);
    var url = at("/v1/text-to-speech/" + voice + "?output_format=" + TELEPHONE);
    var sound = new ByteArrayOutputStream();
    var answer = api.post(url, headers(key), body, sound, MOST_BYTES);
    if (!answer.isFine() || sound.size() == 0) {
      throw new CannotSpeak(why(answer), "ElevenLabs does not read out: " + reason(answer));
    }
    return sound.toByteArray();
  }

  /// The voices that a tenant may use; empty if it has no account there.
  ///
  /// @throws IllegalStateException if they cannot be had now
  Optional<List<GreetingVoice>> voices(TenantId tenant) {
    return key(tenant).map(this::voices);
  }

  private List<GreetingVoice> voices(String key) {
    var answer = api.get(at("/v1/voices"), headers(key));
    if (!answer.isFine()) {
      throw new IllegalStateException("ElevenLabs does not tell its voices: " + reason(answer));
    }
    return StreamSupport.stream(answer.body().path("voices").spliterator(), false)
        .map(voice -> new GreetingVoice(text(voice, "voice_id"), text(voice, "name")))
        .filter(voice -> voice.id().matches(GreetingVoice.ID))
        .toList();
  }

  private Optional<String> key(TenantId tenant) {
    return tenancy
        .run(tenant, () -> credentials.findByTenantIdAndProvider(tenant, Provider.ELEVENLABS))
        .map(Credential::secret)
        .map(secret -> secrets.decrypt(tenant, secret));
  }

  private URI at(String path) {
    return URI.create(address + path);
  }

  private static Map<String, String> headers(String key) {
    return Map.of("xi-api-key", key);
  }

  private static String text(JsonNode voice, String field) {
    return voice.path(field).asText();
  }

  private static Reason why(JsonApi.Answer answer) {
    return switch (answer.body().at("/detail/status").asText()) {
      case "quota_exceeded" -> Reason.USED_UP;
      case "voice_not_found" -> Reason.NO_SUCH_VOICE;
      case "missing_permissions", "invalid_api_key" -> Reason.REFUSED;
      default ->
          switch (answer.status()) {
            case 401, 403 -> Reason.REFUSED;
            case 404 -> Reason.NO_SUCH_VOICE;
            default -> Reason.UNAVAILABLE;
          };
    };
  }

  private static String reason(JsonApi.Answer answer) {
    return answer.status() + " " + answer.body().at("/detail/status").asText();
  }
}
