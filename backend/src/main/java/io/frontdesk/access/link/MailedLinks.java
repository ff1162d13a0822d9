package io.frontdesk.access.link;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Makes mailed links and takes them back, inside the transaction that is open. Only their hashes
/// are kept.
@Singleton
public class MailedLinks {
  /// So many of a kind can be on their way to one person; whoever asks for more gets none, lest
  /// strangers fill a mailbox.
  private static final int MOST = 3;

  private final MailedLinkRepository links;
  private final Clock clock;

  MailedLinks(MailedLinkRepository links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  /// A link to be mailed.
  ///
  /// @param token lets its holder in, once
  public record Made(String token, Instant until) {}

  /// A new link to `address`; empty if enough are on their way.
  public Optional<Made> make(Purpose purpose, UUID user, String address) {
    Instant now = clock.instant();
    links.forgetExpired(now);
    if (links.count(user, WireName.of(purpose)) >= MOST) {
      return Optional.empty();
    }
    var token = OpaqueToken.random();
    Instant until = now.plus(purpose.lifetime());
    links.add(
        UuidCreator.getTimeOrderedEpoch(),
        token.hash(),
        WireName.of(purpose),
        user,
        address,
        until);
    return Optional.of(new Made(token.value(), until));
  }

  /// The link, which stays; empty if it was used before, is too old or never was.
  public Optional<MailedLink> find(Purpose purpose, String token) {
    return links.find(new OpaqueToken(token).hash(), WireName.of(purpose), clock.instant());
  }

  /// Uses the link up; empty if it was used before, is too old or never was.
  public Optional<MailedLink> use(Purpose purpose, String token) {
    return find(purpose, token).filter(link -> links.deleteById(link.id()) > 0);
  }

  /// Makes those useless that the same person was mailed after this one, for the same purpose.
  public void forgetAfter(Purpose purpose, MailedLink link) {
    links.forgetAfter(link.userId(), WireName.of(purpose), link.id());
  }

  /// Makes all of a kind useless.
  public void forget(Purpose purpose, UUID user) {
    links.forgetAll(user, WireName.of(purpose));
  }
}
