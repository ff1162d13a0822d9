package io.frontdesk.credential;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.business.Provider;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// A key of a company where a key is all that is needed.
@Introspected
record KeyForm(
    @NotNull
        @Size(min = 20, max = 300)
        @Pattern(regexp = "[!-~]*", message = "must be one word without spaces, as it was made")
        String apiKey) {

  Account account(Provider provider) {
    return Account.of(provider, "", JsonNodeFactory.instance.objectNode(), apiKey);
  }

  @Override
  public String toString() {
    return "KeyForm[...]";
  }
}
