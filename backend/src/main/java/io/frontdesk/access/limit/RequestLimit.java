package io.frontdesk.access.limit;

import io.frontdesk.access.TenantBinder;
import io.frontdesk.access.limit.Standing.Count;
import io.frontdesk.web.RequestException;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Counts every request that comes with a token, before anything else is asked about it: whoever is
/// over a limit is refused, and what may not be done counts too.
@Singleton
class RequestLimit implements SecurityRule<HttpRequest<?>> {
  static final String STANDING = "frontdesk.rate-limit";

  private final Limits limits;
  private final Buckets buckets;
  private final TenantBinder tenants;

  RequestLimit(Limits limits, Buckets buckets, TenantBinder tenants) {
    this.limits = limits;
    this.buckets = buckets;
    this.tenants = tenants;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    if (request == null || authentication == null) {
      return Publishers.just(SecurityRuleResult.UNKNOWN);
    }
    var ofCredential = count(limits.credential(), authentication.getName());
    var ofTenant =
        count(limits.tenant(), tenants.tenantOf(request).map(Object::toString).orElse("none"));
    return Publishers.fromCompletableFuture(
        ofCredential.thenCombine(
            ofTenant, (one, other) -> judge(request, new Standing(List.of(one, other)))));
  }

  private CompletableFuture<Count> count(Policy policy, String whose) {
    return buckets
        .take(policy.name() + ":" + whose, policy)
        .thenApply(probe -> new Count(policy, probe));
  }

  private static SecurityRuleResult judge(HttpRequest<?> request, Standing standing) {
    request.setAttribute(STANDING, standing);
    if (!standing.isWithinLimits()) {
      throw new RequestException.TooMany(
          "More requests came than the limit allows; see RateLimit-Policy. Wait, then go on"
              + " slower.",
          standing.untilNext());
    }
    return SecurityRuleResult.UNKNOWN;
  }
}
