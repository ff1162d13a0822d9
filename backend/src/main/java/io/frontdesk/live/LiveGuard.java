package io.frontdesk.live;

import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.address.OwnOrigin;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;

/// Lets a live connection in before its handshake is answered: by a ticket that nobody has used,
/// and if a browser asks, from a page of ours.
@ServerFilter(LiveSocket.PATH)
class LiveGuard {
  static final String TENANT = "frontdesk.live-tenant";

  private final LiveTickets tickets;
  private final OwnOrigin origin;

  LiveGuard(LiveTickets tickets, OwnOrigin origin) {
    this.tickets = tickets;
    this.origin = origin;
  }

  /// @throws RequestException.Malformed if no WebSocket is asked for
  /// @throws RequestException.Forbidden if the connection is not let in
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void admit(HttpRequest<?> request) {
    if (!"websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeaders.UPGRADE))) {
      throw new RequestException.Malformed("Open this address as a WebSocket.", List.of());
    }
    if (!origin.asks(request)) {
      throw new RequestException.Forbidden("This connection comes from a page that is not ours.");
    }
    TenantId tenant =
        Optional.ofNullable(request.getParameters().get("ticket"))
            .flatMap(tickets::use)
            .orElseThrow(
                () ->
                    new RequestException.Forbidden(
                        "The ticket is unknown, used or too old: ask for another one."));
    request.setAttribute(TENANT, tenant);
  }
}
