package io.frontdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.testing.ApiDocument;
import io.frontdesk.testing.ApiDocument.Operation;
import io.frontdesk.testing.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every operation of the served document, asked by one business about another's rows. First the
/// other business itself asks, so that only whose it is makes the difference.
class CrossTenantTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final RunningService SERVICE = RunningService.shared();
  private static final ApiDocument DOCUMENT = ApiDocument.of(SERVICE.api());
  private static final Premises OURS = Premises.open(SERVICE);
  private static final Premises THEIRS = Premises.open(SERVICE);

  @TestFactory
  Stream<DynamicTest> aPathToAnothersRowLeadsNowhere() {
    return about(CrossTenantTest::namesARow)
        .map(
            operation ->
                dynamicTest(
                    operation.toString(),
                    () -> {
                      expectDone(THEIRS.request(operation), THEIRS);
                      Request request = THEIRS.request(operation);
                      Thing thing =
                          Thing.inPath(Request.prefixes(operation).getFirst()).orElseThrow();
                      Request unknown = request.about(request.id(), thing.unknown());

                      var answer = THEIRS.leftAlone(() -> request.by(OURS.owner().api()));

                      assertThat(answer.status()).as(answer.text()).isEqualTo(404);
                      assertThat(answer.body().path("type").asText())
                          .isEqualTo("/problems/not_found");
                      assertThat(answer.text().replace(request.id(), unknown.id()))
                          .as("an id that never was is answered alike")
                          .isEqualTo(unknown.by(OURS.owner().api()).text());
                      expectDone(request, THEIRS);
                    }));
  }

  @Test
  void aPathToARowOfAnotherKindLeadsNowhere() {
    Map<Thing, String> one = OURS.one();
    var faults = new ArrayList<String>();
    for (Operation operation : about(CrossTenantTest::namesARow).toList()) {
      Thing right = Thing.inPath(Request.prefixes(operation).getFirst()).orElseThrow();
      Request request = OURS.request(operation);
      one.forEach(
          (thing, id) -> {
            if (thing != right) {
              int status = request.about(request.id(), id).by(OURS.owner().api()).status();
              // Twilio's ids have another form than ours.
              if (status != 404 && !(status == 400 && thing == Thing.PRACTICE_CALL)) {
                faults.add("%s with the id of a %s: %d".formatted(operation, thing, status));
              }
            }
          });
    }
    assertThat(faults).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> whatEveryBusinessCallsAlikeIsOnesOwn() {
    return about(operation -> !Request.prefixes(operation).isEmpty() && !namesARow(operation))
        .map(
            operation ->
                dynamicTest(
                    operation.toString(),
                    () -> {
                      THEIRS.request(operation);
                      Request ours = OURS.request(operation);
                      THEIRS.leftAlone(
                          () -> {
                            expectDone(ours, OURS);
                            return ours;
                          });
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aQueryForAnothersRowShowsWhatOneForNobodysShows() {
    return about(operation -> !idParameters(operation).isEmpty())
        .flatMap(
            operation ->
                idParameters(operation).stream()
                    .map(
                        name ->
                            dynamicTest(
                                operation + "?" + name + "=",
                                () -> {
                                  Thing thing = Thing.named(name);
                                  String id = thing.make(THEIRS);
                                  expectDone(THEIRS.request(operation).with(name, id), THEIRS);
                                  Request ours = OURS.request(operation);
                                  String nobodys = thing.unknown();

                                  var answer = ours.with(name, id).by(OURS.owner().api());

                                  assertThat(answer.text().replace(id, nobodys))
                                      .isEqualTo(
                                          ours.with(name, nobodys).by(OURS.owner().api()).text());
                                })));
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatNamesAnothersRowIsRefused() {
    return about(operation -> !idFields(operation).isEmpty())
        .flatMap(
            operation ->
                idFields(operation).stream()
                    .map(
                        name ->
                            dynamicTest(
                                operation + " with " + name,
                                () -> {
                                  Thing thing = Thing.named(name);
                                  Request theirs = THEIRS.request(operation);
                                  expectDone(holding(theirs, name, thing.make(THEIRS)), THEIRS);
                                  String id = thing.make(THEIRS);
                                  String nobodys = thing.unknown();
                                  Request ours = OURS.request(operation);

                                  var answer =
                                      THEIRS.leftAlone(
                                          () ->
                                              OURS.leftAlone(
                                                  () ->
                                                      holding(ours, name, id)
                                                          .by(OURS.owner().api())));

                                  assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
                                  assertThat(answer.text().replace(id, nobodys))
                                      .isEqualTo(
                                          holding(ours, name, nobodys)
                                              .by(OURS.owner().api())
                                              .text());
                                })));
  }

  @Test
  void whatIsReadWithoutAnIdHoldsNothingOfAnothers() {
    THEIRS.one();
    var theirs = THEIRS.ids().keySet();
    assertThat(theirs).hasSizeGreaterThan(20);
    for (Operation operation :
        about(o -> o.method().equals("GET") && Request.prefixes(o).isEmpty()).toList()) {
      String shown = OURS.request(operation).by(OURS.owner().api()).text();
      assertThat(theirs).as("what %s shows", operation).noneMatch(shown::contains);
    }
  }

  private static Stream<Operation> about(Predicate<Operation> which) {
    return DOCUMENT.operations().stream().filter(Operation::needsToken).filter(which);
  }

  private static boolean namesARow(Operation operation) {
    var prefixes = Request.prefixes(operation);
    return !prefixes.isEmpty() && Thing.isInPath(prefixes.getFirst());
  }

  private static void expectDone(Request request, Premises premises) {
    var answer = request.by(premises.owner().api());
    assertThat(answer.status()).as("%s: %s", request, answer.text()).isBetween(200, 299);
  }

  private static Request holding(Request request, String field, String id) {
    String json = request.body().map(body -> body.replace('\'', '"')).orElse("{}");
    try {
      var body = (ObjectNode) JSON.readTree(json);
      return request.with(body.put(field, id).toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  /// The query parameters that are ids. A cursor is a place in the order of ids, not a row.
  private static List<String> idParameters(Operation operation) {
    var names = new ArrayList<String>();
    for (JsonNode parameter : operation.json().path("parameters")) {
      JsonNode known = DOCUMENT.resolve(parameter);
      if (known.path("in").asText().equals("query")
          && isId(known.path("schema"))
          && !known.path("name").asText().equals("cursor")) {
        names.add(known.path("name").asText());
      }
    }
    return names;
  }

  private static List<String> idFields(Operation operation) {
    var names = new ArrayList<String>();
    DOCUMENT
        .resolve(operation.json().at("/requestBody/content/application~1json/schema"))
        .path("properties")
        .properties()
        .forEach(
            field -> {
              if (isId(field.getValue())) {
                names.add(field.getKey());
              }
            });
    return names;
  }

  private static boolean isId(JsonNode schema) {
    return DOCUMENT.resolve(schema).path("format").asText().equals("uuid");
  }
}
