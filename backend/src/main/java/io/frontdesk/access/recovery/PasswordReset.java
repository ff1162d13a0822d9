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

  /// Replaces the password and logs the person out everywhere. Whoever has the link that an address
  /// was mailed when another one took its place gets the address back with it.
  ///
  /// @throws RequestException.Rejected if the link is good no more, or the password easy to guess
  /// @throws RequestException.Conflict `email_taken` if somebody else has the address by now
  void confirm(String token, String password) {
    User person =
        tenancy.platform(
            () ->
                links
                    .find(Purpose.KEEP_ADDRESS, token)
                    .flatMap(link -> users.findById(link.userId()))
                    .or(() -> links.find(Purpose.RESET_PASSWORD, token).flatMap(this::owner))
                    .orElseThrow(PasswordReset::tooLate));
    String hash = newPassword.check(person, password);
    tenancy.platform(
        () -> {
          User owner =
              links
                  .use(Purpose.KEEP_ADDRESS, token)
                  .map(this::restored)
                  .or(() -> links.use(Purpose.RESET_PASSWORD, token).flatMap(this::owner))
                  .orElseThrow(PasswordReset::tooLate);
          users.confirmAddress(owner.id(), owner.email(), clock.instant());
          return newPassword.replace(owner, hash, null);
        });
  }

  private Optional<User> owner(MailedLink link) {
    return users.findById(link.userId()).filter(user -> user.email().equals(link.address()));
  }

  private User restored(MailedLink link) {
    if (users.rename(link.userId(), link.address()) == 0) {
      throw new RequestException.Conflict(
          "email_taken",
          "E-mail address taken",
          "Somebody else has signed up with this address since. Write to whoever runs this"
              + " service.");
    }
    links.forget(Purpose.CONFIRM_ADDRESS, link.userId());
    // Whoever moved on from another one's address to a third cannot go back to the second.
    links.forgetAfter(Purpose.KEEP_ADDRESS, link);
    return users.findById(link.userId()).orElseThrow();
  }

  private static RequestException tooLate() {
    return new RequestException.Rejected(
        "/token", "This link was used before, or is too old. Ask for a new one.");
  }
}
