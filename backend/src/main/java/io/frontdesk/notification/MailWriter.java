package io.frontdesk.notification;

import io.frontdesk.access.notice.Notice;
import io.frontdesk.twilio.WebhookUrls;
import jakarta.inject.Singleton;
import java.util.Map;

/// Puts into words what people are told, in their language, as text and as simple HTML.
@Singleton
class MailWriter {
  private final WebhookUrls urls;

  MailWriter(WebhookUrls urls) {
    this.urls = urls;
  }

  /// A mail without its envelope.
  record Written(String subject, MailBody body) {}

  Written write(Notice notice) {
    return switch (notice) {
      case Notice.ResetPassword reset ->
          written(notice, "reset_password", address(notice), link("/reset", reset.token()));
      case Notice.ConfirmAddress confirm ->
          written(notice, "confirm_address", address(notice), link("/verify", confirm.token()));
      case Notice.PasswordChanged _ ->
          written(notice, "password_changed", address(notice), urls.of("/forgot").toString());
      case Notice.AddressChanged changed ->
          written(
              notice,
              "address_changed",
              Map.of("address", changed.address(), "now", changed.now()),
              link("/reset", changed.token()));
      case Notice.Invited invited ->
          written(
              notice,
              "invited",
              Map.of("inviter", invited.inviter(), "business", invited.business()),
              link("/join", invited.token()));
    };
  }

  /// The token stands behind the `#`, which browsers keep to themselves: it reaches no log.
  private String link(String page, String token) {
    return urls.of(page) + "#token=" + token;
  }

  private static Map<String, String> address(Notice notice) {
    return Map.of("address", notice.address());
  }

  private static Written written(
      Notice notice, String kind, Map<String, String> gaps, String link) {
    var wording = new Wording(notice.language());
    var letter =
        new Letter(
            notice.language().locale().getLanguage(),
            wording.of(kind + ".text", gaps),
            wording.of(kind + ".action", gaps),
            link,
            wording.of(kind + ".otherwise", gaps),
            wording.of("link", gaps),
            wording.of("footer", gaps));
    return new Written(
        wording.of(kind + ".subject", gaps), new MailBody(letter.text(), letter.html(), null));
  }
}
