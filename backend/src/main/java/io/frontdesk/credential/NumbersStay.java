package io.frontdesk.credential;

import io.frontdesk.business.Provider;
import io.frontdesk.phonenumber.PhoneNumber;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioAccounts;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Numbers live in the account at Twilio that rents them, and stay there. So an account with
/// numbers is not left for another one: nobody could hang up their calls or give them back.
@Singleton
class NumbersStay {
  private static final int NAMED = 3;

  private final TwilioAccounts twilio;
  private final PhoneNumbers numbers;

  NumbersStay(TwilioAccounts twilio, PhoneNumbers numbers) {
    this.twilio = twilio;
    this.numbers = numbers;
  }

  /// Lets a tenant go from one account to another, in its running transaction.
  ///
  /// @param from its own until now; null if it had none
  /// @param to its own from now on; empty if it has none
  /// @throws RequestException.Conflict if it has numbers in the account that it would leave
  void move(TenantId tenant, Provider provider, @Nullable String from, String to) {
    if (provider != Provider.TWILIO || to.equals(from)) {
      return;
    }
    twilio
        .find(tenant)
        .filter(used -> !used.sid().equals(to))
        .ifPresent(used -> refuseToLeave(tenant, used.sid()));
    if (from != null) {
      twilio.disclaim(tenant, from);
    }
    if (!to.isEmpty()) {
      twilio.claim(tenant, to);
    }
  }

  private void refuseToLeave(TenantId tenant, String sid) {
    List<PhoneNumber> left = numbers.findByTenantIdOrderById(tenant);
    if (left.isEmpty()) {
      return;
    }
    String some =
        left.stream()
            .limit(NAMED)
            .map(number -> number.number().value())
            .collect(Collectors.joining(", "));
    throw new RequestException.Conflict(
        "numbers_in_account",
        "Numbers would be left behind",
        "%s%s would stay behind in the Twilio account %s, and nobody could answer there. Release"
                .formatted(some, left.size() > NAMED ? " and others" : "", sid)
            + " your numbers first, then change the account; you can import numbers of the new"
            + " account afterwards.");
  }
}
