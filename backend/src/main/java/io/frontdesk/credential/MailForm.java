package io.frontdesk.credential;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.business.Provider;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// A log-in at a mail server.
@Introspected
record MailForm(
    @NotNull
        @Size(max = 253)
        @Pattern(regexp = "[A-Za-z0-9._:-]+", message = "must be the name of a mail server")
        String host,
    @Min(1) @Max(65535) int port,
    @NotNull MailAccount.Security security,
    @NotBlank @Size(max = 254) String username,
    @NotNull @Size(min = 1, max = 300) String password,
    @NotBlank @Email @Size(max = 254) String from) {

  /// Of a password that a person may have chosen nothing is shown.
  Account account(ObjectMapper json) {
    var server = new MailAccount(host, port, security, username, from);
    return new Account(Provider.SMTP, host + ":" + port, json.valueToTree(server), password, "");
  }

  @Override
  public String toString() {
    return "MailForm[host=%s, port=%d]".formatted(host, port);
  }
}
