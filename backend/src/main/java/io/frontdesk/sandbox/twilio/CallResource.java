package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.twilio.Orders.Order;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `/Calls`: calls are placed, looked at, hung up and sent to another document.
/// Source: https://www.twilio.com/docs/voice/api/call-resource
final class CallResource {
  /// How long it takes to reckon what a call cost; Twilio takes minutes.
  private static final Duration RECKONING = Duration.ofSeconds(5);

  private static final BigDecimal A_MINUTE = new BigDecimal("0.0085");

  private final Shelf<CallRecord> calls;
  private final Numbers numbers;
  private final Exchange exchange;
  private final InstantSource clock;

  CallResource(
      RestApi api,
      Shelf<CallRecord> calls,
      Numbers numbers,
      Exchange exchange,
      InstantSource clock) {
    this.calls = calls;
    this.numbers = numbers;
    this.exchange = exchange;
    this.clock = clock;
    api.serve("GET", "/Calls.json", this::list)
        .serve("POST", "/Calls.json", this::place)
        .serve("GET", "/Calls/{sid}.json", this::fetch)
        .serve("POST", "/Calls/{sid}.json", this::update);
  }

  private Response list(Account account, Request request) {
    var from = request.query("From");
    var to = request.query("To");
    var status = request.query("Status");
    var parent = request.query("ParentCallSid");
    var found =
        calls.newestFirst(
            CallRecord::createdAt,
            List.of(
                call -> call.accountSid().equals(account.sid()),
                call -> from.isEmpty() || from.get().equals(call.from()),
                call -> parent.isEmpty() || parent.get().equals(call.parentSid()),
                call -> to.isEmpty() || to.get().equals(call.to()),
                call -> status.isEmpty() || status.get().equals(call.status().wire())));
    return ListPage.of(
        request, "calls", Set.of("From", "To", "Status", "ParentCallSid"), found, this::json);
  }

  private Response place(Account account, Request request) {
    var form = new CallForm(request, account, numbers);
    return RestApi.created(
        json(exchange.place(account, form.from(), form.to(), form.first(), form.asked())));
  }

  private Response fetch(Account account, Request request) {
    return RestApi.ok(json(find(account, request)));
  }

  private Response update(Account account, Request request) {
    var call = find(account, request);
    var live =
        exchange
            .live(call.sid())
            .filter(found -> !call.status().isOver())
            .orElseThrow(
                () -> RestError.invalid(21220, "Call is not in-progress. Cannot redirect."));
    live.give(order(request, call));
    return fetch(account, request);
  }

  private static Order order(Request request, CallRecord call) {
    var status = request.form("Status");
    if (status.isPresent()) {
      return end(status.get(), call);
    }
    if (call.placed() != null && call.status() != CallStatus.IN_PROGRESS) {
      throw RestError.invalid(21220, "Call is not in-progress. Cannot redirect.");
    }
    var url = request.form("Url");
    if (url.isPresent()) {
      var method = request.form("Method").orElse("POST").toUpperCase(Locale.ROOT);
      return new Orders.Go(new Step.Ask(url.get(), method, null));
    }
    var twiml = RestApi.required(request, "Twiml", 21218);
    return new Orders.Go(CallForm.document(twiml));
  }

  private static Order end(String status, CallRecord call) {
    if (status.equals("canceled") && call.answeredAt() != null) {
      throw RestError.invalid(21220, "Call is in progress. Cannot cancel.");
    }
    if (!status.equals("completed") && !status.equals("canceled")) {
      throw RestError.invalid(21218, "Invalid Status: " + status);
    }
    return new Orders.End("api", status + " by REST", CallStatus.CANCELED);
  }

  private CallRecord find(Account account, Request request) {
    return calls
        .find(request.pathParameter("sid"))
        .filter(call -> call.accountSid().equals(account.sid()))
        .orElseThrow(() -> RestError.notFound(request.path()));
  }

  private JsonNode json(CallRecord call) {
    var placed = call.placed();
    var json =
        Json.object()
            .put("sid", call.sid())
            .put("account_sid", call.accountSid())
            .put("phone_number_sid", call.numberSid())
            .put("from", call.from())
            .put("from_formatted", AvailableNumberResource.friendly(call.from()))
            .put("to", call.to())
            .put("to_formatted", AvailableNumberResource.friendly(call.to()))
            .put("status", call.status().wire())
            .put("direction", call.direction())
            .put("parent_call_sid", call.parentSid())
            .put("start_time", RestApi.time(call.answeredAt()))
            .put("end_time", RestApi.time(call.endedAt()))
            .put("duration", call.status().isOver() ? "" + call.seconds() : null)
            .put("date_created", RestApi.time(call.createdAt()))
            .put(
                "date_updated",
                RestApi.time(call.endedAt() == null ? call.createdAt() : call.endedAt()))
            .put("api_version", RestApi.VERSION)
            .put("answered_by", placed == null ? null : placed.answeredBy())
            .put("queue_time", "" + (placed == null ? 0 : placed.queueTime().toMillis()))
            .put("price", price(call))
            .put("price_unit", "USD")
            .put("uri", RestApi.uri(call.accountSid(), "/Calls/" + call.sid()));
    for (var absent : List.of("caller_name", "forwarded_from", "group_sid", "trunk_sid")) {
      json.putNull(absent);
    }
    json.putObject("subresource_uris");
    return json;
  }

  /// What Twilio takes, as a negative number: null until it has reckoned, which takes a while.
  private @Nullable String price(CallRecord call) {
    Instant ended = call.endedAt();
    if (ended == null || clock.instant().isBefore(ended.plus(RECKONING))) {
      return null;
    }
    long minutes = Math.ceilDiv(call.seconds(), 60);
    return A_MINUTE.multiply(BigDecimal.valueOf(minutes)).negate().toPlainString();
  }
}
