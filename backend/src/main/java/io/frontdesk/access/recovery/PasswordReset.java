package io.frontdesk.access.recovery;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.access.NewPassword;
import io.frontdesk.access.User;
import io.frontdesk.access.Users;
import io.frontdesk.access.link.MailedLink;
import io.frontdesk.access.link.MailedLinks;
import io.frontdesk.access.link.Purpose;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/// A forgotten password is replaced by whoever reads the mails of its address.
@Singleton
class PasswordReset {
  private final Tenancy tenancy;
  private final ResetRequests requests;
  private final MailResetLink mailLink;
  private final Outbox outbox;
  private final MailedLinks links;
  private final Users users;
  private final NewPassword newPassword;
  private final Clock clock;

  PasswordReset(
      Tenancy tenancy,
      ResetRequests requests,
      MailResetLink mailLink,
      Outbox outbox,
      MailedLinks links,
      Users users,
      NewPassword newPassword,
      Clock clock) {
    this.tenancy = tenancy;
    this.requests = requests;
    this.mailLink = mailLink;
    this.outbox = outbox;
    this.links = links;
    this.users = users;
    this.newPassword = newPassword;
    this.clock = clock;
  }

  /// Takes the request down. Whether the address is anybody's is not looked at here, so that
  /// neither the answer nor its time can tell.
  void ask(String email) {
    String address = email.toLowerCase(Locale.ROOT);
    tenancy.platform(
        () -> {
          int added = requests.add(UuidCreator.getTimeOrderedEpoch(), address, clock.instant());
          // An earlier one is looked at again too: operators may have dropped its job.
          requests.findByEmail(address).ifPresent(asked -> outbox.soon(mailLink, asked.id()));
          return added;
        });
  }

  /// Replaces the password and logs the person out everywhere.
  ///
  /// @throws RequestException.Rejected if the link is good no more, or the password easy to guess
  void confirm(String token, String password) {
    User person = tenancy.platform(() -> owner(links.find(Purpose.RESET_PASSWORD, token)));
    String hash = newPassword.check(person, password);
    tenancy.platform(
        () -> {
          User owner = owner(links.use(Purpose.RESET_PASSWORD, token));
          users.confirmAddress(owner.id(), owner.email(), clock.instant());
          return newPassword.replace(owner, hash, null);
        });
  }

  private User owner(Optional<MailedLink> link) {
    return link.flatMap(
            l -> users.findById(l.userId()).filter(user -> user.email().equals(l.address())))
        .orElseThrow(
            () ->
                new RequestException.Rejected(
                    "/token",
                    "This link was used before, or is older than an hour. Ask for a new one."));
  }
}
