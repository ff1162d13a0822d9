package io.frontdesk.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.access.notice.Notice;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes mails in, with the transaction that causes them. Where there is a mail server they are
/// sent and forgotten; where there is none they are kept to be looked at.
@Singleton
public class PostOffice {
  static final String PURPOSE = "mail";

  private final Mails mails;
  private final MailWriter writer;
  private final SendMail sendMail;
  private final MailServer server;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Secrets secrets;
  private final ObjectMapper json;
  private final Clock clock;

  PostOffice(
      Mails mails,
      MailWriter writer,
      SendMail sendMail,
      MailServer server,
      Outbox outbox,
      Tenancy tenancy,
      Secrets secrets,
      ObjectMapper json,
      Clock clock) {
    this.mails = mails;
    this.writer = writer;
    this.sendMail = sendMail;
    this.server = server;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.secrets = secrets;
    this.json = json;
    this.clock = clock;
  }

  /// A mail that would have been sent.
  ///
  /// @param calendar the invitation that comes with it, as iCalendar; null for none
  @Introspected
  public record Kept(
      UUID id,
      String to,
      String subject,
      String text,
      String html,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String calendar,
      Instant createdAt) {}

  /// Somebody is to be told something.
  @EventListener
  void take(Notice notice) {
    Instant now = clock.instant();
    mails.forgetExpired(now);
    post(
        notice instanceof Notice.Invited invited ? invited.tenant() : null,
        notice.user(),
        notice.address(),
        writer.write(notice),
        now,
        notice.until());
  }

  /// Sends a mail of a business's, with the transaction that is open.
  ///
  /// @param until when it is no longer of any use
  void send(TenantId tenant, String address, MailWriter.Written written, Instant until) {
    post(tenant, null, address, written, clock.instant(), until);
  }

  private void post(
      @Nullable TenantId tenant,
      @Nullable UUID user,
      String address,
      MailWriter.Written written,
      Instant now,
      Instant until) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    mails.save(
        new Mail(
            id,
            tenant,
            user,
            address,
            written.subject(),
            secrets.encryptForPlatform(PURPOSE, json(written.body())),
            now,
            until));
    if (server.isThere()) {
      outbox.soon(sendMail, id);
    }
  }

  /// What was kept for want of a mail server, newest first: mails of a business, and those to one
  /// person about themselves. The links in them let in whoever reads them.
  ///
  /// @param tenant null for none
  /// @param person null for none
  public List<Kept> kept(@Nullable TenantId tenant, @Nullable UUID person) {
    if (server.isThere()) {
      return List.of();
    }
    UUID business = tenant == null ? null : tenant.value();
    return tenancy.platform(() -> mails.of(business, person, clock.instant())).stream()
        .map(this::shown)
        .toList();
  }

  private Kept shown(Mail mail) {
    var body = body(json, secrets, mail);
    return new Kept(
        mail.id(),
        mail.recipient(),
        mail.subject(),
        body.text(),
        body.html(),
        body.invitation() == null ? null : body.invitation().text(),
        mail.createdAt());
  }

  static MailBody body(ObjectMapper json, Secrets secrets, Mail mail) {
    try {
      return json.readValue(
          secrets.decryptForPlatform(PURPOSE, mail.encryptedBody()), MailBody.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("mail " + mail.id() + " cannot be read", e);
    }
  }

  private String json(MailBody body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
