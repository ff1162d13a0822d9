package io.frontdesk.notification;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A mail server as `SMTP_URL` names it: `smtp://user:password@host:587` or
/// `smtps://user:password@host:465`. What is odd in a name or password is percent-encoded.
///
/// @param encrypted from the first byte on; else by STARTTLS
/// @param user null if it takes mails from anybody
/// @param password null if there is no user
record SmtpUrl(
    boolean encrypted, String host, int port, @Nullable String user, @Nullable String password) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;

  /// @throws ConfigurationException with a sentence for whoever starts the service, without the
  /// password
  static SmtpUrl parse(String text) {
    URI url;
    try {
      url = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw wrong();
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean encrypted = scheme.equals("smtps");
    boolean bare =
        (url.getRawPath() == null || url.getRawPath().matches("/?")) && url.getRawQuery() == null;
    if ((!encrypted && !scheme.equals("smtp")) || url.getHost() == null || !bare) {
      throw wrong();
    }
    int port = url.getPort();
    if (port < 0) {
      port = encrypted ? SUBMISSIONS : SUBMISSION;
    }
    String login = url.getRawUserInfo();
    if (login == null) {
      return new SmtpUrl(encrypted, url.getHost(), port, null, null);
    }
    int colon = login.indexOf(':');
    if (colon < 1) {
      throw wrong();
    }
    return new SmtpUrl(
        encrypted,
        url.getHost(),
        port,
        decoded(login.substring(0, colon)),
        decoded(login.substring(colon + 1)));
  }

  private static ConfigurationException wrong() {
    return new ConfigurationException(
        "SMTP_URL must be like smtps://user:password@mail.example.com:465 or"
            + " smtp://user:password@mail.example.com:587 (odd signs percent-encoded).");
  }

  private static String decoded(String part) {
    // A plus is a plus here, unlike in forms.
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "%s://%s:%d".formatted(encrypted ? "smtps" : "smtp", host, port);
  }
}
