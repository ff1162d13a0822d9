package io.frontdesk.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Balance;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import io.frontdesk.business.Finding;
import io.frontdesk.tenancy.E164;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Uses an account at Twilio without changing anything there, and says what is wrong with it.
/// Sources: https://www.twilio.com/docs/api/errors/20003,
/// https://www.twilio.com/docs/iam/api/account, https://www.twilio.com/docs/usage/api/balance
@Singleton
public class TwilioCheck {
  private static final String UNKNOWN_NAME = "invalid username";

  private final TwilioHttp http;

  TwilioCheck(TwilioHttp http) {
    this.http = http;
  }

  /// What is wrong; empty if nothing is.
  ///
  /// @param numbers that the account should rent
  public List<Finding> check(String sid, String authToken, List<E164> numbers) {
    TwilioRestClient client = http.client(sid, authToken);
    var findings = new ArrayList<Finding>();
    try {
      Account account = Account.fetcher(sid).fetch(client);
      state(account).ifPresent(findings::add);
      if (account.getStatus() == Account.Status.ACTIVE) {
        credit(client).ifPresent(findings::add);
        findings.addAll(missing(client, numbers));
      }
    } catch (ApiException e) {
      findings.add(refusal(e, sid));
    } catch (TwilioException e) {
      findings.add(unreachable());
    }
    return List.copyOf(findings);
  }

  private static Optional<Finding> state(Account account) {
    if (account.getStatus() == Account.Status.SUSPENDED) {
      return Optional.of(suspended(account.getSid()));
    }
    if (account.getStatus() == Account.Status.CLOSED) {
      return Optional.of(
          new Finding(
              "account_closed",
              "The account %s was closed for ever. Use another one.".formatted(account.getSid())));
    }
    return account.getType() == Account.Type.TRIAL
        ? Optional.of(
            new Finding(
                "trial_account",
                "The account %s is on trial: callers hear Twilio's own message first. Upgrade it in"
                        .formatted(account.getSid())
                    + " Twilio's console."))
        : Optional.empty();
  }

  /// What a subaccount can spend only its owner may ask, so a refusal says nothing.
  private static Optional<Finding> credit(TwilioRestClient client) {
    try {
      String left = Balance.fetcher().fetch(client).getBalance();
      return left != null && new BigDecimal(left).signum() <= 0
          ? Optional.of(
              new Finding(
                  "no_credit",
                  "The account has nothing left to spend (its balance is %s). Add funds in Twilio's"
                          .formatted(left)
                      + " console."))
          : Optional.empty();
    } catch (ApiException | NumberFormatException unknown) {
      return Optional.empty();
    }
  }

  private static List<Finding> missing(TwilioRestClient client, List<E164> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    var rented = new HashSet<String>();
    for (IncomingPhoneNumber number : IncomingPhoneNumber.reader().read(client)) {
      rented.add(number.getPhoneNumber().getEndpoint());
    }
    return numbers.stream()
        .filter(number -> !rented.contains(number.value()))
        .map(
            number ->
                new Finding(
                    "number_not_in_account",
                    "%s is one of your numbers here, and this account does not rent it."
                        .formatted(number)))
        .toList();
  }

  private static Finding refusal(ApiException e, String sid) {
    int code = e.getCode() == null ? 0 : e.getCode();
    return switch (code) {
      case TwilioErrors.NO_ACCESS ->
          String.valueOf(e.getMessage()).contains(UNKNOWN_NAME)
              ? new Finding(
                  "wrong_sid",
                  "Twilio knows no account %s. Copy the Account SID from Twilio's console."
                      .formatted(sid))
              : new Finding(
                  "wrong_token",
                  "Twilio does not take this token for the account %s. Copy the Auth Token from"
                          .formatted(sid)
                      + " Twilio's console, and see that it is the token of this very account.");
      case TwilioErrors.NOT_ACTIVE -> suspended(sid);
      case TwilioErrors.NOT_FOUND ->
          new Finding("wrong_sid", "Twilio has no account %s.".formatted(sid));
      default ->
          e.getStatusCode() == null || e.getStatusCode() >= 500
              ? unreachable()
              : new Finding(
                  "refused", "Twilio refused, with error %d: %s".formatted(code, e.getMessage()));
    };
  }

  private static Finding suspended(String sid) {
    return new Finding(
        "account_suspended",
        "Twilio has suspended the account %s. Its console says why and what to do.".formatted(sid));
  }

  private static Finding unreachable() {
    return new Finding(
        "unreachable", "Twilio does not answer as it should. Test again in a few minutes.");
  }
}
