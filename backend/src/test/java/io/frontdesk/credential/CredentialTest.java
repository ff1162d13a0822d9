package io.frontdesk.credential;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import io.frontdesk.testing.TwilioMaster;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// The accounts that a business connects, as it sees them.
class CredentialTest {
  private static final String PATH = "/api/v1/business/credentials";
  private static final String KEY = "sk-proj-0123456789abcdefghijklmnopqrstuvwxyzSECRET";

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");

  @Test
  void aNewBusinessHasConnectedNothing() {
    assertThat(owner.api().get(PATH).body().path("data"))
        .extracting(account -> account.path("provider").asText())
        .containsExactly("twilio", "openai", "elevenlabs", "anthropic", "smtp");
    assertThat(owner.api().get(PATH).body().path("data"))
        .allMatch(account -> !account.path("connected").asBoolean());
  }

  @Test
  void whatIsConnectedIsShownWithoutItsSecret() {
    var set = put("openai", "{'api_key': '%s'}".formatted(KEY));

    assertThat(set.status()).as(set.text()).isEqualTo(200);
    JsonNode shown = shown("openai");
    assertThat(shown.path("connected").asBoolean()).isTrue();
    assertThat(shown.path("last_four").asText()).isEqualTo("CRET");
    assertThat(shown.path("set_by").asText()).isEqualTo(owner.email());
    assertThat(shown.path("set_at").asText()).isNotEmpty();
    assertThat(shown.path("last_test").isNull()).isTrue();
    assertThat(set.text() + owner.api().get(PATH).text()).doesNotContain(KEY.substring(0, 40));
  }

  @Test
  void aMailServersPasswordIsNotShownAtAll() {
    var set =
        put(
            "smtp",
            """
            {'host': 'mail.example.com', 'port': 587, 'security': 'starttls', 'username': 'ann',
             'password': 'hunter2', 'from': 'ann@example.com'}\
            """);

    assertThat(set.status()).as(set.text()).isEqualTo(200);
    JsonNode shown = shown("smtp");
    assertThat(shown.path("account").asText()).isEqualTo("mail.example.com:587");
    assertThat(shown.at("/settings/security").asText()).isEqualTo("starttls");
    assertThat(shown.at("/settings/from").asText()).isEqualTo("ann@example.com");
    assertThat(shown.path("last_four").isNull()).isTrue();
    assertThat(owner.api().get(PATH).text()).doesNotContain("hunter2", "ter2");
  }

  @Test
  void oneThatIsRemovedIsGone() {
    put("openai", "{'api_key': '%s'}".formatted(KEY));

    assertThat(owner.api().delete(PATH + "/openai").status()).isEqualTo(204);

    assertThat(shown("openai").path("connected").asBoolean()).isFalse();
    assertThat(owner.api().delete(PATH + "/openai").status()).isEqualTo(404);
    assertThat(owner.api().post(PATH + "/openai/test", "{}").status()).isEqualTo(404);
  }

