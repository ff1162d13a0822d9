package io.frontdesk.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.business.Finding;
import io.frontdesk.web.fetch.JsonApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is made of ElevenLabs' and Anthropic's answers: those that their documentation shows, at
/// the addresses named in [ElevenLabsCheck] and [AnthropicCheck].
class KeyChecksTest {
  private static final String MODELS =
      "{\"data\": [{\"id\": \"claude-opus-4\"}, {\"id\": \"claude-haiku-4-5\"}], \"has_more\":"
          + " false}";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final JsonApi api = new JsonApi(new ObjectMapper());
  private HttpServer server;
  private String address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    api.stop();
  }

  @Test
  void aKeyOfElevenLabsWithCreditIsFine() {
    answer("/v1/user", 200, subscription(400, 10_000, false));

    assertThat(elevenLabs()).isEmpty();
    assertThat(asked).containsExactly("GET /v1/user a-key-of-some-length");
  }

  @Test
  void elevenLabsKnowsAWrongKeyAUsedUpPlanAndAKeyThatMayTooLittle() {
    answer(
        "/v1/user",
        401,
        "{\"detail\": {\"status\": \"invalid_api_key\", \"message\": \"Invalid API key\"}}");
    assertThat(elevenLabs()).containsExactly("wrong_key");

    answer(
        "/v1/user",
        401,
        "{\"detail\": {\"status\": \"missing_permissions\", \"message\": \"user_read\"}}");
    assertThat(elevenLabs()).containsExactly("lacks_permission");

    answer("/v1/user", 200, subscription(10_000, 10_000, false));
    assertThat(elevenLabs()).containsExactly("no_credit");

    answer("/v1/user", 200, subscription(10_000, 10_000, true));
    assertThat(elevenLabs()).as("more is billed").isEmpty();
  }

  @Test
  void aKeyOfAnthropicIsTriedWithASmallModel() {
    answer("/v1/models", 200, MODELS);
    answer("/v1/messages", 200, "{\"type\": \"message\", \"stop_reason\": \"max_tokens\"}");

    assertThat(anthropic()).isEmpty();
    assertThat(asked)
        .hasSize(2)
        .last()
        .asString()
        .contains("POST /v1/messages a-key-of-some-length", "claude-haiku-4-5", "\"max_tokens\":1");
  }

  @Test
  void anthropicKnowsAWrongKeyAndAnEmptyAccount() {
    answer("/v1/models", 401, error("authentication_error", "invalid x-api-key"));
    assertThat(anthropic()).containsExactly("wrong_key");

    answer("/v1/models", 403, error("permission_error", "not allowed"));
    assertThat(anthropic()).containsExactly("lacks_permission");

    answer("/v1/models", 200, MODELS);
    answer(
        "/v1/messages",
        400,
        error("invalid_request_error", "Your credit balance is too low to access the API."));
    assertThat(anthropic()).containsExactly("no_credit");
  }

  @Test
  void aServerThatIsAwayOrExcusesItselfIsNotTheKeysFault() {
    answer("/v1/user", 503, "later");
    answer("/v1/models", 529, error("overloaded_error", "Overloaded"));
    assertThat(elevenLabs()).containsExactly("unreachable");
    assertThat(anthropic()).containsExactly("unreachable");

    server.stop(0);
    assertThat(elevenLabs()).containsExactly("unreachable");
    assertThat(anthropic()).containsExactly("unreachable");
  }

  private List<String> elevenLabs() {
    return codes(new ElevenLabsCheck(api, address).check("a-key-of-some-length"));
  }

  private List<String> anthropic() {
    return codes(new AnthropicCheck(api, address).check("a-key-of-some-length"));
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private static String subscription(int used, int most, boolean more) {
    return """
    {"user_id": "u", "subscription": {"tier": "creator", "character_count": %d,
     "character_limit": %d, "can_extend_character_limit": %s, "status": "active"}}\
    """
        .formatted(used, most, more);
  }

  private static String error(String type, String message) {
    return "{\"type\": \"error\", \"error\": {\"type\": \"%s\", \"message\": \"%s\"}}"
        .formatted(type, message);
  }

  private void answer(String path, int status, String body) {
    try {
      server.removeContext(path);
    } catch (IllegalArgumentException none) {
      // the first answer at this path
    }
    server.createContext(
        path,
        exchange -> {
          var headers = exchange.getRequestHeaders();
          String key = headers.getFirst("xi-api-key");
          String sent =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI().getPath(),
                      key == null ? headers.getFirst("x-api-key") : key,
                      sent)
                  .strip());
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
