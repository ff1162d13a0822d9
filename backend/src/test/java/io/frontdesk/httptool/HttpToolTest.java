package io.frontdesk.httptool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the tools of a business are written.
class HttpToolTest {
  private static final String SECRET = "Bearer 7f3a-secret";

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Acme");
  private final String path =
      "/api/v1/receptionists/%s/tools"
          .formatted(owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText());

  @Test
  void aSecretIsNeverReadBackAndStaysUntilItIsChanged() {
    JsonNode made = owner.api().post(path, tool("")).body();
    String one = path + "/" + made.path("id").asText();

    var renamed = owner.api().patch(one, "{'description': 'Finds orders.'}");
    var more = owner.api().patch(one, "{'secret_headers': {'X-Key': 'k'}}");
    var less = owner.api().patch(one, "{'secret_headers': {'Authorization': null}}");

    assertThat(renamed.body().path("secret_header_names").toString())
        .isEqualTo("[\"Authorization\"]");
    assertThat(more.body().path("secret_header_names"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("Authorization", "X-Key");
    assertThat(less.body().path("secret_header_names").toString()).isEqualTo("[\"X-Key\"]");
    assertThat(
            made
                + renamed.text()
                + owner.api().get(path).text()
                + owner.api().get("/api/v1/audit-log").text())
        .doesNotContain("7f3a");
  }

  @Test
  void aNameIsOneToolsOnlyAndNoneOfTheReceptionistsOwn() {
    assertThat(owner.api().post(path, tool("")).status()).isEqualTo(201);

    assertThat(owner.api().post(path, tool("")).body().path("type").asText())
        .isEqualTo("/problems/name_taken");
    var own = owner.api().post(path, tool(", 'name': 'end_call'"));
    assertThat(own.body().at("/errors/0/pointer").asText()).isEqualTo("/name");
  }

  @Test
  void whatIsTriedShowsWhatIsWrongWithIt() {
    String id = owner.api().post(path, tool("")).body().path("id").asText();

    var tried = owner.api().post(path + "/" + id + "/try", "{'arguments': {'order': '7'}}");
    var refused = owner.api().post(path + "/" + id + "/try", "{'arguments': {'order': 7}}");

    assertThat(tried.body().path("ok").asBoolean()).isFalse();
    assertThat(tried.body().path("url").asText()).isEqualTo("https://127.0.0.1/orders/7");
    assertThat(tried.body().path("problem").asText()).contains("no address of the public internet");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/arguments");
  }

  @Test
  void whatWasToldCannotLeadElsewhere() {
    String id = owner.api().post(path, tool("")).body().path("id").asText();

    for (String dots : List.of(".", "..")) {
      var tried =
          owner
              .api()
              .post(path + "/" + id + "/try", "{'arguments': {'order': '%s'}}".formatted(dots));
      assertThat(tried.status()).as(tried.text()).isEqualTo(422);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'parameters': {'type': 'string'} | /parameters",
        "'parameters': {'type': 'object', 'properties': {'order': {'type': 'strin'}}} |"
            + " /parameters",
        "'parameters': {'type': 'object', 'properties': {'order': {'$ref': 'http://x'}}} |"
            + " /parameters",
        "'parameters': {'type': 'object', 'properties': {'order': {'pattern': '(a+)+'}}} |"
            + " /parameters",
        "'url': 'ftp://example.com/{order}' | /url",
        "'url': 'https://{order}.example.com/' | /url",
        "'url': 'https://example.com/{unknown}' | /url",
        "'url': 'https://me:pw@example.com/' | /url",
        "'body': {'a': 'b'} | /body",
        "'method': 'post', 'body': {'a': '{unknown}'} | /body",
        "'headers': {'Host': 'x'} | /headers",
        "'secret_headers': {'X-A': 'ä'} | /secret_headers",
        "'result': {'state': 'order.state'} | /result",
        "'timeout_seconds': 60 | /timeout_seconds",
        "'name': 'Find order' | /name"
      })
  void refusesWhatCannotBeUsed(String fields, String pointer) {
    var answer = owner.api().post(path, tool(", " + fields));

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).startsWith(pointer);
  }

  /// A tool with some fields told anew.
  private static String tool(String more) {
    String usual =
        """
        {'name': 'find_order', 'description': 'Finds an order.', 'method': 'get', 'safe': true,
         'url': 'https://127.0.0.1/orders/{order}',
         'parameters': {'type': 'object', 'properties': {'order': {'type': 'string'}}},
         'secret_headers': {'Authorization': '%s'}}\
        """
            .formatted(SECRET);
    return Overlay.of(usual, "{" + more.replaceFirst("^, ", "") + "}");
  }
}
