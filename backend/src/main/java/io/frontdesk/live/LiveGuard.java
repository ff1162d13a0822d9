package io.frontdesk.live;

import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.WebhookUrls;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets a live connection in before its handshake is answered: by a ticket that nobody has used,
/// and if a browser asks, from a page of ours.
@ServerFilter(LiveSocket.PATH)
class LiveGuard {
  static final String TENANT = "frontdesk.live-tenant";

  private final LiveTickets tickets;
  private final WebhookUrls urls;

  LiveGuard(LiveTickets tickets, WebhookUrls urls) {
    this.tickets = tickets;
    this.urls = urls;
  }

  /// @throws RequestException.Malformed if no WebSocket is asked for
  /// @throws RequestException.Forbidden if the connection is not let in
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void admit(HttpRequest<?> request) {
    if (!"websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeaders.UPGRADE))) {
      throw new RequestException.Malformed("Open this address as a WebSocket.", List.of());
    }
    if (!isOurs(request.getHeaders().get(HttpHeaders.ORIGIN), request)) {
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

  /// A page is ours if it has the address that was asked, or the one that the service is known by
  /// where something before it changes addresses.
  private boolean isOurs(@Nullable String origin, HttpRequest<?> request) {
    if (origin == null) {
      return true; // no browser: the ticket is all that such a program has
    }
    try {
      String page = URI.create(origin).getRawAuthority();
      return page != null
          && (page.equalsIgnoreCase(request.getHeaders().get(HttpHeaders.HOST))
              || urls.named()
                  .filter(own -> page.equalsIgnoreCase(own.getRawAuthority()))
                  .isPresent());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
