package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.wire.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/// Who may use the stand-in: one master account, made on the first start, and the subaccounts it
/// owns.
final class Accounts {
  private final Shelf<Account> shelf;
  private final InstantSource clock;
  private final Account master;

  Accounts(Shelf<Account> shelf, InstantSource clock) {
    this.shelf = shelf;
    this.clock = clock;
    this.master =
        shelf.all().filter(Account::isMaster).findFirst().orElseGet(() -> open("Master", null));
  }

  Account master() {
    return shelf.find(master.sid()).orElse(master);
  }

  Account create(String friendlyName) {
    return open(friendlyName, master.sid());
  }

  private Account open(String friendlyName, @org.jspecify.annotations.Nullable String owner) {
    var sid = Sid.of("AC");
    var now = clock.instant();
    return shelf.put(
        new Account(
            sid,
            Sid.secret(),
            owner == null ? sid : owner,
            friendlyName,
            Account.Status.ACTIVE,
            now,
            now,
            null,
            false));
  }

  Optional<Account> find(String sid) {
    return shelf.find(sid);
  }

  Account save(Account account) {
    return shelf.put(account);
  }

  /// All accounts that the given one may see, newest first: the master all, a subaccount itself.
  java.util.List<Account> visibleTo(Account account) {
    return shelf
        .all()
        .filter(other -> mayActOn(account, other))
        .sorted(Comparator.comparing(Account::createdAt).reversed())
        .toList();
  }

  /// Whose credentials a request carries.
  ///
  /// @throws RestError 20003 if it carries none or wrong ones, 20005 if the account is not active
  Account authenticate(Request request) {
    var credentials = request.header("Authorization").orElse("");
    if (!credentials.regionMatches(true, 0, "Basic ", 0, 6)) {
      throw RestError.unauthorized("Authenticate");
    }
    var pair = decode(credentials.substring(6).strip()).split(":", 2);
    var account = shelf.find(pair[0]).orElseThrow(RestError::unknownAccount);
    if (pair.length < 2 || !same(account.authToken(), pair[1])) {
      throw RestError.unauthorized("Authenticate");
    }
    if (!account.isActive()) {
      throw RestError.notActive();
    }
    return account;
  }

  /// Whether the first account's credentials are good for the second: its own, or its owner's.
  static boolean mayActOn(Account actor, Account target) {
    return target.sid().equals(actor.sid()) || target.owner().equals(actor.sid());
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
