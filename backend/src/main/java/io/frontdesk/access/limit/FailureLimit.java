package io.frontdesk.access.limit;

import io.frontdesk.web.RequestException;
import io.frontdesk.web.address.ClientAddress;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Lets an address fail only so often without a valid token: at logging in, at guessing tickets, at
/// forging signatures. A token of its bucket is taken before the request is looked at and given
/// back if it succeeds, so that many guesses at once are not all let in.
///
/// What Twilio signs, or may have signed, is not held up: its failures are counted when they are
/// known.
@Singleton
class FailureLimit implements SecurityRule<HttpRequest<?>> {
  private static final String TAKEN = "frontdesk.failure-token";
  private static final String API = "/api/v1/";
  private static final String DOCUMENT = API + "openapi.yml";
  private static final Pattern OF_TWILIO = Pattern.compile("/api/v1/(?:voice|sms)/");
  private static final String SIGNATURE = "X-Twilio-Signature";

  /// What one subscriber gets of IPv6.
  private static final int NETWORK_BYTES = 8;

  private final Policy policy;
  private final Buckets buckets;
  private final boolean local;

  FailureLimit(
      Limits limits,
      Buckets buckets,
      @Property(name = "frontdesk.mode", defaultValue = "local") String mode) {
    this.policy = limits.failures();
    this.buckets = buckets;
    this.local = mode.equals("local");
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    if (request == null || authentication != null || !isLimited(request) || mayNotWait(request)) {
      return Publishers.just(SecurityRuleResult.UNKNOWN);
    }
    return Publishers.fromCompletableFuture(
        buckets
            .take(key(request), policy)
            .thenApply(
                probe -> {
                  if (!probe.isConsumed()) {
                    throw new RequestException.TooMany(
                        "Too many requests from your address have failed. Wait, then try again.",
                        Duration.ofNanos(probe.getNanosToWaitForRefill()));
                  }
                  request.setAttribute(TAKEN, true);
                  return SecurityRuleResult.UNKNOWN;
                }));
  }

  /// Settles what was taken when the answer is known.
  void answered(HttpRequest<?> request, int status) {
    boolean taken = request.getAttribute(TAKEN, Boolean.class).orElse(false);
    boolean failed = status >= 400 && status < 500;
    boolean refused = status == 429;
    if (taken && !failed) {
      buckets.giveBack(key(request), policy);
    } else if (!taken && failed && !refused && isLimited(request)) {
      buckets.take(key(request), policy);
    }
  }

  private boolean isLimited(HttpRequest<?> request) {
    return request.getPath().startsWith(API)
        && !request.getPath().equals(DOCUMENT)
        && request.getUserPrincipal().isEmpty()
        && !(local && ClientAddress.of(request).isLoopbackAddress());
  }

  /// A caller is listening to what is answered to Twilio; a stream's handshake stays on its event
  /// loop.
  private static boolean mayNotWait(HttpRequest<?> request) {
    return OF_TWILIO.matcher(request.getPath()).lookingAt()
        && request.getHeaders().contains(SIGNATURE);
  }

  private String key(HttpRequest<?> request) {
    InetAddress client = ClientAddress.of(request);
    String network =
        client instanceof Inet6Address
            ? HexFormat.of().formatHex(Arrays.copyOf(client.getAddress(), NETWORK_BYTES))
            : client.getHostAddress();
    return policy.name() + ":" + network;
  }
}
