package io.frontdesk.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.outbox.PlatformJob;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a mail and forgets it. After a crash in between it is sent again, under the same
/// `Message-ID`. One that is of no more use is forgotten unsent.
@Singleton
class SendMail implements PlatformJob {
  private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

  private final Mails mails;
  private final MailServer server;
  private final Tenancy tenancy;
  private final Secrets secrets;
  private final ObjectMapper json;
  private final Clock clock;

  SendMail(
      Mails mails,
      MailServer server,
      Tenancy tenancy,
      Secrets secrets,
      ObjectMapper json,
      Clock clock) {
    this.mails = mails;
    this.server = server;
    this.tenancy = tenancy;
    this.secrets = secrets;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "send_mail";
  }

  @Override
  public void run(UUID id) {
    var mail = tenancy.platform(() -> mails.findById(id));
    if (mail.isPresent() && server.isThere()) {
      send(mail.get());
      tenancy.platform(() -> mails.deleteById(id));
    }
  }

  private void send(Mail mail) {
    if (!clock.instant().isBefore(mail.expiresAt())) {
      LOG.warn("Mail {} could not be sent while it was of use", mail.id());
      return;
    }
    try {
      server.send(mail, PostOffice.body(json, secrets, mail));
    } catch (MessagingException e) {
      throw new IllegalStateException("mail " + mail.id() + " was not taken", e);
    }
  }
}
