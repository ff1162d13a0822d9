package io.frontdesk.live;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Tickets to the live connection.
@Controller("/api/v1/live/tickets")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Live")
class LiveController {
  private final LiveTickets tickets;

  LiveController(LiveTickets tickets) {
    this.tickets = tickets;
  }

  /// A key to one connection.
  ///
  /// @param expiresIn seconds
  @Introspected
  record Ticket(String ticket, long expiresIn) {}

  /// A ticket for `WS /api/v1/live?ticket=…`: it opens one connection, soon.
  @Post
  @Status(HttpStatus.CREATED)
  Ticket issue(TenantId tenant) {
    return new Ticket(tickets.issue(tenant), LiveTickets.LIFETIME.toSeconds());
  }
}