  @Test
  void anotherBusinessSeesNothingOfIt() {
    put("openai", "{'api_key': '%s'}".formatted(KEY));
    var other = Owner.signUp(service, "Best");

    assertThat(other.api().get(PATH).text()).doesNotContain("CRET");
    assertThat(other.api().delete(PATH + "/openai").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          twilio     | {"account_sid": "AC1", "auth_token": "0123456789abcdef0123456789abcdef"} | /account_sid
          twilio     | {"account_sid": "AC0123456789abcdef0123456789abcdef", "auth_token": "x"} | /auth_token
          twilio     | {"account_sid": "SK0123456789abcdef0123456789abcdef", "auth_token": "0123456789abcdef0123456789abcdef"} | /account_sid
          openai     | {"api_key": "short"}                              | /api_key
          openai     | {"api_key": "with a space in the middle of it"}   | /api_key
          openai     | {}                                                | /api_key
          elevenlabs | {"api_key": null}                                 | /api_key
          anthropic  | {"api_key": ""}                                   | /api_key
          smtp | {"host": "a b", "port": 587, "security": "tls", "username": "a", "password": "b", "from": "a@example.com"} | /host
          smtp | {"host": "a", "port": 0, "security": "tls", "username": "a", "password": "b", "from": "a@example.com"} | /port
          smtp | {"host": "a", "port": 1, "security": "some", "username": "a", "password": "b", "from": "a@example.com"} | /security
          smtp | {"host": "a", "port": 1, "security": "tls", "username": "", "password": "b", "from": "a@example.com"} | /username
          smtp | {"host": "a", "port": 1, "security": "tls", "username": "a", "password": "", "from": "a@example.com"} | /password
          smtp | {"host": "a", "port": 1, "security": "tls", "username": "a", "password": "b", "from": "nobody"} | /from
          """)
  void whatCannotBeRightIsRefusedAtItsField(String provider, String json, String pointer) {
    var answer = owner.api().sendExactly("PUT", PATH + "/" + provider, json, Map.of());

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(shown(provider).path("connected").asBoolean()).isFalse();
  }

  @Test
  void whoChangedWhatIsInTheAuditLogWithoutTheSecret() {
    put("openai", "{'api_key': '%s'}".formatted(KEY));
    put("openai", "{'api_key': '%s2'}".formatted(KEY));
    owner.api().delete(PATH + "/openai");

    var log = owner.api().get("/api/v1/audit-log?resource=credential");
    assertThat(log.body().path("data"))
        .extracting(line -> line.path("action").asText())
        .containsExactly("delete", "update", "create");
    assertThat(log.body().path("data"))
        .allMatch(line -> line.at("/actor/name").asText().equals(owner.email()));
    assertThat(log.text()).contains("CRET").doesNotContain(KEY.substring(0, 40));
  }

  @Test
  void aSecretIsInNoLogAndNoError() {
    var token = "0123456789abcdef0123456789abcde7";
    var sid = "AC0123456789abcdef0123456789abcdef";
    var password = "correct-horse-" + UUID.randomUUID();
    var logged = new ListAppender<ILoggingEvent>();
    logged.start();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var ours = (Logger) LoggerFactory.getLogger("io.frontdesk");
    root.addAppender(logged);
    ours.setLevel(Level.TRACE);
    var said = new StringBuilder();
    try {
      said.append(
          put("twilio", "{'account_sid': '%s', 'auth_token': '%s'}".formatted(sid, token)).text());
      said.append(
          put("twilio", "{'account_sid': 'x', 'auth_token': '%s'}".formatted(token)).text());
      said.append(put("twilio", "{'account_sid': [], 'auth_token': '%s'}".formatted(token)).text());
      said.append(put("openai", "{'api_key': '%s'}".formatted(KEY)).text());
      said.append(put("openai", "{'api_key': '%s' ".formatted(KEY)).text());
      said.append(
          put(
                  "smtp",
                  """
                  {'host': 'localhost', 'port': 1, 'security': 'none', 'username': 'a',
                   'password': '%s', 'from': 'a@example.com'}\
                  """
                      .formatted(password))
              .text());
      for (String provider : List.of("twilio", "openai", "smtp")) {
        said.append(owner.api().post(PATH + "/" + provider + "/test", "{}").text());
      }
    } finally {
      ours.setLevel(null);
      root.detachAppender(logged);
    }

    assertThat(said).contains("findings").doesNotContain(token, KEY, password);
    assertThat(logged.list)
        .allSatisfy(
            event ->
                assertThat(event.getFormattedMessage() + event.getThrowableProxy())
                    .doesNotContain(token, KEY, password));
  }

  @Test
  void aRowThatIsMovedToAnotherBusinessCannotBeReadThere() throws SQLException {
    put("openai", "{'api_key': '%s'}".formatted(KEY));
    var thief = Owner.signUp(service, "Thief");
    try (var connection = TestDatabase.logins().owner().connect();
        var move =
            connection.prepareStatement(
                "update tenant.credential set tenant_id = ? where tenant_id = ?")) {
      move.setObject(1, thief.tenant().value());
      move.setObject(2, owner.tenant().value());
      assertThat(move.executeUpdate()).isEqualTo(1);
    }

    var test = thief.api().post(PATH + "/openai/test", "{}");

    assertThat(test.body().path("ok").asBoolean()).isFalse();
    assertThat(test.body().at("/findings/0/code").asText()).isEqualTo("unreadable");
    assertThat(test.text()).doesNotContain(KEY);
  }

  @Test
  void anAccountIsNotLeftWhileNumbersAreInIt() {
    var own = new TwilioMaster(service).open();
    String number = owner.api().get("/api/v1/phone-numbers").body().at("/data/0/id").asText();

    var refused = put("twilio", own.json());

    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.body().path("type").asText()).endsWith("numbers_in_account");
    assertThat(refused.body().path("detail").asText()).contains("+1", "Release");

    assertThat(owner.api().delete("/api/v1/phone-numbers/" + number).status()).isEqualTo(204);
    assertThat(put("twilio", own.json()).status()).isEqualTo(200);
    String offer =
        owner.api().get("/api/v1/phone-numbers/available").body().at("/data/0/number").asText();
    assertThat(
            owner.api().post("/api/v1/phone-numbers", "{'number': '%s'}".formatted(offer)).status())
        .isEqualTo(201);
    assertThat(put("twilio", own.json()).status()).as("the same account").isEqualTo(200);
    assertThat(owner.api().delete(PATH + "/twilio").status()).isEqualTo(409);
  }

  private Api.Answer put(String provider, String json) {
    return owner.api().send("PUT", PATH + "/" + provider, json, Map.of());
  }

  private JsonNode shown(String provider) {
    for (JsonNode account : owner.api().get(PATH).body().path("data")) {
      if (account.path("provider").asText().equals(provider)) {
        return account;
      }
    }
    throw new IllegalStateException(provider);
  }
}
