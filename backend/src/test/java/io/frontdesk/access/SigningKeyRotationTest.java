package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.database.Logins;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A signing key follows another, and nobody notices.
class SigningKeyRotationTest {
  private static final Logins DATABASE = TestDatabase.another();
  private static final RunningService SERVICE =
      RunningService.start(DATABASE.properties(), Map.of());

  private final SigningKeys keys = SERVICE.bean(SigningKeys.class);
  private final Api api = SERVICE.api();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void aKeyIsPublishedBeforeItSignsAndUntilItsLastTokenHasExpired() throws Exception {
    var owner = Owner.signUp(SERVICE, "Ace Garage Doors");
    Answer before = logIn(owner);
    String old = keyOf(before);
    assertThat(published()).containsExactly(old);

    pass(SigningKeys.SIGNS_FOR);
    rotateOnManyNodesAtOnce();

    assertThat(published()).as("one more, and only one").hasSize(2).contains(old);
    assertThat(keyOf(logIn(owner))).as("it does not sign yet").isEqualTo(old);

    pass(SigningKeys.PUBLISHED_BEFORE);
    keys.reload();

    Answer after = logIn(owner);
    assertThat(keyOf(after)).isNotEqualTo(old).isIn(published());
    assertThat(reads(before)).as("a token of the old key").isEqualTo(200);
    assertThat(reads(after)).isEqualTo(200);
    Answer refreshed = refresh(before);
    assertThat(refreshed.status()).as("a session of the old key's time").isEqualTo(200);
    assertThat(keyOf(refreshed)).isEqualTo(keyOf(after));

    pass(AccessTokens.LIFETIME.plusMinutes(6));
    keys.reload();

    assertThat(published()).containsExactly(keyOf(after));
    assertThat(reads(before)).as("it would have expired by itself").isEqualTo(401);
    assertThat(reads(refreshed)).isEqualTo(200);
    assertThat(refresh(refreshed).status()).isEqualTo(200);
  }

  /// Lets time pass, as far as the keys can tell.
  private static void pass(Duration time) throws SQLException {
    try (var connection = DATABASE.owner().connect();
        var statement =
            connection.prepareStatement(
                "update platform.signing_key set signs_from = signs_from - ? * interval '1 ms'")) {
      statement.setLong(1, time.toMillis());
      statement.executeUpdate();
    }
  }

  private void rotateOnManyNodesAtOnce() throws Exception {
    Callable<Object> node =
        () -> {
          keys.rotate();
          return keys;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(Collections.nCopies(6, node))) {
        assertThat(done.get()).isNotNull();
      }
    }
  }

  private Answer logIn(Owner owner) {
    return api.post(
        "/api/v1/auth/login?mode=token",
        "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD));
  }

  private Answer refresh(Answer session) {
    return api.post(
        "/api/v1/auth/refresh?mode=token",
        "{'refresh_token': '%s'}".formatted(session.body().path("refresh_token").asText()));
  }

  private int reads(Answer session) {
    return api.as(token(session)).get("/api/v1/me").status();
  }

  private List<String> published() {
    return api.get("/.well-known/jwks.json").body().path("keys").findValuesAsText("kid");
  }

  private static String keyOf(Answer session) throws ParseException {
    return SignedJWT.parse(token(session)).getHeader().getKeyID();
  }

  private static String token(Answer session) {
    return session.body().path("access_token").asText();
  }
}
