package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/// Who picks up at which number: what Twilio does not have.
final class CalleeApi {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final int MOST_RINGS_SECONDS = 600;

  private final Callees callees;

  CalleeApi(RestApi api, Callees callees) {
    this.callees = callees;
    api.serveAny("GET", "/sandbox/callees", this::list)
        .serveAny("POST", "/sandbox/callees", this::tell);
  }

  private Response list(Account actor, Request request) {
    var list = Json.MAPPER.createArrayNode();
    callees.known().forEach(callee -> list.add(json(callee)));
    return RestApi.ok(list);
  }

  /// `{number, answer?, rings_s?, scenario?}`; what is left out stays as it is.
  private Response tell(Account actor, Request request) {
    var body = body(request);
    var number = body.path("number").asText();
    if (!NUMBER.matcher(number).matches()) {
      throw RestError.invalid(21211, "Invalid 'number': " + number);
    }
    var before = callees.at(number);
    var scenario = body.path("scenario").asText(before.scenario());
    if (callees.scenario(scenario).isEmpty()) {
      throw RestError.invalid(20001, "There is no scenario '%s'".formatted(scenario));
    }
    var rings = body.path("rings_s").asDouble(before.rings().toMillis() / 1000.0);
    if (!(rings >= 0) || rings > MOST_RINGS_SECONDS) {
      throw RestError.invalid(20001, "rings_s is 0 to 600");
    }
    var callee =
        new Callee(
            number,
            answer(body.path("answer").asText(before.answer().wire())),
            Duration.ofMillis(Math.round(rings * 1000)),
            scenario);
    callees.tell(callee);
    return RestApi.ok(json(callee));
  }

  private static Answer answer(String wire) {
    try {
      return Answer.of(wire);
    } catch (IllegalArgumentException e) {
      throw RestError.invalid(20001, "There is no answer '%s'".formatted(wire));
    }
  }

  private static JsonNode json(Callee callee) {
    return Json.object()
        .put("number", callee.number())
        .put("answer", callee.answer().wire())
        .put("rings_s", callee.rings().toMillis() / 1000.0)
        .put("scenario", callee.scenario());
  }

  private static JsonNode body(Request request) {
    try {
      return Json.MAPPER.readTree(request.bodyBytes());
    } catch (JsonProcessingException e) {
      throw RestError.invalid(20001, "The body is not JSON");
    } catch (IOException e) {
      throw new IllegalStateException("bytes cannot be read", e);
    }
  }
}
