package io.frontdesk.credential;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.business.Provider;

/// What a tenant gives us to use its account at another company.
///
/// @param name the public half, for example a SID; empty where there is none
/// @param settings what else is needed to use it, none of it secret
/// @param lastFour as much of the secret as may be shown
record Account(Provider provider, String name, JsonNode settings, String secret, String lastFour) {
  private static final int SHOWN = 4;

  /// An account whose secret a machine made, so that its end tells nothing about the rest.
  static Account of(Provider provider, String name, JsonNode settings, String secret) {
    String end = secret.substring(Math.max(0, secret.length() - SHOWN));
    return new Account(provider, name, settings, secret, end);
  }

  @Override
  public String toString() {
    return "Account[provider=%s, name=%s]".formatted(provider, name);
  }
}
