package io.frontdesk.twilio;

import io.frontdesk.web.address.Loopback;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;

/// Settings with which no call could be answered, or the wrong ones would be, stop the start.
@Context
class StartCheck {
  private static final String ACCOUNT = "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN";

  /// @throws ConfigurationException with a sentence for whoever starts the service
  StartCheck(
      TwilioConfiguration twilio,
      WebhookUrls urls,
      @Property(name = "frontdesk.mode", defaultValue = "local") String mode) {
    boolean whole = twilio.accountSid() != null && twilio.authToken() != null;
    if (!whole && (twilio.accountSid() != null || twilio.authToken() != null)) {
      throw new ConfigurationException(ACCOUNT + " go together: set both, or none.");
    }
    URI api = twilio.apiUrl();
    if (api != null) {
      Address.check("TWILIO_API_URL", api);
      if (!whole) {
        throw new ConfigurationException("TWILIO_API_URL needs an account: set " + ACCOUNT + ".");
      }
    }
    if (mode.equals("production")) {
      refuseWhatOnlyPractises(twilio, whole, urls);
    }
  }

  private static void refuseWhatOnlyPractises(
      TwilioConfiguration twilio, boolean whole, WebhookUrls urls) {
    if (!whole) {
      throw new ConfigurationException(
          "In production it needs the platform's account at Twilio: set " + ACCOUNT + ".");
    }
    if (twilio.isStandIn()) {
      throw new ConfigurationException(
          "In production TWILIO_API_URL cannot be a stand-in on this machine: unset it.");
    }
    if (urls.named().filter(base -> !Loopback.isNamedBy(base)).isEmpty()) {
      throw new ConfigurationException(
          "In production it needs the public address at which Twilio reaches it:"
              + " set WEBHOOK_BASE_URL, for example to https://voice.example.com");
    }
  }
}
