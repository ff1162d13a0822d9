package io.frontdesk.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.business.Credential;
import io.frontdesk.business.Finding;
import io.frontdesk.business.Provider;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be shown of an account: everything but its secret.
///
/// @param connected whether the business has set one; if not, the rest is empty and the platform's
/// account serves where there is one
/// @param account the public half, for example a SID; null where there is none
/// @param settings what else was given, none of it secret
/// @param lastFour the end of the secret; null where nothing of it may be shown
/// @param setBy an e-mail address, or what a program is called
/// @param lastTest null if it was not tested since it was set
@Introspected
record AccountView(
    Provider provider,
    boolean connected,
    @Nullable String account,
    JsonNode settings,
    @Nullable String lastFour,
    @Nullable Instant setAt,
    @Nullable String setBy,
    @Nullable Test lastTest) {

  /// What using an account showed.
  ///
  /// @param ok whether nothing is wrong
  @Introspected
  record Test(boolean ok, List<Finding> findings, Instant testedAt) {
    static Test of(List<Finding> findings, Instant at) {
      return new Test(findings.isEmpty(), findings, at);
    }
  }

  static AccountView none(Provider provider) {
    return new AccountView(
        provider, false, null, JsonNodeFactory.instance.objectNode(), null, null, null, null);
  }

  static AccountView of(Credential stored) {
    Instant testedAt = stored.testedAt();
    return new AccountView(
        stored.provider(),
        true,
        orNull(stored.account()),
        stored.settings(),
        orNull(stored.lastFour()),
        stored.setAt(),
        stored.setBy(),
        testedAt == null ? null : Test.of(stored.findings(), testedAt));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
