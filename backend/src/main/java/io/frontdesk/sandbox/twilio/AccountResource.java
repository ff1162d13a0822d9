package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/// `/Accounts`: the master makes subaccounts, suspends and closes them; each tells what is left to
/// spend.
/// Sources: https://www.twilio.com/docs/iam/api/account,
/// https://www.twilio.com/docs/usage/api/balance
final class AccountResource {
  private static final int MAX_NAME = 64;

  private final Accounts accounts;
  private final Numbers numbers;
  private final InstantSource clock;

  AccountResource(RestApi api, Accounts accounts, Numbers numbers, InstantSource clock) {
    this.accounts = accounts;
    this.numbers = numbers;
    this.clock = clock;
    api.serveAny("GET", RestApi.ROOT + "/Accounts.json", this::list)
        .serveAny("POST", RestApi.ROOT + "/Accounts.json", this::create)
        .serveAny(
            "GET",
            RestApi.ROOT + "/Accounts/{account}.json",
            (actor, request) -> RestApi.ok(json(api.target(request))))
        .serveAny(
            "POST",
            RestApi.ROOT + "/Accounts/{account}.json",
            (actor, request) -> update(actor, api.target(request), request))
        .serve("GET", "/Balance.json", (account, request) -> RestApi.ok(balance(account)));
  }

  private Response list(Account actor, Request request) {
    var name = request.query("FriendlyName");
    var status = request.query("Status");
    var found =
        accounts.visibleTo(actor).stream()
            .filter(account -> name.isEmpty() || name.get().equals(account.friendlyName()))
            .filter(account -> status.isEmpty() || status.get().equals(account.status().wire()))
            .toList();
    return ListPage.of(
        request, "accounts", Set.of("FriendlyName", "Status"), found, AccountResource::json);
  }

  private Response create(Account actor, Request request) {
    if (!actor.isMaster()) {
      throw RestError.unauthorized("A subaccount cannot create accounts");
    }
    return RestApi.created(
        json(accounts.create(name(request.form("FriendlyName").orElse("SubAccount")))));
  }

  private Response update(Account actor, Account account, Request request) {
    var changed = account;
    var name = request.form("FriendlyName");
    if (name.isPresent()) {
      changed = changed.renamed(name(name.get()), clock.instant());
    }
    var status = request.form("Status");
    if (status.isPresent()) {
      changed = changed.with(status(actor, account, status.get()), clock.instant());
    }
    accounts.save(changed);
    if (changed.status() == Account.Status.CLOSED) {
      numbers.releaseAll(changed);
    }
    return RestApi.ok(json(changed));
  }

  private static Account.Status status(Account actor, Account account, String text) {
    if (!actor.isMaster() || account.isMaster()) {
      throw RestError.unauthorized("Only the owner of a subaccount can change its status");
    }
    if (account.status() == Account.Status.CLOSED) {
      throw RestError.invalid(20006, "Account %s is closed for ever".formatted(account.sid()));
    }
    for (var status : Account.Status.values()) {
      if (status.wire().equals(text.toLowerCase(Locale.ROOT))) {
        return status;
      }
    }
    throw RestError.invalid(20001, "Status is invalid: " + text);
  }

  private static String name(String text) {
    if (text.length() > MAX_NAME) {
      throw RestError.invalid(20001, "FriendlyName is longer than 64 characters");
    }
    return text;
  }

  private static JsonNode balance(Account account) {
    return Json.object()
        .put("account_sid", account.sid())
        .put("balance", account.left().toPlainString())
        .put("currency", "USD");
  }

  private static JsonNode json(Account account) {
    var uri = RestApi.ROOT + "/Accounts/" + account.sid();
    var json =
        Json.object()
            .put("sid", account.sid())
            .put("auth_token", account.authToken())
            .put("friendly_name", account.friendlyName())
            .put("owner_account_sid", account.owner())
            .put("status", account.status().wire())
            .put("type", account.trial() ? "Trial" : "Full")
            .put("date_created", RestApi.time(account.createdAt()))
            .put("date_updated", RestApi.time(account.updatedAt()))
            .put("uri", uri + ".json");
    var subresources = json.putObject("subresource_uris");
    subresources.put("calls", uri + "/Calls.json");
    subresources.put("incoming_phone_numbers", uri + "/IncomingPhoneNumbers.json");
    subresources.put("available_phone_numbers", uri + "/AvailablePhoneNumbers.json");
    subresources.put("messages", uri + "/Messages.json");
    return json;
  }
}
