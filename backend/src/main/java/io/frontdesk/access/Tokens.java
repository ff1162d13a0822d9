package io.frontdesk.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who signed in, and the tokens.
///
/// @param expiresIn seconds until the access token expires
/// @param refreshToken only on `?mode=token`
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tokens(
    String accessToken,
    String tokenType,
    long expiresIn,
    Tenant tenant,
    User user,
    @Nullable String refreshToken) {
  /// The business that the access token names.
  @Introspected
  public record Tenant(TenantId id, String name) {}

  /// Who signed in, and what they are in that business.
  @Introspected
  public record User(UUID id, String email, Role role) {
    static User of(SignedIn signedIn) {
      return new User(signedIn.userId(), signedIn.email(), signedIn.membership().role());
    }
  }
}
