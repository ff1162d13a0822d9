package io.frontdesk.notification;

import io.frontdesk.appointment.calendar.AppointmentIcs.Invitation;
import io.frontdesk.twilio.WebhookUrls;
import io.frontdesk.web.address.Loopback;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The platform's mail server, if `SMTP_URL` names one.
/// Source:
///
// https://eclipse-ee4j.github.io/angus-mail/docs/api/org.eclipse.angus.mail/org/eclipse/angus/mail/smtp/package-summary.html
@Context
class MailServer {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final @Nullable SmtpUrl url;
  private final @Nullable String from;
  private final WebhookUrls urls;

  /// @param url null or blank: there is none
  /// @param from null or blank: `no-reply` at the service's own host
  /// @throws ConfigurationException if either cannot be read
  MailServer(
      @Property(name = "smtp.url") @Nullable String url,
      @Property(name = "mail.from") @Nullable String from,
      WebhookUrls urls) {
    this.url = url == null || url.isBlank() ? null : SmtpUrl.parse(url);
    this.from = from == null || from.isBlank() ? null : checked(from.strip());
    this.urls = urls;
  }

  /// Whether mails can be sent at all.
  boolean isThere() {
    return url != null;
  }

  /// The address that mails come from, without a name.
  String address() {
    String sender = from == null ? noReply() : from;
    return sender.replaceFirst(".*<", "").replaceFirst(">.*", "").strip();
  }

  /// Hands a mail over to the server.
  ///
  /// @throws MessagingException if the server does not take it; later it may
  void send(Mail mail, MailBody body) throws MessagingException {
    if (url == null) {
      throw new IllegalStateException("no mail server: set SMTP_URL");
    }
    var session = Session.getInstance(properties(url));
    var message = message(session, mail, body);
    try (var transport = session.getTransport("smtp")) {
      transport.connect(url.host(), url.port(), url.user(), url.password());
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private MimeMessage message(Session session, Mail mail, MailBody body) throws MessagingException {
    var sender = new InternetAddress(from == null ? noReply() : from);
    String host = sender.getAddress().replaceFirst(".*@", "");
    var message =
        new MimeMessage(session) {
          // The same when it is sent again, so that the mailbox can tell.
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + mail.id() + "@" + host + ">");
          }
        };
    message.setFrom(sender);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(mail.createdAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(content(body));
    return message;
  }

  /// Mail programs show what they understand of the invitation; all others can open it.
  private static MimeMultipart content(MailBody body) throws MessagingException {
    var alternatives = alternatives(body);
    var invitation = body.invitation();
    if (invitation == null) {
      return alternatives;
    }
    String type = "text/calendar; charset=utf-8; method=" + invitation.method();
    var shown = new MimeBodyPart();
    shown.setDataHandler(handler(invitation, type));
    alternatives.addBodyPart(shown);
    var words = new MimeBodyPart();
    words.setContent(alternatives);
    var file = new MimeBodyPart();
    file.setDataHandler(handler(invitation, type));
    file.setFileName("appointment.ics");
    file.setDisposition(Part.ATTACHMENT);
    return new MimeMultipart("mixed", words, file);
  }

  private static DataHandler handler(Invitation invitation, String type) {
    return new DataHandler(
        new ByteArrayDataSource(invitation.text().getBytes(StandardCharsets.UTF_8), type));
  }

  /// The best comes last.
  private static MimeMultipart alternatives(MailBody body) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(body.text(), UTF_8);
    var html = new MimeBodyPart();
    html.setText(body.html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  private static Properties properties(SmtpUrl url) {
    var properties = new Properties();
    String patience = String.valueOf(PATIENCE.toMillis());
    properties.put("mail.smtp.connectiontimeout", patience);
    properties.put("mail.smtp.timeout", patience);
    properties.put("mail.smtp.writetimeout", patience);
    properties.put("mail.smtp.auth", String.valueOf(url.user() != null));
    properties.put("mail.smtp.ssl.enable", String.valueOf(url.encrypted()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.starttls.enable", "true");
    // What a mail says, and the password for the server, leave this machine encrypted or not at
    // all.
    properties.put(
        "mail.smtp.starttls.required",
        String.valueOf(!url.encrypted() && !Loopback.isNamed(url.host())));
    return properties;
  }

  private String noReply() {
    return "Frontdesk <no-reply@" + urls.of("/").getHost() + ">";
  }

  private static String checked(String from) {
    try {
      new InternetAddress(from, true);
      return from;
    } catch (AddressException e) {
      throw new ConfigurationException(
          "MAIL_FROM must be an address such as Frontdesk <hello@example.com>.");
    }
  }
}
