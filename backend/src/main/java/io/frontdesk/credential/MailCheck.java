package io.frontdesk.credential;

import io.frontdesk.business.Finding;
import io.frontdesk.web.fetch.PublicInternet;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Logs in at a mail server and leaves without sending anything. Its properties are Angus Mail's:
/// <https://eclipse-ee4j.github.io/angus-mail/docs/api/>.
@Singleton
class MailCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PublicInternet internet;
  private final boolean production;

  MailCheck(
      PublicInternet internet,
      @Property(name = "frontdesk.mode", defaultValue = "local") String mode) {
    this.internet = internet;
    this.production = mode.equals("production");
  }

  /// What is wrong; empty if nothing is.
  List<Finding> check(MailAccount server, String password) {
    if (production && server.security() == MailAccount.Security.NONE) {
      return List.of(
          new Finding(
              "tls_missing", "Without encryption nothing is said. Choose tls or starttls."));
    }
    try (var transport = Session.getInstance(properties(server)).getTransport("smtp")) {
      transport.connect(server.host(), server.port(), server.username(), password);
      return List.of();
    } catch (MessagingException e) {
      return List.of(wrong(server, e));
    }
  }

  private Properties properties(MailAccount server) {
    var properties = new Properties();
    String patience = String.valueOf(PATIENCE.toMillis());
    properties.put("mail.smtp.auth", "true");
    properties.put("mail.smtp.connectiontimeout", patience);
    properties.put("mail.smtp.timeout", patience);
    properties.put("mail.smtp.writetimeout", patience);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.socketFactory", new OutwardSockets(internet, production));
    // Or a socket that goes anywhere would be used when this one refuses.
    properties.put("mail.smtp.socketFactory.fallback", "false");
    switch (server.security()) {
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case STARTTLS -> properties.put("mail.smtp.starttls.required", "true");
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
    }
    return properties;
  }

  private static Finding wrong(MailAccount server, MessagingException e) {
    var causes = Stream.<Throwable>iterate(e, c -> c != null, Throwable::getCause).toList();
    String name = server.host() + ":" + server.port();
    if (e instanceof AuthenticationFailedException) {
      return new Finding(
          "login_refused",
          "%s does not take this username and password. Many providers want a password made for"
                  .formatted(name)
              + " programs.");
    }
    if (is(causes, OutwardSockets.Inward.class)) {
      return new Finding(
          "address_not_allowed", "%s is not on the internet: it is not asked.".formatted(name));
    }
    if (is(causes, UnknownHostException.class)) {
      return new Finding("unknown_host", "There is no server called %s.".formatted(server.host()));
    }
    if (is(causes, SSLException.class)) {
      return new Finding(
          "tls_failed",
          "No encrypted connection to %s could be made: its certificate is not trusted or for"
                  .formatted(name)
              + " another name, or it expects another kind of encryption (tls, starttls).");
    }
    return Optional.ofNullable(e.getMessage()).filter(m -> m.contains("STARTTLS")).isPresent()
        ? new Finding(
            "tls_missing",
            "%s offers no STARTTLS, so nothing is said to it. Try tls, usually at port 465."
                .formatted(name))
        : new Finding("unreachable", "%s does not answer as a mail server does.".formatted(name));
  }

  private static boolean is(List<Throwable> causes, Class<? extends Throwable> kind) {
    return causes.stream().anyMatch(kind::isInstance);
  }
}
