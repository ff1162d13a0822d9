package io.frontdesk.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What Twilio takes for calls, as it tells some time after their end.
/// Source: https://www.twilio.com/docs/voice/api/call-resource
@Singleton
public class CallCharges {
  private static final int MICRO_DIGITS = 6;

  private final TwilioAccounts accounts;
  private final TwilioClients clients;

  CallCharges(TwilioAccounts accounts, TwilioClients clients) {
    this.accounts = accounts;
    this.clients = clients;
  }

  /// What is known of a charge.
  public sealed interface Charge {
    /// @param amountMicros in millionths
    /// @param currency ISO 4217
    record Known(long amountMicros, String currency) implements Charge {}

    /// Twilio will tell later.
    record NotYet() implements Charge {}

    /// Twilio knows no such call in the tenant's account.
    record NoSuchCall() implements Charge {}
  }

  /// @throws io.frontdesk.web.RequestException if Twilio refuses or does not answer
  public Charge of(TenantId tenant, String callSid) {
    if (accounts.find(tenant).isEmpty()) {
      return new Charge.NoSuchCall();
    }
    TwilioRestClient client = clients.of(tenant);
    return TwilioErrors.answer(
        () -> {
          try {
            return charge(Call.fetcher(callSid).fetch(client));
          } catch (ApiException e) {
            if (TwilioErrors.is(e, TwilioErrors.NOT_FOUND)) {
              return new Charge.NoSuchCall();
            }
            throw e;
          }
        });
  }

  /// Twilio writes what it takes as a negative number, and nothing while it has not reckoned.
  private static Charge charge(Call call) {
    return call.getPrice() == null || call.getPriceUnit() == null
        ? new Charge.NotYet()
        : new Charge.Known(
            new BigDecimal(call.getPrice())
                .negate()
                .movePointRight(MICRO_DIGITS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact(),
            call.getPriceUnit().getCurrencyCode());
  }
}
