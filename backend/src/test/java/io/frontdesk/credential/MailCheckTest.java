package io.frontdesk.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.frontdesk.business.Finding;
import io.frontdesk.credential.MailAccount.Security;
import io.frontdesk.web.fetch.PublicInternet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a log-in at a mail server finds, against a real one.
class MailCheckTest {
  private final GreenMail servers =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });
  private final MailCheck check = new MailCheck(new PublicInternet(null), "local");

  @BeforeEach
  void start() {
    servers.start();
    servers.setUser("ann@example.com", "ann", "right");
  }

  @AfterEach
  void stop() {
    servers.stop();
  }

  @Test
  void aLogInThatWorksIsFine() {
    assertThat(check(plain(), Security.NONE, "right")).isEmpty();
    assertThat(servers.getReceivedMessages()).as("nothing is sent").isEmpty();
  }

  @Test
  void aWrongPasswordIsFound() {
    assertThat(check(plain(), Security.NONE, "wrong")).containsExactly("login_refused");
  }

  @Test
  void aServerWithoutStarttlsIsToldNothing() {
    assertThat(check(plain(), Security.STARTTLS, "right")).containsExactly("tls_missing");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTrusted() {
    assertThat(check(servers.getSmtps().getPort(), Security.TLS, "right"))
        .containsExactly("tls_failed");
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() {
    int port = plain();
    servers.stop();

    assertThat(check(port, Security.NONE, "right")).containsExactly("unreachable");
    assertThat(codes(check.check(server("nobody.invalid", 25, Security.NONE), "right")))
        .containsExactly("unknown_host");
  }

  @Test
  void inProductionNothingInTheHouseIsAskedAndNothingIsSaidInPlain() {
    var production = new MailCheck(new PublicInternet(null), "production");

    for (String inside :
        List.of("127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "::1", "fd00::1")) {
      assertThat(codes(production.check(server(inside, plain(), Security.STARTTLS), "right")))
          .as(inside)
          .containsExactly("address_not_allowed");
    }
    assertThat(codes(production.check(server("mail.example.com", 25, Security.NONE), "right")))
        .containsExactly("tls_missing");
  }

  private int plain() {
    return servers.getSmtp().getPort();
  }

  private List<String> check(int port, Security security, String password) {
    return codes(check.check(server("127.0.0.1", port, security), password));
  }

  private static MailAccount server(String host, int port, Security security) {
    return new MailAccount(host, port, security, "ann", "ann@example.com");
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }
}
