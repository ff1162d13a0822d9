package io.frontdesk.twilio;

import io.frontdesk.tenancy.E164;
import io.frontdesk.web.address.Loopback;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The platform's master account at Twilio: `TWILIO_ACCOUNT_SID`, `TWILIO_AUTH_TOKEN`,
/// `TWILIO_API_URL`. The sandbox replaces what is unset by its stand-in's. A variable that is set
/// to nothing is unset.
///
/// @param apiUrl scheme, host and port only; null for Twilio's own
@ConfigurationProperties("twilio")
public record TwilioConfiguration(
    @Nullable String accountSid, @Nullable String authToken, @Nullable URI apiUrl) {
  public TwilioConfiguration {
    accountSid = accountSid == null || accountSid.isBlank() ? null : accountSid.strip();
    authToken = authToken == null || authToken.isBlank() ? null : authToken.strip();
    apiUrl = apiUrl == null || apiUrl.toString().isBlank() ? null : apiUrl;
  }

  /// Whether a stand-in on this machine answers instead of Twilio.
  public boolean isStandIn() {
    return apiUrl != null && Loopback.isNamedBy(apiUrl);
  }

  /// Whether a number can be dialled: for real one that somebody can have; a stand-in has its own.
  public boolean canDial(E164 number) {
    return isStandIn() || number.isValid();
  }

  /// @throws IllegalStateException if there is no account
  String sid() {
    if (accountSid == null) {
      throw new IllegalStateException("no account at Twilio: set TWILIO_ACCOUNT_SID");
    }
    return accountSid;
  }

  /// @throws IllegalStateException if there is no token
  String token() {
    if (authToken == null) {
      throw new IllegalStateException("no token for Twilio: set TWILIO_AUTH_TOKEN");
    }
    return authToken;
  }

  @Override
  public String toString() {
    return "TwilioConfiguration[accountSid=%s, apiUrl=%s]".formatted(accountSid, apiUrl);
  }
}
