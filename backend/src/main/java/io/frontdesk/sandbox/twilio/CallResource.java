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

/// `/Calls`: calls are looked at, hung up and sent to another document.
/// Source: https://www.twilio.com/docs/voice/api/call-resource
final class CallResource {
  private static final int MAX_TWIML = 4000;

  /// How long it takes to reckon what a call cost; Twilio takes minutes.
  private static final Duration RECKONING = Duration.ofSeconds(5);

  private static final BigDecimal A_MINUTE = new BigDecimal("0.0085");

  private final Shelf<CallRecord> calls;
  private final Exchange exchange;
  private final InstantSource clock;

  CallResource(RestApi api, Shelf<CallRecord> calls, Exchange exchange, InstantSource clock) {
    this.calls = calls;
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
    throw RestError.invalid(20001, "The stand-in cannot place calls yet, only receive them");
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
    var url = request.form("Url");
    if (url.isPresent()) {
      var method = request.form("Method").orElse("POST").toUpperCase(Locale.ROOT);
      return new Orders.Go(new Step.Ask(url.get(), method, null));
    }
    var twiml = RestApi.required(request, "Twiml", 21218);
    if (twiml.length() > MAX_TWIML) {
      throw RestError.invalid(21623, "Twiml is longer than 4000 characters");
    }
    try {
      TwimlParser.parse(twiml);
    } catch (CallFault fault) {
      throw RestError.invalid(fault.warning().code(), fault.warning().message());
    }
    return new Orders.Go(new Step.Perform(twiml, null, 0));
  }

  private static Order end(String status, CallRecord call) {
    if (status.equals("canceled") && call.status() != CallStatus.RINGING) {
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
            .put("price", price(call))
            .put("price_unit", "USD")
            .put("uri", RestApi.uri(call.accountSid(), "/Calls/" + call.sid()));
    for (var absent :
        List.of(
            "answered_by",
            "caller_name",
            "forwarded_from",
            "group_sid",
            "queue_time",
            "trunk_sid")) {
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
