package io.frontdesk.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Programs: how they are let in, get tokens, and what they may.
class ProgramsTest {
  private final RunningService service = RunningService.shared();
  private final Api api = service.api();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void aProgramReadsWithItsTokenWhatItsScopesSay() throws Exception {
    var client = create("'leads:read', 'calls:read'");

    var token = grant(client, "grant_type=client_credentials");

    assertThat(token.status()).as(token.text()).isEqualTo(200);
    assertThat(token.header("cache-control")).isEqualTo("no-store");
    assertThat(token.body().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(token.body().path("expires_in").asInt()).isEqualTo(900);
    assertThat(token.body().path("scope").asText()).isEqualTo("calls:read leads:read");
    String jwt = token.body().path("access_token").asText();
    assertThat(SignedJWT.parse(jwt).getJWTClaimsSet().getSubject())
        .isEqualTo(client.body().path("id").asText());
    Api program = api.as(jwt);
    assertThat(program.get("/api/v1/leads").status()).isEqualTo(200);
    assertThat(program.get("/api/v1/calls").status()).isEqualTo(200);
    var messages = program.get("/api/v1/messages");
    assertThat(messages.status()).isEqualTo(403);
    assertThat(messages.body().path("detail").asText()).contains("messages:read");
    var me = program.get("/api/v1/me");
    assertThat(me.status()).isEqualTo(403);
    assertThat(me.body().path("detail").asText()).contains("for people");
    assertThat(program.post("/api/v1/api-clients", "{}").status()).isEqualTo(403);
  }

  @Test
  void everyScopeThatIsListedCanBeGiven() {
    var scopes = owner.api().get("/api/v1/api-clients/scopes").body().path("data");

    var client =
        owner.api().post("/api/v1/api-clients", "{'name': 'All', 'scopes': %s}".formatted(scopes));

    assertThat(client.status()).as(client.text()).isEqualTo(201);
    assertThat(client.body().path("scopes")).isEqualTo(scopes).hasSizeGreaterThan(20);
  }

  @Test
  void aTokenCanBeAskedForWithFewerScopes() {
    var client = create("'leads:read', 'calls:read'");

    var less = grant(client, "grant_type=client_credentials&scope=leads%3Aread");
    var more = grant(client, "grant_type=client_credentials&scope=leads:read%20leads:write");

    assertThat(less.body().path("scope").asText()).isEqualTo("leads:read");
    assertThat(more.status()).isEqualTo(400);
    assertThat(more.body().path("error").asText()).isEqualTo("invalid_scope");
  }

  @Test
  void idAndSecretMayComeByBasic() {
    var client = create("'leads:read'").body();
    String basic =
        Base64.getEncoder()
            .encodeToString(
                (client.path("id").asText() + ":" + client.path("secret").asText())
                    .getBytes(UTF_8));

    var token = form("grant_type=client_credentials", Map.of("Authorization", "Basic " + basic));

    assertThat(token.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "grant_type=client_credentials&client_id=x&client_secret=y, 401, invalid_client",
        "grant_type=client_credentials, 401, invalid_client",
        "grant_type=password&username=a&password=b, 400, unsupported_grant_type",
        "client_id=x, 400, invalid_request",
        "'', 400, invalid_request",
      })
  void refusalsAreThoseOfTheStandard(String body, int status, String error) {
    var answer = form(body, Map.of());

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("error").asText()).isEqualTo(error);
    assertThat(answer.header("content-type")).startsWith("application/json");
    assertThat(answer.header("www-authenticate").isEmpty()).isEqualTo(status != 401);
  }

  @Test
  void aWrongSecretIsNoSecret() {
    String id = create("'leads:read'").body().path("id").asText();

    var answer =
        form(
            "grant_type=client_credentials&client_id=%s&client_secret=guess".formatted(id),
            Map.of());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().path("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void theSecretIsShownOnceAndLastUseIsKept() {
    var created = create("'leads:read'");
    assertThat(created.body().path("secret").asText()).hasSizeGreaterThan(40);
    assertThat(listed().has("secret")).isFalse();
    assertThat(listed().has("secret_hash")).isFalse();
    assertThat(listed().path("last_used_at").isNull()).isTrue();

    grant(created, "grant_type=client_credentials");

    assertThat(listed().path("last_used_at").isTextual()).isTrue();
  }

  @Test
  void aDeletedProgramGetsNoTokens() {
    var client = create("'leads:read'");
    String path = "/api/v1/api-clients/" + client.body().path("id").asText();

    assertThat(Owner.signUp(service, "Other").api().delete(path).status()).isEqualTo(404);
    assertThat(grant(client, "grant_type=client_credentials").status()).isEqualTo(200);
    assertThat(owner.api().delete(path).status()).isEqualTo(204);
    assertThat(grant(client, "grant_type=client_credentials").status()).isEqualTo(401);
    assertThat(owner.api().delete(path).status()).isEqualTo(404);
  }

  @Test
  void unknownScopesAreNamed() {
    var answer = create("'leads:read', 'everything'");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/scopes/1");
    assertThat(answer.body().at("/errors/0/detail").asText()).contains("leads:write");
  }

  private JsonNode listed() {
    return owner.api().get("/api/v1/api-clients").body().at("/data/0");
  }

  private Api.Answer create(String scopes) {
    return owner
        .api()
        .post("/api/v1/api-clients", "{'name': 'CRM', 'scopes': [%s]}".formatted(scopes));
  }

  private Api.Answer grant(Api.Answer client, String body) {
    return form(
        "%s&client_id=%s&client_secret=%s"
            .formatted(
                body, client.body().path("id").asText(), client.body().path("secret").asText()),
        Map.of());
  }

  private Api.Answer form(String body, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("Content-Type", "application/x-www-form-urlencoded");
    return api.send("POST", "/api/v1/oauth/token", body, all);
  }
}
