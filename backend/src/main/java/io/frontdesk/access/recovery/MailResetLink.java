package io.frontdesk.access.recovery;

import io.frontdesk.access.User;
import io.frontdesk.access.Users;
import io.frontdesk.access.link.MailedLinks;
import io.frontdesk.access.link.Purpose;
import io.frontdesk.access.notice.Notice;
import io.frontdesk.outbox.PlatformJob;
import io.frontdesk.tenancy.Tenancy;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Looks whether somebody has the address that a new password was asked for, and mails them a link.
@Singleton
class MailResetLink implements PlatformJob {
  private final Tenancy tenancy;
  private final ResetRequests requests;
  private final Users users;
  private final MailedLinks links;
  private final ApplicationEventPublisher<Notice> notices;

  MailResetLink(
      Tenancy tenancy,
      ResetRequests requests,
      Users users,
      MailedLinks links,
      ApplicationEventPublisher<Notice> notices) {
    this.tenancy = tenancy;
    this.requests = requests;
    this.users = users;
    this.links = links;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "mail_reset_link";
  }

  @Override
  public void run(UUID request) {
    tenancy.platform(
        () -> {
          requests
              .findById(request)
              .flatMap(asked -> users.findByEmail(asked.email()))
              .ifPresent(this::mail);
          return requests.deleteById(request);
        });
  }

  private void mail(User person) {
    links
        .make(Purpose.RESET_PASSWORD, person.id(), person.email())
        .ifPresent(
            link ->
                notices.publishEvent(
                    new Notice.ResetPassword(
                        person.id(),
                        person.email(),
                        person.language(),
                        link.until(),
                        link.token())));
  }
}
