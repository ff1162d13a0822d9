package io.frontdesk.twilio;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;

/// Production does not start without a real account.
@Context
@Requires(property = "frontdesk.mode", value = "production")
class TwilioRequired {
  TwilioRequired(TwilioConfiguration configuration) {
    if (configuration.accountSid() == null || configuration.authToken() == null) {
      throw new ConfigurationException(
          "In production it needs the platform's account at Twilio:"
              + " set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.");
    }
  }
}
