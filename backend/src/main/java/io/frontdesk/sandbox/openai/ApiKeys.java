package io.frontdesk.sandbox.openai;

import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The keys that the stand-in takes: the one it was started with, and those that somebody had made
/// to try out what happens when one is not good for everything.
final class ApiKeys {
  private static final String BEARER = "Bearer ";

  private final List<ApiKey> keys = new CopyOnWriteArrayList<>();

  ApiKeys(String first) {
    keys.add(ApiKey.of(first));
  }

  /// The key that a request shows.
  ///
  /// @throws ApiError 401 if it shows none, or an unknown one
  ApiKey of(Request request) {
    String shown =
        request
            .header("Authorization")
            .filter(value -> value.startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()).strip())
            .orElseThrow(ApiError::noKey);
    return keys.stream()
        .filter(key -> MessageDigest.isEqual(bytes(key.value()), bytes(shown)))
        .findFirst()
        .orElseThrow(() -> ApiError.wrongKey(shown));
  }

  /// `POST /sandbox/keys {credit?, realtime?}`: one key more, which OpenAI's console would make.
  Response make(Request request) {
    JsonBody body = JsonBody.of(request);
    var key =
        new ApiKey(
            OpenAiStandIn.newApiKey(),
            body.get("credit").asBoolean(true),
            body.get("realtime").asBoolean(true));
    keys.add(key);
    return Response.json(201, "{\"key\": \"%s\"}".formatted(key.value()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
