package io.frontdesk.access.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.access.TenantBinder;
import io.frontdesk.access.idempotency.FirstAnswers.Answer;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `Idempotency-Key` on a POST: the same key with the same request returns the first answer for a
/// day. Errors of ours are not kept: such a request may be tried again.
///
/// POSTs alone pass here: the handshake of a stream must not leave its event loop.
@ServerFilter(
    patterns = {"/api/v1/**", "/api/phone/**"},
    methods = HttpMethod.POST)
class IdempotencyFilter implements Ordered {
  private static final String KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final String TAKEN = "frontdesk.idempotency-key";
  private static final Pattern SOUND = Pattern.compile("[!-~]{1,200}");

  private final TenantBinder tenants;
  private final FirstAnswers answers;
  private final ObjectMapper json;

  IdempotencyFilter(TenantBinder tenants, FirstAnswers answers, ObjectMapper json) {
    this.tenants = tenants;
    this.answers = answers;
    this.json = json;
  }

  /// After security, which tells whose token it is and lets only those in who may.
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> before(HttpRequest<?> request) {
    String key = request.getHeaders().get(KEY);
    var tenant = tenants.tenantOf(request);
    if (key == null || tenant.isEmpty()) {
      return null;
    }
    if (!SOUND.matcher(key).matches()) {
      throw new RequestException.Rejected(
          "/" + KEY, "must have 1 to 200 letters, digits or signs, and no blanks");
    }
    var first = answers.take(tenant.get(), key, digest(request));
    if (first.isPresent()) {
      return again(first.get());
    }
    request.setAttribute(TAKEN, key);
    return null;
  }

  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
    var key = request.getAttribute(TAKEN, String.class);
    var tenant = tenants.tenantOf(request);
    if (key.isPresent() && tenant.isPresent()) {
      settle(tenant.get(), key.get(), response);
    }
  }

  private void settle(TenantId tenant, String key, MutableHttpResponse<?> response) {
    if (response.code() >= 500) {
      answers.release(tenant, key);
    } else {
      answers.keep(tenant, key, new Answer(response.status(), written(response.body())));
    }
  }

  private String written(@Nullable Object body) {
    try {
      return body == null ? "" : json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<?> again(Answer first) {
    MutableHttpResponse<String> response = HttpResponse.<String>status(first.status());
    if (!first.body().isEmpty()) {
      String type =
          first.status().getCode() < 400 ? MediaType.APPLICATION_JSON : "application/problem+json";
      response.body(first.body()).contentType(type);
    }
    return response.header(REPLAYED, "true").header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /// Of all that makes a request the same: its address, who sends it, and its body.
  private static String digest(HttpRequest<?> request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      String sender = request.getUserPrincipal().map(p -> p.getName()).orElse("");
      for (String part : List.of(request.getUri().toString(), sender)) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(body(request)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] body(HttpRequest<?> request) {
    if (!(request instanceof ServerHttpRequest<?> received)) {
      return new byte[0];
    }
    try (var copy = received.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST)) {
      return copy.buffer().join().toByteArray();
    }
  }
}
