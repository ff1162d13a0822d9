package io.frontdesk.access;

import io.frontdesk.access.link.MailedLinks;
import io.frontdesk.access.link.Purpose;
import io.frontdesk.access.notice.Notice;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.web.RequestException;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/// Finds out whether the person who gave an address reads its mails.
@Singleton
class AddressCheck {
  private final Tenancy tenancy;
  private final Users users;
  private final MailedLinks links;
  private final ApplicationEventPublisher<Notice> notices;
  private final Clock clock;

  AddressCheck(
      Tenancy tenancy,
      Users users,
      MailedLinks links,
      ApplicationEventPublisher<Notice> notices,
      Clock clock) {
    this.tenancy = tenancy;
    this.users = users;
    this.links = links;
    this.notices = notices;
    this.clock = clock;
  }

  /// Mails a link to a person's address, in the transaction that is open. Nothing is mailed while
  /// enough such links are on their way.
  void ask(UUID person) {
    users
        .findById(person)
        .filter(user -> user.emailVerifiedAt() == null)
        .ifPresent(
            user ->
                links
                    .make(Purpose.CONFIRM_ADDRESS, user.id(), user.email())
                    .ifPresent(
                        link ->
                            notices.publishEvent(
                                new Notice.ConfirmAddress(
                                    user.id(),
                                    user.email(),
                                    user.language(),
                                    link.until(),
                                    link.token()))));
  }

  /// Tells the address that a person had until now, in the transaction that is open, and mails it a
  /// link that gives it back. An address of which nobody knows that it was theirs is told nothing:
  /// it may be a stranger's.
  void changed(User before, String email) {
    if (before.emailVerifiedAt() == null || before.email().equals(email)) {
      return;
    }
    links
        .make(Purpose.KEEP_ADDRESS, before.id(), before.email())
        .ifPresent(
            link ->
                notices.publishEvent(
                    new Notice.AddressChanged(
                        before.id(),
                        before.email(),
                        email,
                        before.language(),
                        link.until(),
                        link.token())));
  }

  /// The mailed link came back.
  ///
  /// @throws RequestException.Rejected if it is good no more
  void confirm(String token) {
    boolean theirs =
        tenancy.platform(
            () ->
                links
                    .use(Purpose.CONFIRM_ADDRESS, token)
                    .filter(l -> users.confirmAddress(l.userId(), l.address(), clock.instant()) > 0)
                    .isPresent());
    if (!theirs) {
      throw new RequestException.Rejected(
          "/token", "This link was used before, or is older than three days. Ask for a new one.");
    }
  }
}
