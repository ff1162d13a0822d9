package io.frontdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.ApiDocument;
import io.frontdesk.testing.ApiDocument.Operation;
import io.frontdesk.testing.RunningService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Every field of every body that the document knows, however deep, is sent with what it cannot
/// mean, about rows that are really there. What comes back is a good answer to what was a good
/// value after all, or the client's error, said as a problem that points at it: and then nothing
/// was stored.
@Execution(ExecutionMode.CONCURRENT)
class BadFieldTest {
  private static final String LONG = "n".repeat(5_000);

  /// Written as JSON, so that what no JSON library would write is among them.
  static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "7",
          "-1",
          "1.5",
          "1e400",
          "9223372036854775808",
          "123456789012345678901234567890",
          "[]",
          "[null]",
          "[[1]]",
          "{}",
          "{\"a\": {\"b\": null}}",
          "\"\"",
          "\" \"",
          "\"7\"",
          "\"true\"",
          "\"a\\u0000b\"",
          "\"a\\ud800b\"",
          "\"\\udc00\"",
          "\"+1\"",
          "\"+999999999999999999\"",
          "\"Mars/Olympus\"",
          "\"2026-02-30T25:61:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"24:60\"",
          "\"\u202eמרכבה 🚚\"",
          "\"'; drop table tenant.call; --\"",
          "\"" + LONG + "\"");
  private static final RunningService SERVICE = RunningService.shared();
  private static final ApiDocument DOCUMENT = ApiDocument.of(SERVICE.api());

  private final Fields fields = new Fields(DOCUMENT);

  @TestFactory
  Stream<DynamicTest> noFieldTakesWhatItCannotMean() {
    return DOCUMENT.operations().stream()
        .filter(o -> o.json().at("/requestBody/content").has("application/json"))
        .map(operation -> dynamicTest(operation.toString(), () -> check(operation)));
  }

  private void check(Operation operation) {
    var premises = Premises.open(SERVICE);
    Request good = operation.needsToken() ? premises.request(operation) : fields.sample(operation);
    var faults = new ArrayList<String>();
    // One of each kind of refusal is tried once more, to see that nothing is stored.
    var again = new ArrayList<Request>();
    for (Fields.Field field : fields.of(operation)) {
      var refused = new HashMap<String, Request>();
      for (String value : VALUES) {
        Request bad = good.with(field.holding(value, good.body().orElse("{}")));
        Answer answer = bad.exactlyBy(premises.owner().api());
        Soundness.fault(answer, true)
            .ifPresent(
                fault ->
                    faults.add("%s = %s: %s: %s".formatted(field, value, fault, answer.text())));
        if (answer.status() >= 400) {
          refused.put(answer.text(), bad);
        }
      }
      assertThat(refused).as("what %s refuses", field).isNotEmpty();
      again.addAll(refused.values());
    }
    premises.leftAlone(
        () -> again.stream().map(bad -> bad.exactlyBy(premises.owner().api())).toList());
    assertThat(faults).isEmpty();
  }
}
