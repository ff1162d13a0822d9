package io.frontdesk.appointment.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.appointment.Busy;
import io.frontdesk.business.Businesses;
import io.frontdesk.outbox.Job;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.fetch.Bounds;
import io.frontdesk.web.fetch.FetchFailed;
import io.frontdesk.web.fetch.Fetched;
import io.frontdesk.web.fetch.GuardedClient;
import io.frontdesk.web.fetch.Outgoing;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Reads a calendar that is kept elsewhere, again and again as long as it is connected. What was
/// read last counts until it can be read again.
@Singleton
class ReadCalendar implements Job {
  private static final int MEGABYTE = 1_048_576;
  private static final int MOST_MEGABYTES = 5;
  private static final Bounds BOUNDS =
      new Bounds(Duration.ofSeconds(30), MOST_MEGABYTES * MEGABYTE);
  private static final Duration AGAIN = Duration.ofMinutes(15);
  private static final Duration BACK = Duration.ofDays(1);
  private static final Duration AHEAD = Duration.ofDays(400);

  private final ConnectedCalendars calendars;
  private final Businesses businesses;
  private final GuardedClient client;
  private final Secrets secrets;
  private final Tenancy tenancy;
  private final ObjectMapper json;
  private final Clock clock;

  ReadCalendar(
      ConnectedCalendars calendars,
      Businesses businesses,
      GuardedClient client,
      Secrets secrets,
      Tenancy tenancy,
      ObjectMapper json,
      Clock clock) {
    this.calendars = calendars;
    this.businesses = businesses;
    this.client = client;
    this.secrets = secrets;
    this.tenancy = tenancy;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "read_calendar";
  }

  /// @throws NotYet always while it is connected: it is read again later
  @Override
  public void run(TenantId tenant, UUID id) {
    Optional<ConnectedCalendar> calendar =
        tenancy.run(tenant, () -> calendars.findByTenantIdAndId(tenant, id));
    if (calendar.isEmpty()) {
      return;
    }
    ZoneId zone = tenancy.run(tenant, () -> businesses.of(tenant)).timeZone();
    Instant now = clock.instant();
    try {
      String text = fetched(tenant, calendar.get());
      var read = Ics.busyTimes(text, zone, now.minus(BACK), now.plus(AHEAD));
      String times = times(read.busy());
      tenancy.run(
          tenant,
          () -> {
            if (calendars.findByTenantIdAndId(tenant, id).isPresent()) {
              calendars.forget(tenant, id);
              calendars.remember(tenant, id, times);
              calendars.wasRead(tenant, id, now, read.notice().orElse(null));
            }
          });
    } catch (FetchFailed | Ics.Unreadable e) {
      String problem = Objects.requireNonNullElse(e.getMessage(), "It could not be read.");
      tenancy.run(tenant, () -> calendars.failed(tenant, id, problem));
    }
    throw new NotYet(AGAIN);
  }

  private String fetched(TenantId tenant, ConnectedCalendar calendar)
      throws FetchFailed, Ics.Unreadable {
    String url =
        secrets.decrypt(tenant, Objects.requireNonNull(calendar.encryptedUrl(), "read by address"));
    Fetched answer = client.send(Outgoing.get(URI.create(url)), BOUNDS);
    if (answer.status() != 200) {
      throw new Ics.Unreadable(
          "%s answers with status %d instead of a calendar."
              .formatted(calendar.host(), answer.status()));
    }
    return answer.body();
  }

  private String times(List<Busy> busy) {
    ArrayNode times = json.createArrayNode();
    for (Busy one : busy) {
      times
          .addObject()
          .put("id", UuidCreator.getTimeOrderedEpoch().toString())
          .put("starts_at", one.startsAt().toString())
          .put("ends_at", one.endsAt().toString());
    }
    return times.toString();
  }
}
