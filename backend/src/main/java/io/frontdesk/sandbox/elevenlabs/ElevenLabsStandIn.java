package io.frontdesk.sandbox.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.wire.HttpRoute;
import io.frontdesk.sandbox.wire.LoopbackServer;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands in for ElevenLabs on 127.0.0.1: reads texts out for telephones, names its voices, and
/// counts the characters of its one account.
/// Sources: https://elevenlabs.io/docs/api-reference/text-to-speech/convert,
/// https://elevenlabs.io/docs/api-reference/voices/get-all,
/// https://elevenlabs.io/docs/api-reference/user/get
public final class ElevenLabsStandIn implements AutoCloseable {
  /// Its voices, by their ids.
  public static final Map<String, String> VOICES =
      Map.of("JBFqnCBsd6RMkjVDRZzb", "George", "EXAVITQu4vr4xnSDxMaL", "Sarah");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_CHARACTERS = 40_000;
  private static final Set<String> MODELS = Set.of("eleven_flash_v2_5", "eleven_multilingual_v2");
  private static final String ONE_LANGUAGE = "eleven_multilingual_v2";
  private static final Set<String> FIELDS =
      Set.of(
          "text",
          "model_id",
          "language_code",
          "voice_settings",
          "seed",
          "previous_text",
          "next_text",
          "apply_text_normalization");

  private final String key;
  private final int limit;
  private final AtomicInteger used = new AtomicInteger();
  private final Voice voice = new Voice();
  private final LoopbackServer server;

  private ElevenLabsStandIn(int port, String key, int limit) {
    this.key = key;
    this.limit = limit;
    this.server =
        LoopbackServer.named("ElevenLabs' stand-in")
            .http("POST", "/v1/text-to-speech/{voice}", guarded(this::say))
            .http("GET", "/v1/voices", guarded(_ -> voices()))
            .http("GET", "/v1/user", guarded(_ -> user()))
            .start(port);
  }

  /// Starts it.
  ///
  /// @param port 0 = any free one
  /// @param key the one that it takes
  /// @param limit how many characters may be read out
  public static ElevenLabsStandIn start(int port, String key, int limit) {
    return new ElevenLabsStandIn(port, key, limit);
  }

  /// Makes a key in ElevenLabs' manner.
  public static String newApiKey() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return "sk_" + HexFormat.of().formatHex(random);
  }

  /// The base of its API, for example `http://127.0.0.1:9012`.
  public URI uri() {
    return server.uri();
  }

  /// How many characters were read out.
  public int used() {
    return used.get();
  }

  @Override
  public void close() {
    server.close();
  }

  private HttpRoute guarded(HttpRoute route) {
    return request ->
        request.header("xi-api-key").filter(key::equals).isPresent()
            ? route.answer(request)
            : refused(401, "invalid_api_key", "Invalid API key");
  }

  private Response say(Request request) throws JsonProcessingException {
    if (!VOICES.containsKey(request.pathParameter("voice"))) {
      return refused(404, "voice_not_found", "A voice with that id was not found.");
    }
    String format = request.query("output_format").orElse("mp3_44100_128");
    if (!format.equals("ulaw_8000")) {
      return refused(400, "invalid_output_format", "This stand-in speaks ulaw_8000 only.");
    }
    JsonNode body = JSON.readTree(request.body());
    for (var field : body.properties()) {
      if (!FIELDS.contains(field.getKey())) {
        return invalid(field.getKey(), "Extra inputs are not permitted");
      }
    }
    String model = body.path("model_id").asText("eleven_multilingual_v2");
    if (!MODELS.contains(model)) {
      return refused(400, "model_not_found", "A model with id %s does not exist.".formatted(model));
    }
    if (body.has("language_code") && model.equals(ONE_LANGUAGE)) {
      return refused(400, "unsupported_language", "This model takes no language_code.");
    }
    if (body.has("language_code") && !body.get("language_code").asText().matches("[a-z]{2,3}")) {
      return refused(400, "unsupported_language", "language_code is ISO 639-1.");
    }
    String text = body.path("text").asText();
    if (!body.path("text").isTextual() || text.isBlank() || text.length() > MOST_CHARACTERS) {
      return invalid("text", "expected 1 to %d characters".formatted(MOST_CHARACTERS));
    }
    if (used.addAndGet(text.length()) > limit) {
      used.addAndGet(-text.length());
      return refused(401, "quota_exceeded", "This request exceeds your quota.");
    }
    var speech = Speech.of(voice, text, ThreadLocalRandom.current().nextInt(256));
    return Response.of(200, "audio/basic", speech.ulaw());
  }

  private Response voices() {
    var list = JsonNodeFactory.instance.objectNode();
    var all = list.putArray("voices");
    VOICES.forEach(
        (id, name) ->
            all.addObject().put("voice_id", id).put("name", name).put("category", "premade"));
    return Response.json(200, list.toString());
  }

  private Response user() {
    var user = JsonNodeFactory.instance.objectNode().put("user_id", "sandbox");
    user.putObject("subscription")
        .put("tier", "creator")
        .put("character_count", used.get())
        .put("character_limit", limit)
        .put("can_extend_character_limit", false)
        .put("status", "active");
    return Response.json(200, user.toString());
  }

  private static Response refused(int status, String code, String message) {
    var answer = JsonNodeFactory.instance.objectNode();
    answer.putObject("detail").put("status", code).put("message", message);
    return Response.json(status, answer.toString());
  }

  private static Response invalid(String field, String message) {
    var answer = JsonNodeFactory.instance.objectNode();
    var fault = answer.putArray("detail").addObject();
    fault.putArray("loc").add("body").add(field);
    fault.put("msg", message).put("type", "value_error");
    return Response.json(422, answer.toString());
  }
}
