package io.frontdesk.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.MailBox;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// A forgotten password, and an address that is to be confirmed.
class PasswordResetTest {
  private static final String FRESH = "a brand new phrase";

  private final RunningService service = RunningService.shared();
  private final Api api = service.api();
  private final Owner ana = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void whoeverReadsTheMailChoosesANewPasswordOnce() {
    var elsewhere = logIn(ana.email(), Owner.PASSWORD);
    String token = ask(ana);

    assertThat(confirm(token, FRESH).status()).isEqualTo(204);

    assertThat(logIn(ana.email(), Owner.PASSWORD).status()).isEqualTo(401);
    assertThat(logIn(ana.email(), FRESH).status()).isEqualTo(200);
    assertThat(refresh(elsewhere).status()).as("all sessions end").isEqualTo(401);
    var again = confirm(token, "yet another phrase");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body().at("/errors/0/pointer").asText()).isEqualTo("/token");
    assertThat(logIn(ana.email(), FRESH).status()).isEqualTo(200);
    assertThat(MailBox.newest(ana.api(), ana.email(), "was changed").isMissingNode()).isFalse();
  }

  @Test
  void ofManyWhoUseOneLinkAtOnceOneSucceeds() throws Exception {
    String token = ask(ana);
    var attempts = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 6; i++) {
      String password = "phrase number %d of six".formatted(i);
      attempts.add(() -> confirm(token, password).status());
    }

    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var attempt : threads.invokeAll(attempts)) {
        statuses.add(attempt.get());
      }
    }
    assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 422);
  }

  @Test
  void theAnswerDoesNotTellWhetherTheAddressIsKnown() {
    var known = forgot(ana.email());
    var unknown = forgot(UUID.randomUUID() + "@example.com");
    var noAddress = forgot("no address at all");

    assertThat(known.status()).isEqualTo(202);
    assertThat(known.text()).isEmpty();
    for (var answer : List.of(unknown, noAddress)) {
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.text()).isEmpty();
      assertThat(answer.headers().keySet()).isEqualTo(known.headers().keySet());
    }
  }

  @Test
  void anAddressThatIsAskedForIsForgotten() {
    String stranger = UUID.randomUUID() + "@example.com";
    forgot(stranger);

    await()
        .until(
            () ->
                count("select count(*) from platform.password_reset where email = ?", stranger)
                    == 0);
  }

  @Test
  void aRequestWhoseJobWasDroppedKeepsNobodyOut() throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var left =
            connection.prepareStatement(
                """
                insert into platform.password_reset (id, email, created_at)
                  values (gen_random_uuid(), ?, now())\
                """)) {
      left.setString(1, ana.email());
      left.executeUpdate();
    }

    assertThat(confirm(ask(ana), FRESH).status()).isEqualTo(204);
  }

  @Test
  void onlyAFewLinksAreOnTheirWayToOnePerson() throws SQLException {
    for (int i = 0; i < 5; i++) {
      forgot(ana.email());
      await()
          .until(
              () ->
                  count("select count(*) from platform.password_reset where email = ?", ana.email())
                      == 0);
    }

    assertThat(
            count(
                """
                select count(*) from platform.mailed_link l join platform."user" u
                  on u.id = l.user_id where purpose = 'reset_password' and u.email = ?\
                """,
                ana.email()))
        .isEqualTo(3);
  }

  @Test
  void aWeakPasswordIsRefusedAndTheLinkStays() {
    String token = ask(ana);

    var weak = confirm(token, "acegaragedoors1");

    assertThat(weak.status()).isEqualTo(422);
    assertThat(weak.body().at("/errors/0/pointer").asText()).isEqualTo("/password");
    assertThat(confirm(token, FRESH).status()).isEqualTo(204);
  }

  @Test
  void aLinkIsGoodForAnHour() throws SQLException {
    String token = ask(ana);
    try (var connection = TestDatabase.logins().owner().connect();
        var age =
            connection.prepareStatement(
                """
                update platform.mailed_link set expires_at = expires_at - interval '1 hour'
                  where user_id = (select id from platform."user" where email = ?)\
                """)) {
      age.setString(1, ana.email());
      age.executeUpdate();
    }

    assertThat(confirm(token, FRESH).body().at("/errors/0/pointer").asText()).isEqualTo("/token");
  }

  @Test
  void aLinkToAnOldAddressIsGoodNoMore() {
    String token = ask(ana);
    ana.api()
        .patch(
            "/api/v1/me",
            "{'current_password': '%s', 'email': 'new-%s'}".formatted(Owner.PASSWORD, ana.email()));

    assertThat(confirm(token, FRESH).status()).isEqualTo(422);
  }

  @Test
  void anAddressIsConfirmedWithTheLinkThatSigningUpMailed() {
    var mail = MailBox.newest(ana.api(), ana.email(), "your address");
    assertThat(verified(ana)).isFalse();

    assertThat(verify(MailBox.token(mail.path("text").asText())).status()).isEqualTo(204);

    assertThat(verified(ana)).isTrue();
    assertThat(verify(MailBox.token(mail.path("text").asText())).status()).isEqualTo(422);
  }

  @Test
  void aNewAddressIsToBeConfirmedAgain() {
    var mail = MailBox.newest(ana.api(), ana.email(), "your address");
    verify(MailBox.token(mail.path("text").asText()));
    String fresh = "new-" + ana.email();
    ana.api()
        .patch(
            "/api/v1/me",
            "{'current_password': '%s', 'email': '%s'}".formatted(Owner.PASSWORD, fresh));

    assertThat(verified(ana)).isFalse();
    assertThat(ana.api().post("/api/v1/me/email-verification", "{}").status()).isEqualTo(202);
    verify(MailBox.token(MailBox.newest(ana.api(), fresh, "your address").path("text").asText()));
    assertThat(verified(ana)).isTrue();
  }

  @Test
  void nobodyElseSeesTheMailsAboutAPerson() {
    Owner other = Owner.signUp(service, "Other");
    ask(ana);

    assertThat(other.api().get("/api/v1/sandbox/outbox").text()).doesNotContain(ana.email());
  }

  /// Asks for a new password and reads the mail.
  private String ask(Owner owner) {
    forgot(owner.email());
    JsonNode mail =
        await()
            .until(
                () -> MailBox.newest(owner.api(), owner.email(), "new password"),
                found -> !found.isMissingNode());
    return MailBox.token(mail.path("text").asText());
  }

  private Api.Answer forgot(String email) {
    return api.post("/api/v1/auth/password-reset", "{'email': '%s'}".formatted(email));
  }

  private Api.Answer confirm(String token, String password) {
    return api.post(
        "/api/v1/auth/password-reset/confirm",
        "{'token': '%s', 'password': '%s'}".formatted(token, password));
  }

  private Api.Answer verify(String token) {
    return api.post("/api/v1/auth/verify-email", "{'token': '%s'}".formatted(token));
  }

  private static boolean verified(Owner owner) {
    return owner.api().get("/api/v1/me").body().at("/user/email_verified").asBoolean();
  }

  private Api.Answer logIn(String email, String password) {
    return api.post(
        "/api/v1/auth/login?mode=token",
        "{'email': '%s', 'password': '%s'}".formatted(email, password));
  }

  private Api.Answer refresh(Api.Answer session) {
    return api.post(
        "/api/v1/auth/refresh?mode=token",
        "{'refresh_token': '%s'}".formatted(session.body().path("refresh_token").asText()));
  }

  private static int count(String sql, String email) throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var query = connection.prepareStatement(sql)) {
      query.setString(1, email);
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
