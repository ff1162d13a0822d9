package io.frontdesk.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.frontdesk.database.Logins;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.MailBox;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Mails through a real mail server.
@Execution(ExecutionMode.CONCURRENT)
class MailTest {
  private static final long WITHIN_MS = 60_000;

  private final Logins database = TestDatabase.another();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void open() {
    server.start();
    server.setUser("frontdesk", "mail secret");
  }

  @AfterEach
  void close() {
    server.stop();
  }

  @Test
  void aMailIsSentOnceInThePersonsLanguageAndNothingOfItStays() throws Exception {
    try (var service = start(server.getSmtp().getPort())) {
      var api = service.api();
      var opened =
          api.send(
              "POST",
              "/api/v1/auth/signup",
              "{'business_name': 'Ä & <Söhne>', 'email': 'ute@example.com', 'password': '%s'}"
                  .formatted(Owner.PASSWORD),
              Map.of("Accept-Language", "de-AT,de;q=0.9,en;q=0.5"));
      api.post("/api/v1/auth/password-reset", "{'email': 'ute@example.com'}");

      MimeMessage mail = received("Wählen Sie ein neues Passwort");

      assertThat(mail.getRecipients(Message.RecipientType.TO)[0]).hasToString("ute@example.com");
      assertThat(mail.getFrom()[0]).hasToString("Frontdesk <hello@frontdesk.example>");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@frontdesk\\.example>");
      var parts = (MimeMultipart) mail.getContent();
      assertThat(parts.getContentType()).startsWith("multipart/alternative");
      String text = (String) parts.getBodyPart(0).getContent();
      assertThat(text).contains("Jemand, vermutlich Sie", "https://desk.example/reset#token=");
      assertThat((String) parts.getBodyPart(1).getContent())
          .contains("<a href=\"https://desk.example/reset#token=" + MailBox.token(text));
      await().until(() -> kept() == 0);
      assertThat(
              api.post(
                      "/api/v1/auth/password-reset/confirm",
                      "{'token': '%s', 'password': 'a brand new phrase'}"
                          .formatted(MailBox.token(text)))
                  .status())
          .isEqualTo(204);
      received("Ihr Passwort wurde geändert");
      assertThat(server.getReceivedMessages()).hasSize(3);
      anInvitationIsAPartThatCalendarsUnderstandAndAFile(
          api.as(opened.body().path("access_token").asText()));
    }
  }

  private void anInvitationIsAPartThatCalendarsUnderstandAndAFile(Api owner) throws Exception {
    Instant now = Instant.now();
    String next =
        owner
            .get("/api/v1/availability?from=%s&to=%s".formatted(now, now.plus(Duration.ofDays(10))))
            .body()
            .at("/data/0/starts_at")
            .asText();
    owner.post(
        "/api/v1/appointments",
        "{'starts_at': '%s', 'name': 'Maria', 'email': 'maria@example.com'}".formatted(next));
    assertThat(server.waitForIncomingEmail(WITHIN_MS, 4)).isTrue();

    MimeMessage mail = server.getReceivedMessagesForDomain("maria@example.com")[0];

    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/mixed");
    var shown = (MimeMultipart) parts.getBodyPart(0).getContent();
    assertThat(shown.getBodyPart(2).getContentType())
        .startsWith("text/calendar")
        .contains("method=REQUEST");
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("appointment.ics");
    assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), UTF_8))
        .contains("METHOD:REQUEST", "ORGANIZER;CN=", "mailto:hello@frontdesk.example");
  }

  @Test
  void aMailWaitsForAServerThatIsAway() throws SQLException {
    int port = server.getSmtp().getPort();
    server.stop();
    try (var service = start(port)) {
      Owner.signUp(service, "Ace");
      await().until(() -> failures() > 0);
      assertThat(kept()).isEqualTo(1);

      var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      back.setUser("frontdesk", "mail secret");
      back.start();
      try {
        assertThat(back.waitForIncomingEmail(WITHIN_MS, 1)).isTrue();
        await().until(() -> kept() == 0);
        assertThat(back.getReceivedMessages()).hasSize(1);
      } finally {
        back.stop();
      }
    }
  }

  @Test
  void whatIsKeptIsEncrypted() throws SQLException {
    try (var service = RunningService.start(database.properties(), Map.of())) {
      Owner owner = Owner.signUp(service, "Ace");
      String text =
          MailBox.newest(owner.api(), owner.email(), "your address").path("text").asText();

      assertThat(query("select string_agg(mail::text, '') from platform.mail mail"))
          .doesNotContain(MailBox.token(text), "Please confirm");
      assertThat(query("select string_agg(link::text, '') from platform.mailed_link link"))
          .doesNotContain(MailBox.token(text));
    }
  }

  private RunningService start(int port) {
    return RunningService.start(
        database.properties(),
        Map.of(
            "smtp.url",
            "smtp://frontdesk:mail%20secret@127.0.0.1:" + port,
            "mail.from",
            "Frontdesk <hello@frontdesk.example>",
            "webhook.base-url",
            "https://desk.example"));
  }

  private MimeMessage received(String subject) {
    return await()
        .until(
            () -> {
              for (MimeMessage mail : server.getReceivedMessages()) {
                if (subject.equals(mail.getSubject())) {
                  return mail;
                }
              }
              return null;
            },
            mail -> mail != null);
  }

  private int kept() throws SQLException {
    return Integer.parseInt(query("select count(*)::text from platform.mail"));
  }

  private int failures() throws SQLException {
    return Integer.parseInt(
        query(
            """
            select coalesce(sum(consecutive_failures), 0)::text from platform.scheduled_tasks
              where task_name = 'send_mail'\
            """));
  }

  private String query(String sql) throws SQLException {
    try (var connection = database.owner().connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
