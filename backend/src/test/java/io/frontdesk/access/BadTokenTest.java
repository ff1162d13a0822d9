package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.ApiDocument;
import io.frontdesk.testing.ApiDocument.Operation;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every operation that needs a token, asked with tokens that are almost good.
class BadTokenTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final Owner other = Owner.signUp(service, "Best");
  private final SigningKeys keys = service.bean(SigningKeys.class);
  private final String good = token(owner);
  private final List<Operation> operations =
      ApiDocument.of(service.api()).operations().stream().filter(Operation::needsToken).toList();

  @TestFactory
  Stream<DynamicTest> noTokenButAGoodOneIsTaken() throws Exception {
    return bad().entrySet().stream()
        .map(
            bad ->
                dynamicTest(
                    bad.getKey(),
                    () -> {
                      var taken = new ArrayList<String>();
                      for (Operation operation : operations) {
                        var answer = ask(operation, bad.getValue());
                        if (answer.status() != 401
                            || !answer.header("content-type").startsWith("application/problem+json")
                            || !answer.header("www-authenticate").startsWith("Bearer")) {
                          taken.add(operation + ": " + answer.text());
                        }
                      }
                      assertThat(taken).isEmpty();
                    }));
  }

  @Test
  void theGoodOneIsTaken() throws Exception {
    var same = keys.sign(claims().build()).serialize();

    assertThat(service.api().as(good).get("/api/v1/me").status()).isEqualTo(200);
    assertThat(service.api().as(same).get("/api/v1/me").status()).isEqualTo(200);
  }

  private Answer ask(Operation operation, String token) {
    return service
        .api()
        .send(
            operation.method(),
            operation.path().replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000"),
            null,
            Map.of("Authorization", "Bearer " + token));
  }

  private Map<String, String> bad() throws JOSEException, ParseException {
    var header = SignedJWT.parse(good).getHeader();
    var bad = new LinkedHashMap<String, String>();
    bad.put("none", "");
    bad.put("no token at all", "x");
    bad.put("no JSON in it", "a.b.c");
    bad.put("dots", "..");
    bad.put("letters of other alphabets", "é");
    bad.put("too long", "n".repeat(9_000));
    bad.put("expired", signed(claims().expirationTime(date(-1))));
    bad.put("for ever", signed(claims().expirationTime(null)));
    bad.put("not good yet", signed(claims().notBeforeTime(date(600))));
    bad.put("another audience's", signed(claims().audience("frontdesk-operator")));
    bad.put("nobody's audience", signed(claims().audience(List.of())));
    bad.put("another issuer's", signed(claims().issuer("https://evil.example")));
    bad.put("nobody's issuer", signed(claims().issuer(null)));
    bad.put("not signed", new PlainJWT(claims().build()).serialize());
    bad.put("without its signature", good.substring(0, good.lastIndexOf('.') + 1));
    bad.put("with another's signature", swapped(good, token(other), 2));
    bad.put("with another's claims", swapped(good, token(other), 1));
    bad.put("another role's", tampered(good, "owner", "admin"));
    bad.put(
        "another business's", tampered(good, owner.tenant().toString(), other.tenant().toString()));
    var own = new ECKeyGenerator(Curve.P_256).keyID(header.getKeyID()).generate();
    var forged = new SignedJWT(header, claims().build());
    forged.sign(new ECDSASigner(own));
    bad.put("signed by a key of one's own", forged.serialize());
    var named =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(own.toPublicJWK()).build(),
            claims().build());
    named.sign(new ECDSASigner(own));
    bad.put("that brings its key along", named.serialize());
    var confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(header.getKeyID()).build(),
            claims().build());
    confused.sign(new MACSigner(publicKey().getBytes(StandardCharsets.UTF_8)));
    bad.put("signed with the public key as a password", confused.serialize());
    return bad;
  }

  /// What a good token of the owner's says.
  private JWTClaimsSet.Builder claims() {
    try {
      return new JWTClaimsSet.Builder(SignedJWT.parse(good).getJWTClaimsSet());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    return keys.sign(claims.build()).serialize();
  }

  private String publicKey() {
    return keys.retrieveJsonWebKeys().stream().map(JWK::toJSONString).findFirst().orElseThrow();
  }

  private static Date date(int secondsFromNow) {
    return Date.from(Instant.now().plusSeconds(secondsFromNow));
  }

  /// A token with one part of another one.
  private static String swapped(String token, String from, int part) {
    List<String> parts = new ArrayList<>(Arrays.asList(token.split("\\.", -1)));
    parts.set(part, from.split("\\.", -1)[part]);
    return String.join(".", parts);
  }

  /// A token whose claims say something else, under its old signature.
  private static String tampered(String token, String said, String says) {
    List<String> parts = new ArrayList<>(Arrays.asList(token.split("\\.", -1)));
    String claims = new String(Base64.getUrlDecoder().decode(parts.get(1)), StandardCharsets.UTF_8);
    assertThat(claims).contains(said);
    parts.set(
        1,
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.replace(said, says).getBytes(StandardCharsets.UTF_8)));
    return String.join(".", parts);
  }

  private String token(Owner whose) {
    return service
        .api()
        .post(
            "/api/v1/auth/login",
            "{'email': '%s', 'password': '%s'}".formatted(whose.email(), Owner.PASSWORD))
        .body()
        .path("access_token")
        .asText();
  }
}
