package io.frontdesk.credential;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.business.Provider;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// An account at Twilio, as its console shows it.
@Introspected
record TwilioForm(
    @NotNull @Pattern(regexp = "AC[0-9a-f]{32}", message = "must be AC and 32 hexadecimal digits")
        String accountSid,
    @NotNull @Pattern(regexp = "[0-9a-f]{32}", message = "must be 32 hexadecimal digits")
        String authToken) {

  Account account() {
    return Account.of(
        Provider.TWILIO, accountSid, JsonNodeFactory.instance.objectNode(), authToken);
  }

  @Override
  public String toString() {
    return "TwilioForm[accountSid=" + accountSid + "]";
  }
}
