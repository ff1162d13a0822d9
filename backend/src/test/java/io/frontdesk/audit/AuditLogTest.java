package io.frontdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who did what, when, from where: what the log says of it, and that nobody can make it say
/// something else.
class AuditLogTest {
  private static final String LOG = "/api/v1/audit-log";

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");

  @Test
  void aChangeSaysWhoWhatWhenAndFromWhere() {
    var answer =
        owner
            .api()
            .send(
                "PATCH",
                "/api/v1/business",
                "{'name': 'Ace & Sons', 'hours': {'sunday': [{'opens': '10:00', 'closes':"
                    + " '12:00'}]}}",
                Map.of("User-Agent", "Abacus/2"));

    JsonNode line = newest(owner.api(), "?resource=business");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(line.path("action").asText()).isEqualTo("update");
    assertThat(line.path("resource_id").asText()).isEqualTo(owner.tenant().toString());
    assertThat(line.at("/actor/kind").asText()).isEqualTo("user");
    assertThat(line.at("/actor/name").asText()).isEqualTo(owner.email());
    assertThat(line.at("/actor/address").asText()).isEqualTo("127.0.0.1");
    assertThat(line.at("/actor/user_agent").asText()).isEqualTo("Abacus/2");
    assertThat(line.path("created_at").asText()).endsWith("Z");
    assertThat(line.at("/changes/0").toString())
        .isEqualTo("{\"pointer\":\"/name\",\"before\":\"Ace\",\"after\":\"Ace & Sons\"}");
    assertThat(line.at("/changes/1/pointer").asText()).isEqualTo("/hours/sunday");
    assertThat(line.at("/changes/1/after/0/opens").asText()).isEqualTo("10:00");
    assertThat(line.path("changes")).hasSize(2);
  }

  @Test
  void aProgramIsCalledByItsNameEvenWhenItIsGone() {
    JsonNode client =
        owner
            .api()
            .post("/api/v1/api-clients", "{'name': 'Bookkeeper', 'scopes': ['business:write']}")
            .body();
    String token =
        service
            .api()
            .sendExactly(
                "POST",
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                    .formatted(client.path("id").asText(), client.path("secret").asText()),
                Map.of("Content-Type", "application/x-www-form-urlencoded"))
            .body()
            .path("access_token")
            .asText();
    service.api().as(token).patch("/api/v1/business", "{'about': 'Since 1980.'}");
    owner.api().delete("/api/v1/api-clients/" + client.path("id").asText());

    JsonNode line = newest(owner.api(), "?actor=api_client");
    assertThat(line.path("resource").asText()).isEqualTo("business");
    assertThat(line.at("/actor/name").asText()).isEqualTo("Bookkeeper");
    assertThat(line.at("/actor/id")).isEqualTo(client.path("id"));
  }

  @Test
  void noSecretIsWrittenDown() {
    String secret =
        owner
            .api()
            .post("/api/v1/api-clients", "{'name': 'Bookkeeper', 'scopes': ['leads:read']}")
            .body()
            .path("secret")
            .asText();
    var tenancy = service.bean(Tenancy.class);
    var log = service.bean(AuditLog.class);
    tenancy.run(
        owner.tenant(),
        () ->
            log.record(
                owner.tenant(),
                Actor.SYSTEM,
                Change.updated(
                    "credential",
                    UUID.randomUUID(),
                    Map.of("account", "AC1", "secret", "was"),
                    Map.of("account", "AC1", "secret", secret))));

    // The practice number is written down too, whenever it comes.
    var log2 = owner.api().get(LOG + "?resource=credential");
    assertThat(log2.text()).doesNotContain(secret).doesNotContain("hash");
    assertThat(log2.body().at("/data/0/changes").toString())
        .isEqualTo("[{\"pointer\":\"/secret\",\"before\":\"(secret)\",\"after\":\"(secret)\"}]");
  }

  @Test
  void whatChangedNothingIsNotWrittenDown() {
    owner.api().patch("/api/v1/business", "{'name': 'Ace'}");

    assertThat(owner.api().get(LOG + "?resource=business&action=update").body().path("data"))
        .isEmpty();
  }

  @Test
  void whatWasRefusedIsNotWrittenDown() {
    owner.api().patch("/api/v1/business", "{'name': ''}");
    owner.api().send("PATCH", "/api/v1/business", "{'name': 'B'}", Map.of("If-Match", "\"77\""));

    assertThat(owner.api().get(LOG + "?resource=business&action=update").body().path("data"))
        .isEmpty();
  }

  @Test
  void anExportIsWrittenDownWithWhatWasAskedFor() {
    owner.api().get("/api/v1/leads/export.csv?status=won");

    JsonNode line = newest(owner.api(), "?action=export");
    assertThat(line.path("resource").asText()).isEqualTo("lead");
    assertThat(line.at("/changes/0").toString())
        .isEqualTo("{\"pointer\":\"/status\",\"before\":null,\"after\":\"won\"}");
  }

  @Test
  void theLogIsPagedAndNarrowed() {
    for (int i = 0; i < 3; i++) {
      owner.api().post("/api/v1/staff", "{'name': 'Person %d'}".formatted(i));
    }
    owner.api().post("/api/v1/services", "{'name': 'Visit', 'duration_minutes': 30}");

    var first = owner.api().get(LOG + "?resource=staff&limit=2").body();
    var second =
        owner
            .api()
            .get(LOG + "?resource=staff&limit=2&cursor=" + first.path("next_cursor").asText())
            .body();
    String id = first.at("/data/0/resource_id").asText();

    assertThat(first.path("data")).hasSize(2);
    assertThat(second.path("data")).hasSize(1);
    assertThat(second.path("next_cursor").isNull()).isTrue();
    assertThat(owner.api().get(LOG + "?resource_id=" + id).body().path("data")).hasSize(1);
    assertThat(owner.api().get(LOG + "?created_after=2999-01-01T00:00:00Z").body().path("data"))
        .isEmpty();
    assertThat(
            owner
                .api()
                .get(LOG + "?actor_id=" + first.at("/data/0/actor/id").asText() + "&resource=staff")
                .body()
                .path("data"))
        .hasSize(3);
  }

  @Test
  void aTenantSeesItsOwnLogOnly() {
    Owner other = Owner.signUp(service, "Bolt");
    other.api().patch("/api/v1/business", "{'name': 'Bolt & Co'}");

    assertThat(owner.api().get(LOG).text()).doesNotContain("Bolt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update tenant.audit_event set actor_name = 'nobody' where tenant_id = '%s'",
        "delete from tenant.audit_event where tenant_id = '%s'",
        "truncate tenant.audit_event"
      })
  void theServiceCanAlterNoLine(String sql) throws SQLException {
    try (var connection = TestDatabase.logins().app().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "select set_config('app.tenant_id', '%s', false)".formatted(owner.tenant()));

      assertThatThrownBy(() -> statement.execute(sql.formatted(owner.tenant())))
          .hasMessageContaining("permission denied");
    }
  }

  private static JsonNode newest(Api api, String query) {
    var answer = api.get(LOG + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body().at("/data/0");
  }
}
