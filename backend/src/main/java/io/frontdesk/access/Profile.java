package io.frontdesk.access;

import io.frontdesk.access.password.PasswordRule;
import io.frontdesk.access.password.Passwords;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.web.Problem.FieldProblem;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// What a person sees and changes of themselves.
@Singleton
class Profile {
  private final Tenancy tenancy;
  private final Users users;
  private final Passwords passwords;
  private final PasswordRule rule;
  private final Sessions sessions;
  private final AuditLog audit;

  Profile(
      Tenancy tenancy,
      Users users,
      Passwords passwords,
      PasswordRule rule,
      Sessions sessions,
      AuditLog audit) {
    this.tenancy = tenancy;
    this.users = users;
    this.passwords = passwords;
    this.rule = rule;
    this.sessions = sessions;
    this.audit = audit;
  }

  /// What the audit log says of a change of somebody's own.
  @Introspected
  record Account(String email, boolean passwordChanged) {}

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
              new Tokens.User(user.id(), user.email(), here.role()),
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
    if (!passwords.verify(change.currentPassword(), user.passwordHash())) {
      throw new RequestException.Rejected(
          List.of(new FieldProblem("/current_password", "is not your password")));
    }
    String email = change.email() == null ? null : change.email().toLowerCase(Locale.ROOT);
    String hash = change.password() == null ? null : newHash(person, user, change.password());
    tenancy.run(
        person.tenant(),
        () -> {
          if (email != null && users.rename(person.id(), email) == 0) {
            throw new RequestException.Conflict(
                "email_taken",
                "E-mail address taken",
                "Somebody signed up with this address before. Use another address.");
          }
          if (hash != null) {
            users.changePassword(person.id(), hash);
          }
          audit.record(
              person.tenant(),
              actor,
              Change.updated(
                  "user",
                  person.id(),
                  new Account(user.email(), false),
                  new Account(email == null ? user.email() : email, hash != null)));
        });
    if (hash != null) {
      sessions.endAll(person.id(), person.session());
    }
  }

  private User existing(UUID id) {
    return users
        .findById(id)
        .orElseThrow(() -> new RequestException.Unauthenticated("You are not known any more."));
  }

  private String newHash(Person person, User user, String password) {
    var known = new ArrayList<>(List.of(user.email()));
    tenancy
        .platform(() -> users.membershipsOf(person.id()))
        .forEach(membership -> known.add(membership.tenantName()));
    rule.check("/password", password, known);
    return passwords.hash(password);
  }
}
