package io.frontdesk.access;

import io.frontdesk.web.RequestException;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecuredAnnotationRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Holds every request that comes with a token against [Permissions]. Whether a token is needed at
/// all, the controllers say.
@Singleton
class PermissionRule implements SecurityRule<HttpRequest<?>> {
  /// Whoever works for other businesses too may go there.
  private static final String GOING_ON = "/api/v1/auth/";

  private final TenantStandings standings;

  PermissionRule(TenantStandings standings) {
    this.standings = standings;
  }

  @Override
  public int getOrder() {
    return SecuredAnnotationRule.ORDER - 100;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    if (request == null
        || authentication == null
        || !request.getPath().startsWith("/api/")
        || RouteAttributes.getRouteMatch(request).isEmpty()) {
      return Publishers.just(SecurityRuleResult.UNKNOWN);
    }
    var suspension = AccessTokens.tenant(authentication).flatMap(standings::suspension);
    if (suspension.isPresent() && !request.getPath().startsWith(GOING_ON)) {
      return Publishers.just(TenantStandings.refusal(suspension.get()));
    }
    var need = Permissions.needed(request.getMethodName(), request.getPath());
    if (need.isEmpty()) {
      return Publishers.just(SecurityRuleResult.REJECTED);
    }
    return Role.of(authentication)
        .map(role -> role.includes(need.get().role()) ? allowed() : refused(role, need.get()))
        .orElseGet(() -> program(authentication, need.get()));
  }

  private static Publisher<SecurityRuleResult> program(
      Authentication authentication, Permissions.Need need) {
    String scope = need.scope();
    if (scope == null) {
      return forbidden("This is for people; the token is a program's.");
    }
    return AccessTokens.scopes(authentication).contains(scope)
        ? allowed()
        : forbidden("The token lacks the scope " + scope + ".");
  }

  private static Publisher<SecurityRuleResult> refused(Role role, Permissions.Need need) {
    return forbidden(
        "Your role here is %s; this needs %s."
            .formatted(
                role.name().toLowerCase(Locale.ROOT), need.role().name().toLowerCase(Locale.ROOT)));
  }

  private static Publisher<SecurityRuleResult> allowed() {
    return Publishers.just(SecurityRuleResult.UNKNOWN);
  }

  private static Publisher<SecurityRuleResult> forbidden(String detail) {
    return Publishers.just(new RequestException.Forbidden(detail));
  }
}
