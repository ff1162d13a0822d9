package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.access.password.Passwords;
import io.frontdesk.database.Logins;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logging in tells nothing about who is known, and passwords are kept well.
class LogInTest {
  private final RunningService service = RunningService.shared();
  private final Passwords passwords = service.bean(Passwords.class);
  private final Owner ana = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void everyWayToFailTakesOneVerificationAndLooksTheSame() throws SQLException {
    Owner without = Owner.signUp(service, "No Password");
    update("update platform.\"user\" set password_hash = null where email = ?", without.email());
    Owner gone = Owner.signUp(service, "Gone");
    update(
        """
        delete from tenant.membership using platform."user" u where u.id = user_id and u.email = ?\
        """,
        gone.email());

    Owner unpaid = Owner.signUp(service, "Unpaid");
    service
        .bean(Tenancy.class)
        .run(
            unpaid.tenant(),
            () -> service.bean(TenantStandings.class).suspend(unpaid.tenant(), "Not paid."));

    var wrong = counted(ana.email(), "wrong password");
    var nobody = counted(UUID.randomUUID() + "@example.com", Owner.PASSWORD);
    var noPassword = counted(without.email(), Owner.PASSWORD);
    var noAddress = counted("no address at all", Owner.PASSWORD);

    for (var answer : List.of(wrong, nobody, noPassword, noAddress)) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text()).isEqualTo(wrong.text());
      assertThat(answer.headers().keySet()).isEqualTo(wrong.headers().keySet());
    }
    assertThat(counted(gone.email(), Owner.PASSWORD).status()).isEqualTo(401);
    assertThat(counted(gone.email(), "wrong password").text()).isEqualTo(wrong.text());
    assertThat(counted(unpaid.email(), "wrong password").text()).isEqualTo(wrong.text());
    assertThat(counted(unpaid.email(), Owner.PASSWORD).status()).isEqualTo(403);
    assertThat(counted(ana.email(), Owner.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aHashMadeWithOtherParametersIsRenewedWhenItsPersonLogsIn(@TempDir Path data)
      throws SQLException {
    Logins database = TestDatabase.another();
    String email;
    try (var before = start(database, data, 1024)) {
      email = Owner.signUp(before, "Ace").email();
    }
    assertThat(hash(database, email)).contains("m=1024,");

    try (var after = start(database, data, 2048)) {
      assertThat(logIn(after.api(), email, "wrong password").status()).isEqualTo(401);
      assertThat(hash(database, email)).contains("m=1024,");

      assertThat(logIn(after.api(), email, Owner.PASSWORD).status()).isEqualTo(200);
      assertThat(hash(database, email)).contains("m=2048,");
      assertThat(logIn(after.api(), email, Owner.PASSWORD).status()).isEqualTo(200);
    }
  }

  @Test
  void aPasswordThatIsEasyToGuessIsRefusedAtItsField() {
    var answer =
        service
            .api()
            .post(
                "/api/v1/auth/signup",
                """
                {'business_name': 'Ace Garage Doors', 'email': 'weak@example.com',
                 'password': 'acegaragedoors1'}\
                """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/password");
    assertThat(answer.body().at("/errors/0/detail").asText()).contains("your business");
    assertThat(
            ana.api()
                .patch(
                    "/api/v1/me",
                    "{'current_password': '%s', 'password': 'password1234'}"
                        .formatted(Owner.PASSWORD))
                .body()
                .at("/errors/0/detail")
                .asText())
        .contains("very common");
  }

  private Api.Answer counted(String email, String password) {
    long before = passwords.verifications();
    var answer = logIn(service.api(), email, password);
    assertThat(passwords.verifications() - before).as(email).isEqualTo(1);
    return answer;
  }

  private static Api.Answer logIn(Api api, String email, String password) {
    return api.post(
        "/api/v1/auth/login", "{'email': '%s', 'password': '%s'}".formatted(email, password));
  }

  private static RunningService start(Logins database, Path data, int memoryKib) {
    return RunningService.start(
        database.properties(),
        Map.of("frontdesk.data-dir", data.toString(), "frontdesk.passwords.memory-kib", memoryKib));
  }

  private static String hash(Logins database, String email) throws SQLException {
    try (var connection = database.owner().connect();
        var query =
            connection.prepareStatement(
                "select password_hash from platform.\"user\" where email = ?")) {
      query.setString(1, email);
      var row = query.executeQuery();
      row.next();
      return row.getString(1);
    }
  }

  private static void update(String sql, String email) throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, email);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
