package io.frontdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.ApiDocument;
import io.frontdesk.testing.ApiDocument.Operation;
import io.frontdesk.testing.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the contract promises of whole kinds of operations, asked of every one that the document
/// says is of the kind: `Idempotency-Key`, `If-Match`, and lists that are read page by page.
class ContractTest {
  private static final RunningService SERVICE = RunningService.shared();
  private static final ApiDocument DOCUMENT = ApiDocument.of(SERVICE.api());
  private static final Premises PREMISES = Premises.open(SERVICE);

  @TestFactory
  Stream<DynamicTest> whatIsPostedTwiceWithOneKeyIsDoneOnce() {
    return operations("Idempotency-Key")
        .map(
            operation ->
                dynamicTest(
                    operation.toString(),
                    () -> {
                      Request request = PREMISES.request(operation);
                      var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

                      // One of them ends its session.
                      Api owner = PREMISES.owner().logIn(SERVICE.api());

                      Answer first = send(owner, request, key);
                      Answer second = send(owner, request, key);
                      Answer other = send(owner, request.with("again", "1"), key);

                      assertThat(first.status()).as(first.text()).isBetween(200, 299);
                      assertThat(second.status()).isEqualTo(first.status());
                      assertThat(second.body()).isEqualTo(first.body());
                      assertThat(first.header("idempotency-replayed")).isEmpty();
                      assertThat(second.header("idempotency-replayed")).isEqualTo("true");
                      assertThat(other.status()).as(other.text()).isEqualTo(422);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whatWasChangedMeanwhileIsNotOverwritten() {
    return operations("If-Match")
        .map(
            operation ->
                dynamicTest(
                    operation.toString(),
                    () -> {
                      Request request = PREMISES.request(operation);
                      Answer read = PREMISES.owner().api().get(resource(request));
                      String tag = read.header("etag");
                      assertThat(tag).as(read.text()).matches("\"[^\"]+\"");

                      Answer stale = send(request, Map.of("If-Match", "\"stale\""));
                      assertThat(stale.status()).as(stale.text()).isEqualTo(412);
                      assertThat(stale.body().path("type").asText()).isEqualTo("/problems/stale");

                      Answer changed = send(request, Map.of("If-Match", tag));
                      assertThat(changed.status()).as(changed.text()).isBetween(200, 299);
                      assertThat(changed.header("etag")).isNotEmpty().isNotEqualTo(tag);
                      assertThat(send(request, Map.of("If-Match", tag)).status()).isEqualTo(412);
                      assertThat(send(request, Map.of("If-Match", "*")).status())
                          .isBetween(200, 299);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> listsAreReadPageByPageAndNothingTwice() {
    for (int i = 0; i < 3; i++) {
      PREMISES.one();
    }
    return operations("cursor")
        .map(
            operation ->
                dynamicTest(
                    operation.toString(),
                    () -> {
                      Request request = PREMISES.request(operation);
                      List<String> whole = ids(send(request.with("limit", "200"), Map.of()));

                      List<String> paged = new ArrayList<>();
                      String cursor = "";
                      do {
                        Request page = request.with("limit", "2");
                        Answer answer =
                            send(cursor.isEmpty() ? page : page.with("cursor", cursor), Map.of());
                        assertThat(ids(answer)).hasSizeLessThanOrEqualTo(2);
                        paged.addAll(ids(answer));
                        cursor = answer.body().path("next_cursor").asText("");
                      } while (!cursor.isEmpty() && !cursor.equals("null"));

                      assertThat(paged).doesNotHaveDuplicates().containsAll(whole);
                    }));
  }

  /// The path of what the request changes: its own, or if that cannot be read, that of the row that
  /// it names.
  private static String resource(Request request) {
    String path = request.operation().path();
    boolean readable =
        DOCUMENT.operations().stream()
            .anyMatch(o -> o.method().equals("GET") && o.path().equals(path));
    return readable
        ? request.path()
        : request.path().substring(0, request.path().indexOf(request.id()) + request.id().length());
  }

  private static List<String> ids(Answer page) {
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    assertThat(page.body().has("next_cursor")).isTrue();
    List<String> ids = new ArrayList<>();
    for (JsonNode row : page.body().path("data")) {
      ids.add(row.has("id") ? row.path("id").asText() : row.toString());
    }
    return ids;
  }

  /// Those that take this parameter.
  private static Stream<Operation> operations(String parameter) {
    var found = DOCUMENT.operations().stream().filter(o -> takes(o, parameter)).toList();
    assertThat(found).as("operations with %s", parameter).hasSizeGreaterThan(4);
    return found.stream();
  }

  private static boolean takes(Operation operation, String parameter) {
    for (JsonNode candidate : operation.json().path("parameters")) {
      if (DOCUMENT.resolve(candidate).path("name").asText().equals(parameter)) {
        return true;
      }
    }
    return false;
  }

  private static Answer send(Request request, Map<String, String> headers) {
    return send(PREMISES.owner().api(), request, headers);
  }

  private static Answer send(Api api, Request request, Map<String, String> headers) {
    return api.send(
        request.operation().method(), request.path(), request.body().orElse(null), headers);
  }
}
