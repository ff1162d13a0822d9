package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.caller.Scenarios;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What Twilio does not have: somebody who calls, and a look at what was seen of a call. For the
/// same credentials as the REST API.
final class ControlApi {
  private static final Pattern CALLER =
      Pattern.compile("\\+[1-9]\\d{6,14}|anonymous|unknown|Restricted");

  private final Accounts accounts;
  private final Numbers numbers;
  private final Outbox outbox;
  private final Exchange exchange;
  private final Shelf<CallRecord> calls;
  private final List<Scenario> scenarios;

  ControlApi(
      RestApi api,
      Accounts accounts,
      Numbers numbers,
      Outbox outbox,
      Exchange exchange,
      Shelf<CallRecord> calls,
      List<Scenario> scenarios) {
    this.accounts = accounts;
    this.numbers = numbers;
    this.outbox = outbox;
    this.exchange = exchange;
    this.calls = calls;
    this.scenarios = scenarios;
    api.serveAny("GET", "/sandbox/scenarios", this::scenarios)
        .serveAny("POST", "/sandbox/calls", this::call)
        .serveAny("GET", "/sandbox/calls/{sid}", this::report)
        .serveAny("GET", "/sandbox/messages", this::messages)
        .serveAny("POST", "/sandbox/accounts/{sid}", this::pay);
  }

  private Response scenarios(Account actor, Request request) {
    var list = Json.MAPPER.createArrayNode();
    for (var scenario : scenarios) {
      list.addObject().put("id", scenario.id()).put("title", scenario.title());
    }
    return RestApi.ok(list);
  }

  private Response call(Account actor, Request request) {
    var body = body(request);
    var account = visible(actor, body.path("account_sid").asText(actor.sid()));
    var to = body.path("to").asText();
    var number =
        numbers
            .find(to)
            .filter(found -> found.accountSid().equals(account.sid()))
            .orElseThrow(
                () -> RestError.invalid(21211, "'%s' is no number of this account".formatted(to)));
    if (!account.isActive()) {
      throw RestError.invalid(
          20001, "Account %s is %s".formatted(account.sid(), account.status().wire()));
    }
    var scenario = scenario(body.path("scenario").asText());
    var from = body.path("from").asText(scenario.from());
    if (!CALLER.matcher(from).matches()) {
      throw RestError.invalid(21212, "Invalid 'from': " + from);
    }
    var call = exchange.call(account, number, scenario, from);
    return RestApi.created(Json.object().put("call_sid", call.sid()));
  }

  private static JsonNode body(Request request) {
    try {
      return Json.MAPPER.readTree(request.bodyBytes());
    } catch (JsonProcessingException e) {
      throw RestError.invalid(20001, "The body is not JSON");
    } catch (java.io.IOException e) {
      throw new IllegalStateException("bytes cannot be read", e);
    }
  }

  private Scenario scenario(String id) {
    return Stream.concat(scenarios.stream(), Scenarios.patient().stream())
        .filter(scenario -> scenario.id().equals(id))
        .findFirst()
        .orElseThrow(() -> RestError.invalid(20001, "There is no scenario '%s'".formatted(id)));
  }

  private Account visible(Account actor, String sid) {
    return accounts
        .find(sid)
        .filter(account -> Accounts.mayActOn(actor, account))
        .orElseThrow(() -> RestError.notFound("account " + sid));
  }

  private Response report(Account actor, Request request) {
    var sid = request.pathParameter("sid");
    return calls
        .find(sid)
        .flatMap(call -> accounts.find(call.accountSid()))
        .filter(account -> Accounts.mayActOn(actor, account))
        .flatMap(account -> exchange.report(sid))
        .map(RestApi::ok)
        .orElseThrow(() -> RestError.notFound("call " + sid));
  }

  private Response messages(Account actor, Request request) {
    var account = visible(actor, request.query("account_sid").orElse(actor.sid()));
    var list = Json.MAPPER.createArrayNode();
    outbox.of(account).forEach(message -> list.add(MessageResource.json(message)));
    return RestApi.ok(list);
  }

  /// What is left to spend, and whether the account is on trial: `{balance?, trial?}`.
  private Response pay(Account actor, Request request) {
    var account = visible(actor, request.pathParameter("sid"));
    var body = body(request);
    var balance = body.path("balance");
    accounts.save(
        account.paid(
            balance.isNumber() ? balance.decimalValue() : account.left(),
            body.path("trial").asBoolean(account.trial())));
    return Response.empty(204);
  }
}
