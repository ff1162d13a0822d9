package io.frontdesk.access;

import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Grants programs their tokens.
@Singleton
class ClientCredentials {
  private static final String BASIC = "Basic ";
  private static final Refused UNKNOWN =
      new Refused("invalid_client", "There is no such client, or the secret is not its own.");

  private final ApiClients clients;
  private final Tenancy tenancy;
  private final TenantStandings standings;
  private final AccessTokens tokens;
  private final Clock clock;

  ClientCredentials(
      ApiClients clients,
      Tenancy tenancy,
      TenantStandings standings,
      AccessTokens tokens,
      Clock clock) {
    this.clients = clients;
    this.tenancy = tenancy;
    this.standings = standings;
    this.tokens = tokens;
    this.clock = clock;
  }

  /// What comes of asking for a token.
  sealed interface Answer {}

  /// @param scope separated by spaces
  record Given(String accessToken, String scope) implements Answer {}

  /// @param error as RFC 6749, section 5.2 names it
  record Refused(String error, String description) implements Answer {}

  private record Presented(String id, String secret) {}

  /// @param authorization the request's header
  Answer grant(@Nullable String authorization, OauthController.Grant grant) {
    if (grant.grantType() == null) {
      return new Refused("invalid_request", "grant_type is missing.");
    }
    if (!grant.grantType().equals("client_credentials")) {
      return new Refused("unsupported_grant_type", "Only client_credentials is supported here.");
    }
    String basic =
        authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
            ? authorization.substring(BASIC.length())
            : null;
    if (basic != null && grant.clientSecret() != null) {
      return new Refused("invalid_request", "Send the secret once: by Basic or in the body.");
    }
    return (basic == null ? fromBody(grant) : fromHeader(basic))
        .flatMap(this::verify)
        .map(client -> give(client, grant.scope()))
        .orElse(UNKNOWN);
  }

  private static Optional<Presented> fromBody(OauthController.Grant grant) {
    return grant.clientId() == null || grant.clientSecret() == null
        ? Optional.empty()
        : Optional.of(new Presented(grant.clientId(), grant.clientSecret()));
  }

  private static Optional<Presented> fromHeader(String encoded) {
    try {
      var decoded = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
      List<String> parts = List.of(decoded.split(":", 2));
      return parts.size() < 2
          ? Optional.empty()
          : Optional.of(
              new Presented(
                  URLDecoder.decode(parts.get(0), StandardCharsets.UTF_8),
                  URLDecoder.decode(parts.get(1), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException notBasic) {
      return Optional.empty();
    }
  }

  private Optional<ApiClient> verify(Presented presented) {
    UUID id;
    try {
      id = UUID.fromString(presented.id());
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
    return tenancy
        .platform(() -> clients.known(id))
        .filter(known -> new OpaqueToken(presented.secret()).hasHash(known.secretHash()))
        .flatMap(known -> use(new TenantId(known.tenantId()), id));
  }

  private Optional<ApiClient> use(TenantId tenant, UUID id) {
    return tenancy.run(
        tenant,
        () -> {
          clients.used(tenant.value(), id, clock.instant());
          return clients.findByTenantIdAndId(tenant, id);
        });
  }

  private Answer give(ApiClient client, @Nullable String wanted) {
    if (standings.of(client.tenantId()).isSuspended()) {
      return new Refused(
          "unauthorized_client", "The business that this client belongs to is suspended.");
    }
    List<String> scopes = client.scopes();
    if (wanted != null && !wanted.isBlank()) {
      scopes = List.of(wanted.strip().split(" +", -1));
      if (!client.scopes().containsAll(scopes)) {
        return new Refused(
            "invalid_scope", "This client may: " + String.join(" ", client.scopes()) + ".");
      }
    }
    String scope = String.join(" ", scopes);
    return new Given(tokens.issue(client.tenantId(), client.id(), scope), scope);
  }
}
