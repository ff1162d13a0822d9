package io.frontdesk.access;

import io.frontdesk.access.password.Passwords;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/// A person says who they are. Whether the address or the password was wrong is not told, and takes
/// as long.
@Singleton
class LogIn {
  private final Tenancy tenancy;
  private final Users users;
  private final Passwords passwords;
  private final TenantStandings standings;

  LogIn(Tenancy tenancy, Users users, Passwords passwords, TenantStandings standings) {
    this.tenancy = tenancy;
    this.users = users;
    this.passwords = passwords;
    this.standings = standings;
  }

  /// @throws RequestException.Unauthenticated if address and password do not belong together
  /// @throws RequestException.Forbidden if all businesses of this person are suspended
  SignedIn logIn(String email, String password) {
    var user = tenancy.platform(() -> users.findByEmail(email.toLowerCase(Locale.ROOT)));
    if (!passwords.verify(password, user.map(User::passwordHash).orElse(null))) {
      throw new RequestException.Unauthenticated("E-mail address and password do not match.");
    }
    User person = user.orElseThrow();
    renewHash(person, password);
    List<Membership> memberships = tenancy.platform(() -> users.membershipsOf(person.id()));
    if (memberships.isEmpty()) {
      throw new RequestException.Unauthenticated("You are not a member of any business any more.");
    }
    return new SignedIn(person.id(), person.email(), standings.served(memberships));
  }

  /// The password is known at this moment alone, so this is when a hash that was made with other
  /// parameters can be replaced.
  private void renewHash(User person, String password) {
    String old = person.passwordHash();
    if (old != null && passwords.isOutdated(old)) {
      String renewed = passwords.hash(password);
      tenancy.platform(() -> users.renewHash(person.id(), old, renewed));
    }
  }
}
