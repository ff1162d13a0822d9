package io.frontdesk.access;

import io.frontdesk.access.link.MailedLinks;
import io.frontdesk.access.link.Purpose;
import io.frontdesk.access.notice.Notice;
import io.frontdesk.access.password.PasswordRule;
import io.frontdesk.access.password.Passwords;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.web.RequestException;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a person another password.
@Singleton
public class NewPassword {
  private static final Duration WORTH_KNOWING = Duration.ofDays(3);

  private final Tenancy tenancy;
  private final Users users;
  private final SessionRepository sessions;
  private final MailedLinks links;
  private final Passwords passwords;
  private final PasswordRule rule;
  private final ApplicationEventPublisher<Notice> notices;
  private final Clock clock;

  NewPassword(
      Tenancy tenancy,
      Users users,
      SessionRepository sessions,
      MailedLinks links,
      Passwords passwords,
      PasswordRule rule,
      ApplicationEventPublisher<Notice> notices,
      Clock clock) {
    this.tenancy = tenancy;
    this.users = users;
    this.sessions = sessions;
    this.links = links;
    this.passwords = passwords;
    this.rule = rule;
    this.notices = notices;
    this.clock = clock;
  }

  /// The hash of a password that a person may take. It takes long: outside transactions.
  ///
  /// @throws RequestException.Rejected at `/password` if it is easy to guess
  public String check(User person, String password) {
    var known = new ArrayList<>(List.of(person.email(), person.name()));
    tenancy
        .platform(() -> users.membershipsOf(person.id()))
        .forEach(membership -> known.add(membership.tenantName()));
    rule.check("/password", password, known);
    return passwords.hash(password);
  }

  /// Replaces the password in the transaction that is open, ends the person's sessions and mailed
  /// links, and tells them.
  ///
  /// @param kept a session that goes on; null if none does
  /// @return how many sessions ended
  public int replace(User person, String hash, @Nullable UUID kept) {
    Instant now = clock.instant();
    users.changePassword(person.id(), hash);
    links.forget(Purpose.RESET_PASSWORD, person.id());
    notices.publishEvent(
        new Notice.PasswordChanged(
            person.id(), person.email(), person.language(), now.plus(WORTH_KNOWING)));
    return sessions.revokeAllOf(person.id(), kept, now);
  }
}
