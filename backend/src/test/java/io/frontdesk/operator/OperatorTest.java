package io.frontdesk.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TwilioMaster;
import io.frontdesk.twilio.TwilioAccounts;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What operators see and do, at their own port.
class OperatorTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace " + UUID.randomUUID());
  private final Api operator = operators().as(token("ann"));

  @Test
  void operatorsAddressesAreUnknownAtThePublicPort() {
    for (String path : List.of("/operator", "/operator/tenants", "/operator/keys")) {
      assertThat(service.api().get(path).status()).as(path).isEqualTo(404);
      assertThat(service.api().as(token("ann")).get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(
            service
                .api()
                .as(token("ann"))
                .post("/operator/tenants/%s/suspend".formatted(owner.tenant()), "{'reason': 'x'}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void nothingElseIsServedAtTheirPort() {
    for (String path : List.of("/", "/api/v1/calls", "/api/v1/openapi.yml", "/index.html")) {
      assertThat(operators().get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(operators().get("/health").status()).isEqualTo(200);
  }

  @Test
  void onlyATokenOfThisInstallationThatHoldsLetsIn() {
    var secrets = service.bean(Secrets.class);
    var late = Clock.fixed(Instant.now().minus(Duration.ofHours(9)), ZoneOffset.UTC);
    String expired = new OperatorTokens(secrets, late).issue("ann", Duration.ofHours(8));
    String otherPurpose = secrets.encryptForPlatform("signing_key", "{}");
    String otherTenants = secrets.encrypt(owner.tenant(), "{}");

    for (String wrong : List.of("", "x", expired, otherPurpose, otherTenants)) {
      assertThat(operators().as(wrong).get("/operator/tenants").status()).isEqualTo(401);
    }
    assertThat(operators().get("/operator/tenants").status()).isEqualTo(401);
    assertThat(operators().get("/operator/nothing").status()).isEqualTo(401);
    assertThat(operator.get("/operator/tenants").status()).isEqualTo(200);
    assertThat(service.api().as(token("ann")).get("/api/v1/business").status())
        .as("an operator's token at the API")
        .isEqualTo(401);
  }

  @Test
  void aTokenOfTheApiIsNoOperators() {
    var login =
        service
            .api()
            .post(
                "/api/v1/auth/login",
                "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD));

    assertThat(
            operators()
                .as(login.body().path("access_token").asText())
                .get("/operator/tenants")
                .status())
        .isEqualTo(401);
  }

  @Test
  void aTenantIsFoundByWhateverIsKnownOfIt() {
    String number = owner.api().get("/api/v1/phone-numbers").body().at("/data/0/number").asText();

    for (String known : List.of(owner.tenant().toString(), owner.email(), number.substring(1))) {
      JsonNode found = operator.get("/operator/tenants?q=" + known).body().path("data");
      assertThat(found).as(known).hasSize(1);
      assertThat(found.path(0).path("id").asText()).isEqualTo(owner.tenant().toString());
    }
    JsonNode tenant = tenant();
    assertThat(tenant.path("state").asText()).isEqualTo("active");
    assertThat(tenant.path("plan").asText()).isEqualTo("standard");
    assertThat(tenant.path("owner_email").asText()).isEqualTo(owner.email());
    assertThat(tenant.path("members").asInt()).isEqualTo(1);
    assertThat(tenant.path("phone_numbers").asInt()).isEqualTo(1);
    assertThat(operator.get("/operator/tenants/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(operator.get("/operator/tenants?limit=1").body().path("next_cursor").asText())
        .isNotEmpty();
    assertThat(operator.get("/operator/tenants?state=gone").status()).isEqualTo(422);
  }

  @Test
  void aSuspendedTenantIsRefusedEverywhereAndItsSubaccountWithIt() {
    String sid = service.bean(TwilioAccounts.class).open(owner.tenant()).sid();
    var twilio = new TwilioMaster(service);

    var suspended = post("suspend", "{'reason': 'The bill of October is open'}");

    assertThat(suspended.body().path("state").asText()).isEqualTo("suspended");
    var refused = owner.api().get("/api/v1/business");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().path("type").asText()).endsWith("/suspended");
    assertThat(refused.body().path("detail").asText()).contains("The bill of October is open.");
    var login =
        service
            .api()
            .post(
                "/api/v1/auth/login",
                "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD));
    assertThat(login.status()).as(login.text()).isEqualTo(403);
    assertThat(login.body().path("detail").asText()).contains("The bill of October is open.");
    await("at Twilio").until(() -> twilio.status(sid).equals("suspended"));

    post("reactivate", "{}");

    assertThat(owner.api().get("/api/v1/business").status()).isEqualTo(200);
    await("at Twilio").until(() -> twilio.status(sid).equals("active"));
  }

  @Test
  void whoeverGuessesAPasswordLearnsNothingOfASuspension() {
    post("suspend", "{'reason': 'fraud'}");

    var login =
        service
            .api()
            .post(
                "/api/v1/auth/login",
                "{'email': '%s', 'password': 'a wrong guess'}".formatted(owner.email()));

    assertThat(login.status()).isEqualTo(401);
    assertThat(login.text()).doesNotContain("fraud");
  }

  @Test
  void ofManyChangesAtOnceTheLastOneCountsAtTwilio() {
    String sid = service.bean(TwilioAccounts.class).open(owner.tenant()).sid();
    var twilio = new TwilioMaster(service);

    for (int i = 0; i < 5; i++) {
      post("suspend", "{'reason': 'x'}");
      post("reactivate", "{}");
    }
    post("suspend", "{'reason': 'x'}");

    await().until(() -> twilio.status(sid).equals("suspended"));
    await("all jobs are done")
        .until(
            () ->
                service
                        .bean(Tenancy.class)
                        .platform(() -> service.bean(PendingJobs.class).of("subaccount_status"))
                    == 0);
    assertThat(twilio.status(sid)).isEqualTo("suspended");
    post("reactivate", "{}");
    await().until(() -> twilio.status(sid).equals("active"));
  }

  @Test
  void planAndLimitsAreChangedAndHold() {
    var changed =
        operator.patch(
            "/operator/tenants/" + owner.tenant(),
            "{'plan': 'trial', 'limits': {'phone_numbers': 1}}");

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.body().path("plan").asText()).isEqualTo("trial");
    var limits = service.bean(TenantStandings.class).of(owner.tenant()).effectiveLimits();
    assertThat(limits.phoneNumbers()).isEqualTo(1);
    assertThat(limits.concurrentCalls()).as("as the plan says").isEqualTo(5);

    owner.api().get("/api/v1/phone-numbers");
    String offer =
        owner.api().get("/api/v1/phone-numbers/available").body().at("/data/0/number").asText();
    var second = owner.api().post("/api/v1/phone-numbers", "{'number': '%s'}".formatted(offer));
    assertThat(second.status()).as(second.text()).isEqualTo(409);
    assertThat(second.body().path("type").asText()).endsWith("/limit_reached");
    assertThat(operator.patch("/operator/tenants/" + owner.tenant(), "{'plan': 'x'}").status())
        .isEqualTo(422);
  }

  @Test
  void whatOperatorsDoIsWrittenDownForBoth() {
    post("suspend", "{'reason': 'The bill of October is open'}");
    post("reactivate", "{}");

    JsonNode log = operator.get("/operator/log?limit=200").body().path("data");
    assertThat(log)
        .filteredOn(line -> line.path("tenant_id").asText().equals(owner.tenant().toString()))
        .extracting(line -> line.path("operator").asText() + " " + line.path("action").asText())
        .containsExactly("ann reactivate", "ann suspend");
    JsonNode own = owner.api().get("/api/v1/audit-log?resource=tenant").body().path("data");
    assertThat(own)
        .extracting(line -> line.at("/actor/kind").asText() + " " + line.path("action").asText())
        .containsExactly("operator reactivate", "operator suspend");
    assertThat(own.toString()).contains("The bill of October is open", "ann");
  }

  @Test
  void aStuckJobIsSeenTriedAgainAndDropped() {
    var job = service.bean(FailingJob.class);
    job.fails(true);
    service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () -> service.bean(Outbox.class).soon(job, owner.tenant(), owner.tenant().value()));
    await().until(() -> !stuck().isMissingNode());
    assertThat(stuck().path("error").asText()).contains("the printer is on fire");
    assertThat(stuck().path("failures").asInt()).isPositive();

    await("it is not being tried").until(() -> job("retry").status() == 202);
    job.fails(false);
    await().until(() -> job("retry").status() == 404);
    assertThat(stuck().isMissingNode()).isTrue();

    job.fails(true);
    service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () -> service.bean(Outbox.class).soon(job, owner.tenant(), owner.tenant().value()));
    await().until(() -> !stuck().isMissingNode());
    await("it is not being tried").until(() -> job("drop").status() == 204);
    job.fails(false);
    assertThat(stuck().isMissingNode()).isTrue();
    assertThat(operator.get("/operator/log").text()).contains("drop_job", FailingJob.NAME);
  }

  @Test
  void theKeysAreSeenByTheirIds() {
    JsonNode keys = operator.get("/operator/keys").body().path("data");

    assertThat(keys).hasSize(1);
    assertThat(keys.path(0).path("primary").asBoolean()).isTrue();
    assertThat(keys.path(0).path("rows").asLong()).isPositive();
    assertThat(operator.post("/operator/keys/reencrypt", "{}").body().path("values").asInt())
        .isZero();
  }

  @Test
  void aTokenIsRevokedAloneAndAtOnce() {
    String stolen = token("bob");
    String kept = token("bob");
    assertThat(operators().as(stolen).get("/operator/keys").status()).isEqualTo(200);
    assertThat(operators().as(kept).get("/operator/keys").status()).isEqualTo(200);
    JsonNode shown = operator.get("/operator/tokens?limit=200").body().path("data");
    String id =
        service.bean(OperatorTokens.class).read(stolen).map(t -> t.id().toString()).orElseThrow();
    assertThat(shown)
        .filteredOn(token -> token.path("id").asText().equals(id))
        .singleElement()
        .satisfies(
            token -> {
              assertThat(token.path("operator").asText()).isEqualTo("bob");
              assertThat(token.path("last_address").asText()).isNotEmpty();
              assertThat(token.path("revoked_at").isNull()).isTrue();
            });

    for (int i = 0; i < 2; i++) {
      assertThat(operator.post("/operator/tokens/%s/revoke".formatted(id), "{}").status())
          .isEqualTo(204);
    }

    assertThat(operators().as(stolen).get("/operator/keys").status()).isEqualTo(401);
    assertThat(operators().as(kept).get("/operator/keys").status()).isEqualTo(200);
    assertThat(operator.get("/operator/log").body().path("data"))
        .filteredOn(line -> line.path("action").asText().equals("revoke_token"))
        .as("written down once")
        .filteredOn(line -> line.at("/details/id").asText().equals(id))
        .hasSize(1);
  }

  @Test
  void limitsOfCallsAreAgreedAndShown() {
    var changed =
        operator.patch(
            "/operator/tenants/" + owner.tenant(),
            """
            {'limits': {'minutes_per_month': 90,
                        'spend_per_day': {'amount_micros': 5000000, 'currency': 'USD'}}}\
            """);

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    JsonNode limits = operator.get("/operator/tenants/" + owner.tenant()).body().path("limits");
    assertThat(limits.path("minutes_per_month").asInt()).isEqualTo(90);
    assertThat(limits.at("/spend_per_day/amount_micros").asInt()).isEqualTo(5_000_000);
    var otherMoney =
        operator.patch(
            "/operator/tenants/" + owner.tenant(),
            "{'limits': {'spend_per_day': {'amount_micros': 5000000, 'currency': 'EUR'}}}");
    assertThat(otherMoney.status()).isEqualTo(422);
    assertThat(otherMoney.body().at("/errors/0/pointer").asText())
        .isEqualTo("/limits/spend_per_day/currency");
  }

  @Test
  void tokensAreMadeByACommandForADayAtMost() {
    for (var words :
        List.of(
            List.<String>of(),
            List.of("token"),
            List.of("token", "ann", "25"),
            List.of("token", "ann", "0"),
            List.of("token", "a b"))) {
      assertThatThrownBy(
              () -> new OperatorCommand(service.bean(Secrets.class), System.out).run(words))
          .isInstanceOf(ConfigurationException.class);
    }
  }

  private Api operators() {
    return service.api(service.bean(Management.class).uri());
  }

  private String token(String name) {
    var out = new ByteArrayOutputStream();
    new OperatorCommand(
            service.bean(Secrets.class), new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(List.of("token", name));
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private JsonNode tenant() {
    return operator.get("/operator/tenants/" + owner.tenant()).body();
  }

  private Api.Answer post(String what, String json) {
    var answer = operator.post("/operator/tenants/%s/%s".formatted(owner.tenant(), what), json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  /// This test's own job in the list; a missing node if it is not there.
  private JsonNode stuck() {
    for (JsonNode job : operator.get("/operator/jobs").body().path("data")) {
      if (job.path("name").asText().equals(FailingJob.NAME)
          && job.path("instance").asText().equals(instance())) {
        return job;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private Api.Answer job(String what) {
    return operator.post(
        "/operator/jobs/" + what,
        "{'name': '%s', 'instance': '%s'}".formatted(FailingJob.NAME, instance()));
  }

  private String instance() {
    return owner.tenant() + "/" + owner.tenant();
  }
}
