package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sign-up, log-in and refresh as a program outside sees them.
class IdentityTest {
  private final RunningService service = RunningService.shared();
  private final Api api = service.api();

  @Test
  void signingUpGivesTokensForTheNewBusiness() throws Exception {
    var answer = api.post("/api/v1/auth/signup", form("Ace Garage Doors", "Ana@Ace-1.example"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(answer.body().path("expires_in").asInt()).isEqualTo(900);
    assertThat(answer.body().at("/tenant/name").asText()).isEqualTo("Ace Garage Doors");
    assertThat(answer.body().at("/user/email").asText()).isEqualTo("ana@ace-1.example");
    assertThat(answer.body().at("/user/role").asText()).isEqualTo("owner");
    assertThat(answer.header("set-cookie"))
        .contains("refresh_token=", "HTTPOnly", "Secure", "SameSite=Strict");
    assertThat(answer.body().has("refresh_token")).as("only on ?mode=token").isFalse();
    var token = SignedJWT.parse(answer.body().path("access_token").asText());
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    var key =
        JWKSet.parse(api.get("/.well-known/jwks.json").text())
            .getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
  }

  @Test
  void anAddressIsTakenOnce() {
    api.post("/api/v1/auth/signup", form("First", "taken@example.com"));

    var second = api.post("/api/v1/auth/signup", form("Second", "TAKEN@example.com"));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().path("type").asText()).isEqualTo("/problems/email_taken");
  }

  @Test
  void loggingInAsksForTheRightPassword() {
    Owner owner = Owner.signUp(service, "Ace");

    var right = logIn(owner.email(), Owner.PASSWORD);
    var wrong = logIn(owner.email(), "wrong password");
    var nobody = logIn("nobody@example.com", Owner.PASSWORD);

    assertThat(right.status()).isEqualTo(200);
    assertThat(right.body().at("/tenant/id").asText()).isEqualTo(owner.tenant().toString());
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(nobody.body().path("detail")).isEqualTo(wrong.body().path("detail"));
  }

  @Test
  void aRefreshTokenIsReplacedAtEveryUse() {
    Owner owner = Owner.signUp(service, "Ace");
    String first = refreshToken(logIn(owner.email(), Owner.PASSWORD));

    var refreshed = refresh(first);

    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshToken(refreshed)).isNotEqualTo(first);
    assertThat(
            api.as(refreshed.body().path("access_token").asText()).get("/api/v1/business").status())
        .isEqualTo(200);
  }

  @Test
  void aRefreshTokenThatComesTwiceEndsTheSession() {
    Owner owner = Owner.signUp(service, "Ace");
    String first = refreshToken(logIn(owner.email(), Owner.PASSWORD));
    String second = refreshToken(refresh(first));

    assertThat(refresh(first).status()).isEqualTo(401);
    assertThat(refresh(second).status()).as("its successor is dead too").isEqualTo(401);
  }

  @Test
  void theCookieRefreshesToo() {
    Owner owner = Owner.signUp(service, "Ace");
    String cookie = logIn(owner.email(), Owner.PASSWORD).header("set-cookie").split(";", 2)[0];

    var refreshed = api.send("POST", "/api/v1/auth/refresh", null, Map.of("Cookie", cookie));

    assertThat(refreshed.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl"
      })
  void aTokenThatIsNotOursIsRefused(String token) {
    var answer = api.as(token).get("/api/v1/business");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().path("status").asInt()).isEqualTo(401);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  @Test
  void aTamperedTokenIsRefused() {
    Owner owner = Owner.signUp(service, "Ace");
    String token = logIn(owner.email(), Owner.PASSWORD).body().path("access_token").asText();
    int payload = token.indexOf('.') + 5;
    char other = token.charAt(payload) == 'A' ? 'B' : 'A';

    var answer =
        api.as(token.substring(0, payload) + other + token.substring(payload + 1))
            .get("/api/v1/business");

    assertThat(answer.status()).isEqualTo(401);
  }

  private Api.Answer logIn(String email, String password) {
    return api.post(
        "/api/v1/auth/login?mode=token",
        "{'email': '%s', 'password': '%s'}".formatted(email, password));
  }

  private Api.Answer refresh(String token) {
    return api.post("/api/v1/auth/refresh?mode=token", "{'refresh_token': '%s'}".formatted(token));
  }

  private static String refreshToken(Api.Answer answer) {
    return answer.body().path("refresh_token").asText();
  }

  private static String form(String name, String email) {
    return "{'business_name': '%s', 'email': '%s', 'password': '%s'}"
        .formatted(name, email, Owner.PASSWORD);
  }
}
