package io.frontdesk.secrets;

import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Last parts of addresses that carry their own permission: whoever knows one may have what it
/// names, for a while. Nothing is stored: what it says is encrypted with the installation's keyset,
/// so nobody else can make or change one.
@Singleton
public class SealedLinks {
  private final Secrets secrets;
  private final Clock clock;

  public SealedLinks(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /// What a link that is still good stands for.
  public record Link(TenantId tenant, String subject) {}

  /// @param purpose where it is good, and nowhere else
  /// @param until from then on it is not good any more
  /// @return letters, digits, `-` and `_`
  public String seal(String purpose, TenantId tenant, String subject, Instant until) {
    String said = "%d %s %s".formatted(until.getEpochSecond(), tenant, subject);
    return secrets
        .encryptForPlatform("link:" + purpose, said)
        .replace('+', '-')
        .replace('/', '_')
        .replace("=", "");
  }

  /// What was sealed for `purpose`; empty if this was not, by this installation, or is too old.
  public Optional<Link> open(String purpose, String sealed) {
    String[] said;
    try {
      said =
          secrets
              .decryptForPlatform("link:" + purpose, sealed.replace('-', '+').replace('_', '/'))
              .split(" ", 3);
    } catch (Undecryptable e) {
      return Optional.empty();
    }
    Instant until = Instant.ofEpochSecond(Long.parseLong(said[0]));
    return clock.instant().isBefore(until)
        ? Optional.of(new Link(new TenantId(UUID.fromString(said[1])), said[2]))
        : Optional.empty();
  }
}
