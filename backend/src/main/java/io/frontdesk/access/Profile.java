package io.frontdesk.access;

import io.frontdesk.access.notice.Language;
import io.frontdesk.access.password.Passwords;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person sees and changes of themselves.
@Singleton
class Profile {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Tenancy tenancy;
  private final Users users;
  private final Passwords passwords;
  private final NewPassword newPassword;
  private final AddressCheck addressCheck;
  private final AuditLog audit;

  Profile(
      Tenancy tenancy,
      Users users,
      Passwords passwords,
      NewPassword newPassword,
      AddressCheck addressCheck,
      AuditLog audit) {
    this.tenancy = tenancy;
    this.users = users;
    this.passwords = passwords;
    this.newPassword = newPassword;
    this.addressCheck = addressCheck;
    this.audit = audit;
  }

  /// What the audit log says of a change of somebody's own.
  @Introspected
  record Account(String email, String name, Language language, boolean passwordChanged) {
    static Account of(User user, boolean passwordChanged) {
      return new Account(user.email(), user.name(), user.language(), passwordChanged);
    }
  }

  MeController.Me of(Person person) {
    return tenancy.platform(
        () -> {
          User user = existing(person.id());
          List<Membership> memberships = users.membershipsOf(person.id());
          Membership here =
              memberships.stream()
                  .filter(m -> m.tenantId().equals(person.tenant()))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new RequestException.Unauthenticated(
                              "You are not a member of this business any more."));
          return new MeController.Me(
              new MeController.Self(
                  user.id(),
                  user.email(),
                  user.emailVerifiedAt() != null,
                  user.name(),
                  user.language(),
                  here.role()),
              new Tokens.Tenant(here.tenantId(), here.tenantName()),
              memberships.stream()
                  .map(m -> new MeController.Place(m.tenantId(), m.tenantName(), m.role()))
                  .toList());
        });
  }

  /// @throws RequestException.Rejected if the current password is wrong, or the new one easy to
  /// guess
  /// @throws RequestException.Conflict `email_taken`
  void change(Person person, Actor actor, MeController.Change change) {
    // Hashing takes long: outside the transaction.
    User user = tenancy.platform(() -> existing(person.id()));
    if (change.isDelicate()) {
      prove(user, change.currentPassword());
    }
    String password = change.password();
    String hash = password == null ? null : newPassword.check(user, password);
    try {
      tenancy.run(person.tenant(), () -> change(person, actor, user, change, hash));
    } catch (DataAccessException e) {
      if (change.email() != null && isTaken(e)) {
        throw taken();
      }
      throw e;
    }
  }

  private void change(
      Person person, Actor actor, User user, MeController.Change change, @Nullable String hash) {
    describe(user, change);
    if (change.email() != null) {
      rename(user, change.email().toLowerCase(Locale.ROOT));
    }
    if (hash != null) {
      newPassword.replace(user, hash, person.session());
    }
    audit.record(
        person.tenant(),
        actor,
        Change.updated(
            "user",
            person.id(),
            Account.of(user, false),
            Account.of(existing(person.id()), hash != null)));
  }

  /// Whether somebody took the address while this was being done.
  private static boolean isTaken(DataAccessException e) {
    return e.getCause() instanceof SQLException cause
        && UNIQUE_VIOLATION.equals(cause.getSQLState());
  }

  /// Mails a link that confirms the person's address.
  void verifyEmail(Person person) {
    tenancy.platform(
        () -> {
          addressCheck.ask(person.id());
          return person;
        });
  }

  private void prove(User user, @Nullable String password) {
    if (password == null) {
      throw new RequestException.Rejected(
          "/current_password", "is needed to change your address or password");
    }
    if (!passwords.verify(password, user.passwordHash())) {
      throw new RequestException.Rejected("/current_password", "is not your password");
    }
  }

  private void describe(User user, MeController.Change change) {
    users.describe(
        user.id(),
        change.name() == null ? user.name() : change.name().strip(),
        change.language() == null ? user.language() : change.language());
  }

  private void rename(User user, String email) {
    if (users.rename(user.id(), email) == 0) {
      throw taken();
    }
    addressCheck.changed(user, email);
    addressCheck.ask(user.id());
  }

  private static RequestException taken() {
    return new RequestException.Conflict(
        "email_taken",
        "E-mail address taken",
        "Somebody signed up with this address before. Use another address.");
  }

  private User existing(UUID id) {
    return users
        .findById(id)
        .orElseThrow(() -> new RequestException.Unauthenticated("You are not known any more."));
  }
}
