package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Colleague;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whoever would act for a suspended business gets no token, whichever way they come; what they
/// showed is good again when the business is served again.
class SuspensionTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace " + UUID.randomUUID());
  private final Owner elsewhere = Owner.signUp(service, "Best " + UUID.randomUUID());

  @Test
  void aSessionDoesNotGoOnAndIsNotUsedUp() {
    var colleague = Colleague.join(service, owner, "admin");

    suspend();

    refused(colleague.tryRefresh());
    refused(colleague.tryRefresh());
    reactivate();
    assertThat(colleague.refresh().api().get("/api/v1/business").status()).isEqualTo(200);
  }

  @Test
  void nobodyLogsInWhoWorksForItAlone() {
    suspend();

    refused(
        service
            .api()
            .post(
                "/api/v1/auth/login",
                "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD)));
  }

  @Test
  void whoWorksForAnotherBusinessTooLogsInThereAndCannotSwitch() {
    var colleague = Colleague.join(service, owner, "admin").alsoAt(elsewhere);

    suspend();

    var login =
        service
            .api()
            .post(
                "/api/v1/auth/login",
                "{'email': '%s', 'password': '%s'}"
                    .formatted(colleague.email(), Colleague.PASSWORD));
    assertThat(login.body().at("/tenant/id").asText()).isEqualTo(elsewhere.tenant().toString());
    refused(
        colleague
            .api()
            .post("/api/v1/auth/switch", "{'tenant_id': '%s'}".formatted(owner.tenant())));
    assertThat(colleague.refresh().api().get("/api/v1/business").body().path("name"))
        .as("the session stays where it was")
        .isEqualTo(elsewhere.api().get("/api/v1/business").body().path("name"));
  }

  @Test
  void nobodyJoinsItAndTheInvitationStaysGood() {
    String email = UUID.randomUUID() + "@example.com";
    String link = Colleague.invite(owner, email, "member");
    String accept =
        "{'token': '%s', 'password': '%s'}".formatted(link, Colleague.PASSWORD + " of mine");

    suspend();

    refused(service.api().post("/api/v1/auth/invitations/accept", accept));
    reactivate();
    assertThat(service.api().post("/api/v1/auth/invitations/accept", accept).status())
        .isEqualTo(200);
  }

  @Test
  void itsProgramsGetNoTokens() {
    var client =
        owner.api().post("/api/v1/api-clients", "{'name': 'n8n', 'scopes': ['calls:read']}").body();
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(
                client.path("id").asText(),
                URLEncoder.encode(client.path("secret").asText(), StandardCharsets.UTF_8));
    assertThat(token(form).status()).isEqualTo(200);

    suspend();

    var refused = token(form);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asText()).isEqualTo("unauthorized_client");
    assertThat(refused.body().path("error_description").asText()).contains("suspended");
    reactivate();
    assertThat(token(form).status()).isEqualTo(200);
  }

  private Api.Answer token(String form) {
    return service
        .api()
        .sendExactly(
            "POST",
            "/api/v1/oauth/token",
            form,
            Map.of("Content-Type", "application/x-www-form-urlencoded"));
  }

  private void suspend() {
    var standings = service.bean(TenantStandings.class);
    service
        .bean(Tenancy.class)
        .run(owner.tenant(), () -> standings.suspend(owner.tenant(), "The bill is open."));
  }

  private void reactivate() {
    var standings = service.bean(TenantStandings.class);
    service.bean(Tenancy.class).run(owner.tenant(), () -> standings.reactivate(owner.tenant()));
    standings.reload();
  }

  private static void refused(Api.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.body().path("type").asText()).endsWith("/suspended");
    assertThat(answer.body().path("detail").asText()).contains("The bill is open.");
  }
}
