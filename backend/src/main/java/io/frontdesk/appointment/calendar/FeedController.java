package io.frontdesk.appointment.calendar;

import io.frontdesk.appointment.Appointment;
import io.frontdesk.appointment.AppointmentBook;
import io.frontdesk.business.Businesses;
import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Our appointments for other programs: whoever knows the address may read it.
@Controller("/api/v1/calendars")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class FeedController {
  private static final Duration BACK = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(731);

  private final ConnectedCalendars calendars;
  private final AppointmentBook book;
  private final Services services;
  private final Businesses businesses;
  private final Tenancy tenancy;
  private final Clock clock;

  FeedController(
      ConnectedCalendars calendars,
      AppointmentBook book,
      Services services,
      Businesses businesses,
      Tenancy tenancy,
      Clock clock) {
    this.calendars = calendars;
    this.book = book;
    this.services = services;
    this.businesses = businesses;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// The appointments that stand, from a month ago on, as an iCalendar feed.
  @Get("/{token}.ics")
  @Produces("text/calendar")
  HttpResponse<String> feed(String token) {
    var feed =
        tenancy
            .platform(() -> calendars.feed(new OpaqueToken(token).hash()))
            .orElseThrow(() -> new RequestException.NotFound("calendar", "at this address"));
    var tenant = new TenantId(feed.tenantId());
    Instant now = clock.instant();
    String text =
        tenancy.run(
            tenant,
            () -> {
              var calendar =
                  calendars
                      .findByTenantIdAndId(tenant, feed.id())
                      .orElseThrow(
                          () -> new RequestException.NotFound("calendar", "at this address"));
              List<Appointment> standing =
                  book.standing(tenant, calendar.staffId(), now.minus(BACK), now.plus(AHEAD));
              return AppointmentIcs.feed(
                  businesses.of(tenant).name(),
                  standing.stream().map(one -> entry(tenant, one)).toList());
            });
    return HttpResponse.ok(text).header(HttpHeaders.CACHE_CONTROL, "private, max-age=300");
  }

  private AppointmentIcs.Entry entry(TenantId tenant, Appointment appointment) {
    String service =
        services.findByTenantIdAndId(tenant, appointment.serviceId()).map(Service::name).orElse("");
    String phone = Objects.toString(appointment.phone(), "");
    String about =
        Stream.of(phone, Objects.requireNonNullElse(appointment.reason(), ""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n"));
    return new AppointmentIcs.Entry(appointment, appointment.name() + ": " + service, about);
  }
}
