package io.frontdesk.access.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.access.password.Passwords;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Colleague;
import io.frontdesk.testing.MailBox;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// People are asked to work with a business, by mail.
class InvitationTest {
  private static final String INVITATIONS = "/api/v1/team/invitations";
  private static final String CHOSEN = "a phrase of my own";

  private final RunningService service = RunningService.shared();
  private final Api api = service.api();
  private final Owner ana = Owner.signUp(service, "Ace Garage Doors");
  private final String ben = UUID.randomUUID() + "@example.com";

  @Test
  void somebodyNewChoosesAPasswordAndIsIn() {
    String token = Colleague.invite(ana, ben, "member");
    var seen = preview(token);
    assertThat(seen.body().path("business").asText()).isEqualTo("Ace Garage Doors");
    assertThat(seen.body().path("email").asText()).isEqualTo(ben);
    assertThat(seen.body().path("role").asText()).isEqualTo("member");
    assertThat(seen.body().path("known").asBoolean()).isFalse();

    var joined =
        accept(api, "{'token': '%s', 'name': 'Ben', 'password': '%s'}".formatted(token, CHOSEN));

    assertThat(joined.status()).isEqualTo(200);
    assertThat(joined.header("set-cookie")).startsWith("refresh_token=");
    assertThat(joined.body().at("/tenant/id").asText()).isEqualTo(ana.tenant().toString());
    assertThat(joined.body().at("/user/role").asText()).isEqualTo("member");
    var me = api.as(joined.body().path("access_token").asText()).get("/api/v1/me").body();
    assertThat(me.at("/user/name").asText()).isEqualTo("Ben");
    assertThat(me.at("/user/email_verified").asBoolean()).isTrue();
    assertThat(logIn(ben, CHOSEN).status()).isEqualTo(200);
    assertThat(ana.api().get(INVITATIONS).body().path("data")).isEmpty();
  }

