package io.frontdesk.credential;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;

/// A server that takes mails for sending, and as whom.
///
/// @param from the address that mails come from
@Introspected
record MailAccount(String host, int port, Security security, String username, String from) {
  /// How a connection to it is encrypted.
  enum Security {
    /// From the first byte on, usually at port 465.
    @JsonProperty("tls")
    TLS,
    /// After a plain greeting, usually at port 587.
    @JsonProperty("starttls")
    STARTTLS,
    /// Not at all: outside production only.
    @JsonProperty("none")
    NONE
  }
}
