package io.frontdesk.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Certificate;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.ServiceProcess;
import io.frontdesk.testing.TlsMailServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Mail servers that speak TLS with a certificate that the machine trusts, and with one that it
/// does not: seen by the service as it is started for others, for trust is the machine's.
@Execution(ExecutionMode.CONCURRENT)
class TlsMailTest {
  private static final String SMTP = "/api/v1/business/credentials/smtp";

  private final GreenMail behind =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @TempDir Path data;
  @TempDir Path certificates;
  @TempDir Path others;

  @BeforeEach
  void start() {
    behind.start();
    behind.setUser("ann@example.com", "ann", "right");
  }

  @AfterEach
  void stop() {
    behind.stop();
  }

  @Test
  void whoCanBeTrustedIsToldThePasswordAndTheMailsAndNobodyElseIs() throws Exception {
    var trusted = Certificate.of("localhost", certificates);
    var unknown = Certificate.of("localhost", others);
    int port = behind.getSmtp().getPort();
    try (var starttls = new TlsMailServer(trusted, true, port);
        var tls = new TlsMailServer(trusted, false, port);
        var strange = new TlsMailServer(unknown, true, port);
        var service =
            ServiceProcess.start(
                data,
                Map.of(
                    "SMTP_URL",
                    "smtp://localhost:" + starttls.port(),
                    "JDK_JAVA_OPTIONS",
                    "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                        .formatted(trusted.file(), Certificate.FILE_PASSWORD)))) {
      Owner owner = Owner.signUp(service.api(), "Ace");
      await("the platform's own mail").until(() -> behind.getReceivedMessages().length > 0);
      assertThat(starttls.encrypted()).isEqualTo(1);

      assertThat(found(owner.api(), starttls.port(), "starttls", "right")).isEqualTo("[]");
      assertThat(found(owner.api(), tls.port(), "tls", "right")).isEqualTo("[]");
      assertThat(found(owner.api(), starttls.port(), "starttls", "wrong"))
          .contains("login_refused");
      assertThat(starttls.encrypted()).isEqualTo(3);
      assertThat(tls.encrypted()).isEqualTo(1);

      assertThat(found(owner.api(), strange.port(), "starttls", "right")).contains("tls_failed");
      assertThat(found(owner.api(), strange.port(), "tls", "right")).contains("tls_failed");
      assertThat(strange.encrypted()).as("nothing was said there").isZero();
    }
  }

  /// What a test of that server finds.
  private static String found(Api api, int port, String security, String password) {
    var set =
        api.send(
            "PUT",
            SMTP,
            """
            {'host': 'localhost', 'port': %d, 'security': '%s', 'username': 'ann',
             'password': '%s', 'from': 'ann@example.com'}\
            """
                .formatted(port, security, password),
            Map.of());
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    return api.post(SMTP + "/test", "{}").body().path("findings").toString();
  }
}