  @Test
  void aLinkWorksOnceHoweverManyUseIt() throws Exception {
    String token = Colleague.invite(ana, ben, "viewer");
    var attempts = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 5; i++) {
      attempts.add(
          () -> accept(api, "{'token': '%s', 'password': '%s'}".formatted(token, CHOSEN)).status());
    }

    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var attempt : threads.invokeAll(attempts)) {
        statuses.add(attempt.get());
      }
    }
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 422);
    assertThat(ana.api().get("/api/v1/team/members").body().path("data")).hasSize(2);
  }

  @Test
  void somebodyWhoIsKnownShowsThatItIsThem() {
    Owner bea = Owner.signUp(service, "Bea Bakery");
    String token = Colleague.invite(ana, bea.email(), "admin");
    assertThat(preview(token).body().path("known").asBoolean()).isTrue();

    var nothing = accept(api, "{'token': '%s'}".formatted(token));
    var wrong = accept(api, "{'token': '%s', 'password': '%s'}".formatted(token, CHOSEN));
    var right = accept(api, "{'token': '%s', 'password': '%s'}".formatted(token, Owner.PASSWORD));

    assertThat(nothing.body().at("/errors/0/pointer").asText()).isEqualTo("/password");
    assertThat(wrong.body().at("/errors/0/detail").asText()).isEqualTo("is not your password");
    assertThat(right.body().at("/tenant/name").asText()).isEqualTo("Ace Garage Doors");
    assertThat(right.body().at("/user/role").asText()).isEqualTo("admin");
    assertThat(bea.api().get("/api/v1/me").body().path("tenants")).hasSize(2);
    assertThat(logIn(bea.email(), Owner.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void whoeverIsSignedInAcceptsWithoutAPassword() {
    Owner bea = Owner.signUp(service, "Bea Bakery");
    String token = Colleague.invite(ana, bea.email(), "member");

    var joined = accept(bea.api(), "{'token': '%s'}".formatted(token));

    assertThat(joined.status()).isEqualTo(200);
    assertThat(joined.body().at("/tenant/name").asText()).isEqualTo("Ace Garage Doors");
    assertThat(
            api.as(joined.body().path("access_token").asText())
                .get("/api/v1/business")
                .body()
                .path("name")
                .asText())
        .isEqualTo("Ace Garage Doors");
  }

  @Test
  void somebodyElseWhoIsSignedInIsNotWhoWasInvited() {
    Owner bea = Owner.signUp(service, "Bea Bakery");
    Owner cid = Owner.signUp(service, "Cid Cars");
    String token = Colleague.invite(ana, bea.email(), "member");

    assertThat(accept(cid.api(), "{'token': '%s'}".formatted(token)).status()).isEqualTo(422);
  }

  @Test
  void joiningTakesOneVerificationAtMost() {
    Owner bea = Owner.signUp(service, "Bea Bakery");
    String token = Colleague.invite(ana, bea.email(), "member");
    var passwords = service.bean(Passwords.class);
    long before = passwords.verifications();

    accept(api, "{'token': '%s', 'password': '%s'}".formatted(token, Owner.PASSWORD));

    assertThat(passwords.verifications() - before).isEqualTo(1);
  }

  @Test
  void aWeakPasswordIsRefusedAndTheLinkStays() {
    String token = Colleague.invite(ana, ben, "member");

    var weak = accept(api, "{'token': '%s', 'password': '%s'}".formatted(token, "acegaragedoors1"));

    assertThat(weak.body().at("/errors/0/pointer").asText()).isEqualTo("/password");
    assertThat(accept(api, "{'token': '%s', 'password': '%s'}".formatted(token, CHOSEN)).status())
        .isEqualTo(200);
  }

  @Test
  void anInvitationIsTakenBack() {
    String token = Colleague.invite(ana, ben, "member");
    String id = ana.api().get(INVITATIONS).body().at("/data/0/id").asText();

    assertThat(ana.api().delete(INVITATIONS + "/" + id).status()).isEqualTo(204);

    assertThat(preview(token).status()).isEqualTo(422);
    assertThat(accept(api, "{'token': '%s', 'password': '%s'}".formatted(token, CHOSEN)).status())
        .isEqualTo(422);
    assertThat(ana.api().delete(INVITATIONS + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void sentAgainItHasANewLinkAndTheOldOneIsDead() throws SQLException {
    String old = Colleague.invite(ana, ben, "member");
    String id = ana.api().get(INVITATIONS).body().at("/data/0/id").asText();
    age(id);
    assertThat(preview(old).status()).as("expired").isEqualTo(422);
    assertThat(ana.api().post(INVITATIONS + "/" + id + "/resend", "{}").status()).isEqualTo(200);

    String fresh = MailBox.token(MailBox.newest(ana.api(), ben, "").path("text").asText());
    assertThat(preview(old).status()).isEqualTo(422);
    assertThat(accept(api, "{'token': '%s', 'password': '%s'}".formatted(fresh, CHOSEN)).status())
        .isEqualTo(200);
  }

  @Test
  void nobodyIsMailedTheSameOverAndOver() {
    Colleague.invite(ana, ben, "member");
    String id = ana.api().get(INVITATIONS).body().at("/data/0/id").asText();
    for (int i = 0; i < 4; i++) {
      assertThat(ana.api().post(INVITATIONS + "/" + id + "/resend", "{}").status()).isEqualTo(200);
    }

    var oftenEnough = ana.api().post(INVITATIONS + "/" + id + "/resend", "{}");

    assertThat(oftenEnough.body().path("type").asText()).isEqualTo("/problems/sent_often");
  }

  @Test
  void nobodyIsInvitedTwice() {
    Colleague.invite(ana, ben, "member");

    var again = invite(ben.toUpperCase(Locale.ROOT), "admin");
    var member = invite(ana.email(), "member");

    assertThat(again.body().path("type").asText()).isEqualTo("/problems/already_invited");
    assertThat(member.body().path("type").asText()).isEqualTo("/problems/already_member");
  }

  @Test
  void anotherBusinessSeesNothingOfIt() {
    Colleague.invite(ana, ben, "member");
    String id = ana.api().get(INVITATIONS).body().at("/data/0/id").asText();
    Owner other = Owner.signUp(service, "Other");

    assertThat(other.api().get(INVITATIONS).body().path("data")).isEmpty();
    assertThat(other.api().get(INVITATIONS + "/" + id).status()).isEqualTo(404);
    assertThat(other.api().delete(INVITATIONS + "/" + id).status()).isEqualTo(404);
    assertThat(other.api().post(INVITATIONS + "/" + id + "/resend", "{}").status()).isEqualTo(404);
    assertThat(other.api().get("/api/v1/sandbox/outbox").text()).doesNotContain(ben);
  }

  @Test
  void onlyWhoeverMayInviteSeesTheLinksThatLetOthersIn() {
    String link = Colleague.invite(ana, ben, "owner");

    for (String role : List.of("viewer", "member")) {
      var outbox = Colleague.join(service, ana, role).api().get("/api/v1/sandbox/outbox");
      assertThat(outbox.status()).as(role).isEqualTo(200);
      assertThat(outbox.text()).as(role).doesNotContain(link, ben);
    }
    var admin = Colleague.join(service, ana, "admin").api().get("/api/v1/sandbox/outbox");
    assertThat(admin.text()).contains(link);
    String program = program("'sandbox:read', 'sandbox:write'");
    assertThat(service.api().as(program).get("/api/v1/sandbox/outbox").text())
        .doesNotContain(link, ben);
  }

  /// The access token of a program with these scopes.
  private String program(String scopes) {
    var client =
        ana.api()
            .post("/api/v1/api-clients", "{'name': 'n8n', 'scopes': [%s]}".formatted(scopes))
            .body();
    return service
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
  }

  @Test
  void theMailIsInTheLanguageOfWhoeverInvites() {
    ana.api().patch("/api/v1/me", "{'language': 'es', 'name': 'Ana López'}");
    Colleague.invite(ana, ben, "member");

    assertThat(MailBox.newest(ana.api(), ben, "").path("subject").asText())
        .isEqualTo("Ana López le invita a Ace Garage Doors");
  }

  private Api.Answer invite(String email, String role) {
    return ana.api().post(INVITATIONS, "{'email': '%s', 'role': '%s'}".formatted(email, role));
  }

  private Api.Answer preview(String token) {
    return api.post("/api/v1/auth/invitations/preview", "{'token': '%s'}".formatted(token));
  }

  private static Api.Answer accept(Api as, String body) {
    return as.send("POST", "/api/v1/auth/invitations/accept", body, Map.of());
  }

  private Api.Answer logIn(String email, String password) {
    return api.post(
        "/api/v1/auth/login", "{'email': '%s', 'password': '%s'}".formatted(email, password));
  }

  private static void age(String id) throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var age =
            connection.prepareStatement(
                """
                update tenant.invitation set expires_at = expires_at - interval '8 days' where id = ?::uuid\
                """)) {
      age.setString(1, id);
      assertThat(age.executeUpdate()).isEqualTo(1);
    }
  }
}
