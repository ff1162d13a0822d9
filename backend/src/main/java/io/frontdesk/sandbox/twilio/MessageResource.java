package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.util.Set;

/// `/Messages`: texts, which are kept in the outbox.
/// Source: https://www.twilio.com/docs/messaging/api/message-resource
final class MessageResource {
  private final Outbox outbox;

  MessageResource(RestApi api, Outbox outbox) {
    this.outbox = outbox;
    api.serve("GET", "/Messages.json", this::list)
        .serve("POST", "/Messages.json", this::send)
        .serve("GET", "/Messages/{sid}.json", this::fetch);
  }

  private Response list(Account account, Request request) {
    var from = request.query("From");
    var to = request.query("To");
    var found =
        outbox.of(account).stream()
            .filter(m -> from.isEmpty() || from.get().equals(m.from()))
            .filter(m -> to.isEmpty() || to.get().equals(m.to()))
            .toList();
    return ListPage.of(request, "messages", Set.of("From", "To"), found, MessageResource::json);
  }

  private Response send(Account account, Request request) {
    for (var field : Set.of("MediaUrl", "MessagingServiceSid", "ContentSid", "SendAt")) {
      if (request.form(field).isPresent()) {
        throw RestError.invalid(20001, "The stand-in does not know " + field);
      }
    }
    var message =
        outbox.send(
            account,
            RestApi.required(request, "From", 21603),
            RestApi.required(request, "To", 21604),
            RestApi.required(request, "Body", 21602),
            request.form("StatusCallback"));
    return RestApi.created(json(message));
  }

  private Response fetch(Account account, Request request) {
    return outbox.of(account).stream()
        .filter(message -> message.sid().equals(request.pathParameter("sid")))
        .findFirst()
        .map(message -> RestApi.ok(json(message)))
        .orElseThrow(() -> RestError.notFound(request.path()));
  }

  static JsonNode json(TextMessage message) {
    var json =
        Json.object()
            .put("sid", message.sid())
            .put("account_sid", message.accountSid())
            .put("from", message.from())
            .put("to", message.to())
            .put("body", message.body())
            .put("status", message.status())
            .put("direction", "outbound-api")
            .put("num_segments", "" + message.segments())
            .put("num_media", "0")
            .put("api_version", RestApi.VERSION)
            .put("price_unit", "USD")
            .put("date_created", RestApi.time(message.createdAt()))
            .put(
                "date_updated",
                RestApi.time(message.sentAt() == null ? message.createdAt() : message.sentAt()))
            .put("date_sent", RestApi.time(message.sentAt()))
            .put("uri", RestApi.uri(message.accountSid(), "/Messages/" + message.sid()));
    for (var absent :
        new String[] {"error_code", "error_message", "messaging_service_sid", "price"}) {
      json.putNull(absent);
    }
    json.putObject("subresource_uris");
    return json;
  }
}
