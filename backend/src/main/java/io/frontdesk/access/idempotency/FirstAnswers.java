package io.frontdesk.access.idempotency;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps the first answer to each key for a day. A request that is cut off by a crash leaves its
/// key without an answer: whether it was done nobody knows then, so it is never done again under
/// that key.
@Singleton
class FirstAnswers {
  static final Duration KEPT = Duration.ofHours(24);

  private final KeyRepository keys;
  private final Secrets secrets;
  private final Tenancy tenancy;
  private final Clock clock;

  FirstAnswers(KeyRepository keys, Secrets secrets, Tenancy tenancy, Clock clock) {
    this.keys = keys;
    this.secrets = secrets;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What was answered.
  ///
  /// @param body as it was sent; empty if there was none
  record Answer(HttpStatus status, String body) {}

  /// Takes a key for a request.
  ///
  /// @param request the digest of all that makes a request the same
  /// @return the first answer to it; empty if this is the first
  /// @throws RequestException.Rejected if another request used the key
  /// @throws RequestException.Conflict `request_under_way`
  Optional<Answer> take(TenantId tenant, String key, String request) {
    var used =
        tenancy.run(
            tenant,
            () -> {
              Instant now = clock.instant();
              keys.forget(tenant.value(), now.minus(KEPT));
              int added =
                  keys.use(tenant.value(), UuidCreator.getTimeOrderedEpoch(), key, request, now);
              return added == 1
                  ? Optional.<KeyRepository.Used>empty()
                  : keys.find(tenant.value(), key);
            });
    return used.map(first -> answer(tenant, first, request));
  }

  private Answer answer(TenantId tenant, KeyRepository.Used first, String request) {
    if (!first.request().equals(request)) {
      throw new RequestException.Rejected(
          "/Idempotency-Key", "was used for another request; use a new one for this");
    }
    Integer status = first.status();
    String answer = first.answer();
    if (status == null || answer == null) {
      throw new RequestException.Conflict(
          "request_under_way",
          "Not answered yet",
          "The first request with this Idempotency-Key is under way or was cut off. Look at what is"
              + " there before you send it again with another key.");
    }
    return new Answer(HttpStatus.valueOf(status), secrets.decrypt(tenant, answer));
  }

  /// Keeps the answer to the request that took the key.
  void keep(TenantId tenant, String key, Answer answer) {
    String encrypted = secrets.encrypt(tenant, answer.body());
    tenancy.run(
        tenant, () -> keys.answered(tenant.value(), key, answer.status().getCode(), encrypted));
  }

  /// Forgets a key whose request was not done, so that it can be tried again.
  void release(TenantId tenant, String key) {
    tenancy.run(tenant, () -> keys.release(tenant.value(), key));
  }
}
