package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What people see and change of themselves and their sessions.
class MeTest {
  private final RunningService service = RunningService.shared();
  private final Api api = service.api();
  private final Owner ana = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void aPersonSeesWhoTheyAre() {
    var me = ana.api().get("/api/v1/me").body();

    assertThat(me.at("/user/email").asText()).isEqualTo(ana.email());
    assertThat(me.at("/user/role").asText()).isEqualTo("owner");
    assertThat(me.at("/tenant/name").asText()).isEqualTo("Ace Garage Doors");
    assertThat(me.path("tenants")).hasSize(1);
  }

  @Test
  void loggingOutEndsTheSessionAndTakesTheCookieBack() {
    var session = logIn(ana.email(), Owner.PASSWORD, "Firefox on Linux");

    var out =
        api.as(session.body().path("access_token").asText()).post("/api/v1/auth/logout", "{}");

    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("set-cookie")).startsWith("refresh_token=;").contains("Max-Age=0");
    assertThat(refresh(session).status()).isEqualTo(401);
  }

  @Test
  void sessionsAreListedWithTheirDeviceAndEndedOneByOne() {
    var phone = logIn(ana.email(), Owner.PASSWORD, "Safari on iPhone");
    var laptop = logIn(ana.email(), Owner.PASSWORD, "Chrome on Windows");
    Api onLaptop = api.as(laptop.body().path("access_token").asText());

    var listed = onLaptop.get("/api/v1/me/sessions").body().path("data");
    assertThat(listed).hasSize(3);
    assertThat(listed.get(0).path("current").asBoolean()).isTrue();
    assertThat(listed.get(0).path("user_agent").asText()).isEqualTo("Chrome on Windows");
    assertThat(listed.get(1).path("user_agent").asText()).isEqualTo("Safari on iPhone");
    assertThat(listed.get(1).path("address").asText()).isEqualTo("127.0.0.1");

    String id = listed.get(1).path("id").asText();
    assertThat(onLaptop.delete("/api/v1/me/sessions/" + id).status()).isEqualTo(204);
    assertThat(onLaptop.delete("/api/v1/me/sessions/" + id).status()).isEqualTo(404);
    assertThat(refresh(phone).status()).isEqualTo(401);
    assertThat(refresh(laptop).status()).isEqualTo(200);
  }

  @Test
  void anothersSessionIsNotThere() {
    Owner other = Owner.signUp(service, "Other");
    String theirs = other.api().get("/api/v1/me/sessions").body().at("/data/0/id").asText();

    assertThat(ana.api().delete("/api/v1/me/sessions/" + theirs).status()).isEqualTo(404);
    assertThat(other.api().get("/api/v1/me/sessions").body().path("data")).hasSize(1);
  }

  @Test
  void loggingOutEverywhereEndsAllSessions() {
    var phone = logIn(ana.email(), Owner.PASSWORD, "phone");
    var laptop = logIn(ana.email(), Owner.PASSWORD, "laptop");

    assertThat(ana.api().delete("/api/v1/me/sessions").status()).isEqualTo(204);

    assertThat(refresh(phone).status()).isEqualTo(401);
    assertThat(refresh(laptop).status()).isEqualTo(401);
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
    var elsewhere = logIn(ana.email(), Owner.PASSWORD, "elsewhere");
    var here = logIn(ana.email(), Owner.PASSWORD, "here");
    Api me = api.as(here.body().path("access_token").asText());

    var wrong =
        me.patch("/api/v1/me", "{'current_password': 'guess', 'password': 'brand new phrase'}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().at("/errors/0/pointer").asText()).isEqualTo("/current_password");

    var changed =
        me.patch(
            "/api/v1/me",
            "{'current_password': '%s', 'password': 'brand new phrase'}".formatted(Owner.PASSWORD));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(refresh(elsewhere).status()).isEqualTo(401);
    assertThat(refresh(here).status()).isEqualTo(200);
    assertThat(logIn(ana.email(), Owner.PASSWORD, "x").status()).isEqualTo(401);
    assertThat(logIn(ana.email(), "brand new phrase", "x").status()).isEqualTo(200);
  }

  @Test
  void aNewAddressMustNotBeAnothers() {
    Owner other = Owner.signUp(service, "Other");
    String body = "{'current_password': '%s', 'email': '%s'}";

    assertThat(
            ana.api()
                .patch(
                    "/api/v1/me",
                    body.formatted(Owner.PASSWORD, other.email().toUpperCase(Locale.ROOT)))
                .status())
        .isEqualTo(409);
    String fresh = "new-" + ana.email();
    assertThat(
            ana.api()
                .patch("/api/v1/me", body.formatted(Owner.PASSWORD, fresh))
                .body()
                .at("/user/email")
                .asText())
        .isEqualTo(fresh);
  }

  @Test
  void aPersonSwitchesBetweenTheBusinessesTheyWorkForAndNoOthers() throws Exception {
    Owner other = Owner.signUp(service, "Second Business");
    String to = "{'tenant_id': '" + other.tenant() + "'}";
    assertThat(ana.api().post("/api/v1/auth/switch", to).status()).isEqualTo(404);

    try (var connection = TestDatabase.logins().owner().connect();
        var member =
            connection.prepareStatement(
                """
                insert into tenant.membership (tenant_id, id, user_id, role)
                  select ?, gen_random_uuid(), id, 'viewer' from platform."user" where email = ?\
                """)) {
      member.setObject(1, other.tenant().value());
      member.setString(2, ana.email());
      member.executeUpdate();
    }
    var session = logIn(ana.email(), Owner.PASSWORD, "x");
    var switched =
        api.as(session.body().path("access_token").asText()).post("/api/v1/auth/switch", to);

    assertThat(switched.body().at("/tenant/name").asText()).isEqualTo("Second Business");
    assertThat(switched.body().at("/user/role").asText()).isEqualTo("viewer");
    assertThat(refresh(session).body().at("/tenant/name").asText())
        .as("the session stays there")
        .isEqualTo("Second Business");
  }

  private Api.Answer logIn(String email, String password, String device) {
    return api.send(
        "POST",
        "/api/v1/auth/login?mode=token",
        "{'email': '%s', 'password': '%s'}".formatted(email, password),
        Map.of("User-Agent", device));
  }

  private Api.Answer refresh(Api.Answer session) {
    return api.post(
        "/api/v1/auth/refresh?mode=token",
        "{'refresh_token': '%s'}".formatted(session.body().path("refresh_token").asText()));
  }
}
