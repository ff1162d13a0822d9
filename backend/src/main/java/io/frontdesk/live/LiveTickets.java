package io.frontdesk.live;

import io.frontdesk.access.TenantStandings;
import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Single-use keys to the live connection, since an address is no place for an access token.
@Singleton
class LiveTickets {
  static final Duration LIFETIME = Duration.ofSeconds(30);

  private final LiveTicketRepository tickets;
  private final TenantStandings standings;
  private final Tenancy tenancy;
  private final Clock clock;

  LiveTickets(
      LiveTicketRepository tickets, TenantStandings standings, Tenancy tenancy, Clock clock) {
    this.standings = standings;
    this.tickets = tickets;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// A new ticket to what happens to this tenant.
  String issue(TenantId tenant) {
    var ticket = OpaqueToken.random();
    Instant now = clock.instant();
    tenancy.run(
        tenant,
        () -> {
          tickets.forgetExpired(tenant.value(), now);
          tickets.add(ticket.hash(), tenant.value(), now.plus(LIFETIME));
        });
    return ticket.value();
  }

  /// Uses the ticket up.
  ///
  /// @return what it opens; empty if it is unknown, used or too old, or the tenant is suspended
  Optional<TenantId> use(String ticket) {
    String hash = new OpaqueToken(ticket).hash();
    return tenancy.platform(() -> tickets.use(hash, clock.instant())).stream()
        .map(TenantId::new)
        .filter(tenant -> standings.suspension(tenant).isEmpty())
        .findFirst();
  }
}
