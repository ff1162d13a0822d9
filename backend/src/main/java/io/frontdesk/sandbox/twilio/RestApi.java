package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.wire.HttpRoute;
import io.frontdesk.sandbox.wire.LoopbackServer;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Twilio's REST API, version 2010-04-01: who may ask, and what every answer has in common.
/// Source: https://www.twilio.com/docs/usage/api
final class RestApi {
  static final String VERSION = "2010-04-01";
  static final String ROOT = "/" + VERSION;
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);

  private final LoopbackServer.Plan server;
  private final Accounts accounts;

  /// Answers a request that acts on an account.
  @FunctionalInterface
  interface Handler {
    Response answer(Account account, Request request);
  }

  RestApi(LoopbackServer.Plan server, Accounts accounts) {
    this.server = server;
    this.accounts = accounts;
  }

  /// Serves a path below `/Accounts/{account}` to that account and to its owner. Only an active
  /// account can be acted on.
  RestApi serve(String method, String path, Handler handler) {
    server.http(
        method,
        ROOT + "/Accounts/{account}" + path,
        guarded(request -> handler.answer(active(target(request)), request)));
    return this;
  }

  /// Serves a path to whoever has an account; the handler gets the caller's.
  RestApi serveAny(String method, String path, Handler handler) {
    server.http(
        method, path, guarded(request -> handler.answer(accounts.authenticate(request), request)));
    return this;
  }

  /// The account that the path names.
  Account target(Request request) {
    var actor = accounts.authenticate(request);
    return accounts
        .find(request.pathParameter("account"))
        .filter(account -> Accounts.mayActOn(actor, account))
        .orElseThrow(() -> RestError.notFound(request.path()));
  }

  private static Account active(Account account) {
    if (!account.isActive()) {
      throw RestError.notActive();
    }
    return account;
  }

  private static HttpRoute guarded(HttpRoute route) {
    return request -> {
      try {
        return route.answer(request);
      } catch (RestError e) {
        return e.response();
      }
    };
  }

  static Response ok(JsonNode body) {
    return Response.json(200, Json.write(body));
  }

  static Response created(JsonNode body) {
    return Response.json(201, Json.write(body));
  }

  /// A time as the API writes it: `Sat, 21 Nov 2026 01:02:03 +0000`; null stays null.
  static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : RFC_2822.format(instant.atOffset(ZoneOffset.UTC));
  }

  static String uri(String accountSid, String path) {
    return ROOT + "/Accounts/" + accountSid + path + ".json";
  }

  /// A form field that has to be there and not blank.
  static String required(Request request, String field, int code) {
    return request
        .form(field)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> RestError.invalid(code, "A '%s' is required.".formatted(field)));
  }

  static Optional<Boolean> flag(Optional<String> value, String field) {
    return value.map(
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default ->
                  throw RestError.invalid(
                      20001,
                      "Parameter %s is invalid: %s (expected: true or false)"
                          .formatted(field, text));
            });
  }
}
