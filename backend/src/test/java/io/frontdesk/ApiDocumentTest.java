package io.frontdesk;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.ApiDocument;
import io.frontdesk.testing.ApiDocument.Operation;
import io.frontdesk.testing.RunningService;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The document of the API says what the service does, and docs/api.md names all of it.
class ApiDocumentTest {
  private final RunningService service = RunningService.shared();
  private final Api api = service.api();
  private final ApiDocument document = ApiDocument.of(api);

  @Test
  void anybodyMayReadIt() {
    var answer = api.get("/api/v1/openapi.yml");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(document.json().path("openapi").asText()).startsWith("3.1");
  }

  @Test
  void peopleReadItInABrowserAndNothingComesFromElsewhere() {
    var page = api.get("/api/docs");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.text()).doesNotContain("http:", "https:");
    assertThat(page.header("content-security-policy"))
        .contains("script-src 'self'", "style-src 'self'", "connect-src 'self'");
    var linked = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.text());
    assertThat(linked.results().map(link -> link.group(1)))
        .hasSizeGreaterThan(2)
        .allSatisfy(link -> assertThat(api.get(link).status()).as(link).isEqualTo(200));
  }

  @Test
  void itHoldsEveryRouteOfTheServiceAndNoOther() {
    var documented =
        document.operations().stream().map(Operation::toString).collect(toCollection(TreeSet::new));

    assertThat(documented).isEqualTo(routes(false));
  }

  @Test
  void theContractNamesEveryRoute() throws IOException {
    var contract = Contract.read(Path.of("../docs/api.md"));
    var all = routes(false);
    all.addAll(routes(true));

    assertThat(all).filteredOn(route -> !contract.names(route)).isEmpty();
  }

  @Test
  void operationsHaveNamesOfTheirOwn() {
    assertThat(document.operations())
        .extracting(operation -> operation.json().path("operationId").asText())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z]+[A-Za-z0-9]+"));
  }

  @Test
  void theTenantComesWithTheTokenOnly() {
    assertThat(document.json().findValuesAsText("name")).isNotEmpty().doesNotContain("tenant");
    assertThat(document.operations())
        .allSatisfy(
            operation ->
                assertThat(operation.json().path("requestBody").findValue("tenant")).isNull());
  }

  @Test
  void whatItSaysNeedsATokenIsRefusedWithoutOneAndTheRestIsNot() {
    assertThat(document.operations())
        .allSatisfy(
            operation -> {
              var answer = api.send(operation.method(), concrete(operation.path()), "{}", Map.of());
              assertThat(answer.text().contains("Sign in and send the access token"))
                  .as("%s: %s", operation, answer)
                  .isEqualTo(operation.needsToken());
            });
  }

  @Test
  void everyOperationMayAnswerAProblem() {
    assertThat(document.operations())
        .allSatisfy(
            operation -> {
              JsonNode problem =
                  document.resolve(operation.json().path("responses").path("default"));
              assertThat(problem.at("/content").has("application/problem+json")).isTrue();
            });
  }

  @Test
  void everyReferenceLeadsSomewhereAndNullIsSaidAsJsonSchemaDoes() {
    assertThat(document.json().findParents("$ref"))
        .isNotEmpty()
        .allSatisfy(reference -> assertThat(document.resolve(reference).isMissingNode()).isFalse());
    assertThat(document.json().findValues("type"))
        .noneMatch(type -> type.isArray() && type.toString().contains("object"));
    assertThat(document.json().findValues("enum")).isNotEmpty();
  }

  @Test
  void aNumberIsTextAndAnIdIsTextToo() {
    var call = document.json().at("/components/schemas/Call/properties");

    assertThat(
            document.json().at("/components/schemas/PhoneNumber/properties/number/type").asText())
        .isEqualTo("string");
    assertThat(call.at("/from/type"))
        .extracting(JsonNode::asText)
        .containsExactly("string", "null");
    assertThat(call.at("/id/format").asText()).isEqualTo("uuid");
  }

  /// The service's own routes as `METHOD /path`.
  ///
  /// @param hidden those that OpenAPI cannot describe: what only Twilio asks for, and sockets
  private Set<String> routes(boolean hidden) {
    return service
        .bean(Router.class)
        .uriRoutes()
        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
        .filter(route -> route.getUriMatchTemplate().toPathString().startsWith("/api/"))
        .filter(route -> isHidden(route.getTargetMethod().getDeclaringType()) == hidden)
        .map(route -> route.getHttpMethod() + " " + route.getUriMatchTemplate().toPathString())
        .collect(toCollection(TreeSet::new));
  }

  private static boolean isHidden(Class<?> controller) {
    return controller.isAnnotationPresent(Hidden.class)
        || controller.isAnnotationPresent(ServerWebSocket.class);
  }

  private static String concrete(String path) {
    return path.replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
  }
}
