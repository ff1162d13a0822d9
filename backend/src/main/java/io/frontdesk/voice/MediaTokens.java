package io.frontdesk.voice;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Single-use keys to media streams: each opens the stream of one call, within a minute. Only their
/// hashes are kept.
@Singleton
class MediaTokens {
  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final int BYTES = 32;

  private final MediaTokenRepository tokens;
  private final Tenancy tenancy;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  MediaTokens(MediaTokenRepository tokens, Tenancy tenancy, Clock clock) {
    this.tokens = tokens;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Whose stream a token opens.
  record Stream(TenantId tenant, UUID callId) {}

  /// A new token for the stream of a call, in place of those that nobody has used; safe in an
  /// address.
  String issue(TenantId tenant, UUID callId) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    tenancy.run(
        tenant,
        () -> {
          tokens.withdraw(tenant.value(), callId);
          tokens.add(hash(token), tenant.value(), callId, clock.instant().plus(LIFETIME));
        });
    return token;
  }

  /// What the token would open; empty if it is unknown, used or too old. Does not use it up.
  Optional<Stream> find(String token) {
    return tenancy
        .platform(() -> tokens.find(hash(token), clock.instant()))
        .map(row -> new Stream(new TenantId(row.tenantId()), row.callId()));
  }

  /// Uses the token up.
  ///
  /// @return whether nobody was faster
  boolean consume(String token) {
    return tenancy.platform(() -> tokens.consume(hash(token), clock.instant())) == 1;
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
