package io.frontdesk.voice;

import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Single-use keys to media streams: each opens the stream of one call, within a minute. Only their
/// hashes are kept.
@Singleton
class MediaTokens {
  static final Duration LIFETIME = Duration.ofSeconds(60);

  private final MediaTokenRepository tokens;
  private final Tenancy tenancy;
  private final Clock clock;

  MediaTokens(MediaTokenRepository tokens, Tenancy tenancy, Clock clock) {
    this.tokens = tokens;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Whose stream a token opens.
  ///
  /// @param browser whether a browser opens it, which signs nothing
  /// @param used whether it did so already
  record Stream(TenantId tenant, UUID callId, boolean browser, boolean used) {}

  /// The first token for the stream of a call; safe in an address.
  String issue(TenantId tenant, UUID callId) {
    return issue(tenant, callId, false);
  }

  /// A new token for the stream of a call, in place of those that nobody has used.
  String issueAgain(TenantId tenant, UUID callId) {
    return tenancy.run(
        tenant,
        () -> {
          tokens.withdraw(tenant.value(), callId);
          return issue(tenant, callId, false);
        });
  }

  /// As [#issue(TenantId, UUID)], for a browser of the business's.
  String issueForBrowser(TenantId tenant, UUID callId) {
    return issue(tenant, callId, true);
  }

  private String issue(TenantId tenant, UUID callId, boolean browser) {
    var token = OpaqueToken.random();
    tenancy.run(
        tenant,
        () ->
            tokens.add(
                token.hash(), tenant.value(), callId, browser, clock.instant().plus(LIFETIME)));
    return token.value();
  }

  /// What the token would open, or has opened; empty if it is unknown or too old. Does not use it
  /// up.
  Optional<Stream> find(String token) {
    return tokens
        .find(new OpaqueToken(token).hash(), clock.instant())
        .map(
            row ->
                new Stream(new TenantId(row.tenantId()), row.callId(), row.browser(), row.used()));
  }

  /// Uses the token up, in the tenant's running transaction if there is one.
  ///
  /// @return whether nobody was faster
  boolean consume(TenantId tenant, String token) {
    return tenancy.run(tenant, () -> tokens.consume(new OpaqueToken(token).hash(), clock.instant()))
        == 1;
  }

  /// Whether a stream of the call was opened.
  boolean wasUsed(TenantId tenant, UUID callId) {
    return tenancy.run(tenant, () -> tokens.used(tenant.value(), callId)) > 0;
  }
}
