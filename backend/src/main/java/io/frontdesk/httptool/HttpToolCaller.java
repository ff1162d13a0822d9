package io.frontdesk.httptool;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.frontdesk.web.CleanText;
import io.frontdesk.web.fetch.Bounds;
import io.frontdesk.web.fetch.FetchFailed;
import io.frontdesk.web.fetch.Fetched;
import io.frontdesk.web.fetch.GuardedClient;
import io.frontdesk.web.fetch.Outgoing;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Asks another system what a tool is for, once, and takes of its answer what the model may see.
/// Blocks; belongs in no transaction.
@Singleton
class HttpToolCaller {
  private static final int MOST_BYTES = 256 << 10;
  private static final int LONGEST_SEEN = 4_000;
  private static final int LONGEST_VALUE = 1_000;

  private final GuardedClient http;
  private final SecretHeaders secrets;
  private final ObjectMapper json;

  HttpToolCaller(GuardedClient http, SecretHeaders secrets, ObjectMapper json) {
    this.http = http;
    this.secrets = secrets;
    this.json = json;
  }

  /// What came of it.
  sealed interface Answer {
    /// It was done.
    ///
    /// @param seen what the model may see of the answer
    record Done(int status, JsonNode seen) implements Answer {}

    /// The other side said no.
    record Refused(int status) implements Answer {}

    /// Nothing came back.
    ///
    /// @param problem why, for whoever wrote the tool
    /// @param isUncertain whether it may have been done all the same
    record Failed(String problem, boolean isUncertain) implements Answer {}
  }

  /// @param told checked arguments, and what is known of the call
  /// @param arguments what the model told of these
  /// @param key the same for the same wish: the other side may know it again
  Answer ask(HttpTool tool, ObjectNode told, ObjectNode arguments, String key) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Accept", "application/json");
    headers.putAll(tool.headers());
    headers.putAll(secrets.of(tool));
    headers.put("Idempotency-Key", key);
    String body = body(tool, told, arguments);
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    URI url = Template.url(tool.url(), told);
    var request = new Outgoing(tool.method().name(), url, headers, body);
    try {
      Fetched fetched =
          http.send(request, new Bounds(Duration.ofSeconds(tool.timeoutSeconds()), MOST_BYTES));
      int status = fetched.status();
      return status >= 200 && status < 300
          ? new Answer.Done(status, seen(tool, fetched.body()))
          : new Answer.Refused(status);
    } catch (FetchFailed e) {
      return new Answer.Failed(String.valueOf(e.getMessage()), !e.isRefused());
    }
  }

  private static @Nullable String body(HttpTool tool, ObjectNode told, ObjectNode arguments) {
    if (!tool.method().hasBody()) {
      return null;
    }
    JsonNode template = tool.body();
    return (template == null ? arguments : Template.body(template, told)).toString();
  }

  /// What is named in the tool's result; all of it, up to a length, where nothing is.
  private JsonNode seen(HttpTool tool, String body) {
    JsonNode whole = read(body);
    if (tool.result().isEmpty()) {
      String text = whole.isTextual() ? whole.textValue() : whole.toString();
      return text.length() <= LONGEST_SEEN ? whole : cut(text, LONGEST_SEEN);
    }
    ObjectNode seen = JsonNodeFactory.instance.objectNode();
    tool.result().forEach((name, pointer) -> seen.set(name, value(whole, pointer)));
    return seen;
  }

  private static JsonNode value(JsonNode whole, String pointer) {
    JsonNode value = whole.at(JsonPointer.compile(pointer));
    if (value.isMissingNode()) {
      return JsonNodeFactory.instance.nullNode();
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    return text.length() <= LONGEST_VALUE ? value : cut(text, LONGEST_VALUE);
  }

  /// JSON, or a text where it is none.
  private JsonNode read(String body) {
    String clean = CleanText.of(body);
    try {
      JsonNode whole = json.readTree(clean);
      return whole == null || whole.isMissingNode() ? TextNode.valueOf(clean) : whole;
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(clean);
    }
  }

  private static TextNode cut(String text, int most) {
    return TextNode.valueOf(CleanText.of(text.substring(0, most)) + "…");
  }
}
