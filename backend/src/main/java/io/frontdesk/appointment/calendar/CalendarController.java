package io.frontdesk.appointment.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.receptionist.StaffMembers;
import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.WebhookUrls;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Calendars that are connected with ours.
@Controller("/api/v1/calendars")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Calendars")
class CalendarController {
  private static final String RESOURCE = "calendar";
  private static final int MOST = 20;

  private final ConnectedCalendars calendars;
  private final ReadCalendar readCalendar;
  private final StaffMembers staff;
  private final Secrets secrets;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Tenancy tenancy;
  private final WebhookUrls urls;
  private final Clock clock;

  CalendarController(
      ConnectedCalendars calendars,
      ReadCalendar readCalendar,
      StaffMembers staff,
      Secrets secrets,
      Outbox outbox,
      AuditLog audit,
      Tenancy tenancy,
      WebhookUrls urls,
      Clock clock) {
    this.calendars = calendars;
    this.readCalendar = readCalendar;
    this.staff = staff;
    this.secrets = secrets;
    this.outbox = outbox;
    this.audit = audit;
    this.tenancy = tenancy;
    this.urls = urls;
    this.clock = clock;
  }

  /// What is to be connected.
  ///
  /// @param url where it is read; none for a feed
  /// @param staffId whose it is; null for everybody's
  @Introspected
  record Wish(
      @NotNull CalendarKind kind,
      @NotBlank @Size(max = 200) String name,
      @Nullable @Size(max = 2000) String url,
      @Nullable UUID staffId) {}

  /// A calendar that was connected.
  ///
  /// @param url a feed's address, which is shown this once; null otherwise
  @Introspected
  record Connected(
      UUID id,
      CalendarKind kind,
      String name,
      @Nullable UUID staffId,
      @Nullable String host,
      Instant createdAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url) {
    static Connected of(ConnectedCalendar calendar, @Nullable String url) {
      return new Connected(
          calendar.id(),
          calendar.kind(),
          calendar.name(),
          calendar.staffId(),
          calendar.host(),
          calendar.createdAt(),
          url);
    }
  }

  /// All that are connected, newest first: when they were read last, and what was wrong.
  @Get
  Page<ConnectedCalendar> list(TenantId tenant, @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                calendars.newestFirst(tenant, page.before(), page.fetch()),
                page,
                ConnectedCalendar::id));
  }

  /// Connects one: reads it at once and from then on every quarter of an hour, or makes a feed of
  /// ours for other programs, whose address is told this once.
  @Post
  @Status(HttpStatus.CREATED)
  Connected add(TenantId tenant, Actor actor, @Valid @Body Wish wish) {
    return tenancy.run(
        tenant,
        () -> {
          refuseStranger(tenant, wish.staffId());
          if (calendars.countByTenantId(tenant) >= MOST) {
            throw new RequestException.Conflict(
                "too_many_calendars",
                "Too many calendars",
                "At most %d calendars can be connected. Disconnect one first.".formatted(MOST));
          }
          return switch (wish.kind()) {
            case ICS -> read(tenant, actor, wish);
            case FEED -> feed(tenant, actor, wish);
          };
        });
  }

  /// Disconnects one: what it says counts no more, and a feed's address leads nowhere.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(TenantId tenant, Actor actor, UUID id) {
    tenancy.run(
        tenant,
        () -> {
          ConnectedCalendar calendar =
              calendars
                  .findByTenantIdAndId(tenant, id)
                  .orElseThrow(() -> new RequestException.NotFound(RESOURCE, id));
          audit.record(tenant, actor, Change.deleted(RESOURCE, id, facts(calendar)));
          calendars.delete(calendar);
        });
  }

  private Connected read(TenantId tenant, Actor actor, Wish wish) {
    URI url = CalendarAddress.of(Objects.requireNonNullElse(wish.url(), ""));
    ConnectedCalendar calendar =
        calendars.save(
            connected(tenant, wish, secrets.encrypt(tenant, url.toString()), url.getHost(), null));
    audit.record(tenant, actor, Change.created(RESOURCE, calendar.id(), facts(calendar)));
    outbox.soon(readCalendar, tenant, calendar.id());
    return Connected.of(calendar, null);
  }

  private Connected feed(TenantId tenant, Actor actor, Wish wish) {
    if (wish.url() != null) {
      throw new RequestException.Rejected("/url", "is for calendars that are read");
    }
    var token = OpaqueToken.random();
    ConnectedCalendar calendar = calendars.save(connected(tenant, wish, null, null, token.hash()));
    audit.record(tenant, actor, Change.created(RESOURCE, calendar.id(), facts(calendar)));
    return Connected.of(
        calendar, urls.of("/api/v1/calendars/%s.ics".formatted(token.value())).toString());
  }

  private ConnectedCalendar connected(
      TenantId tenant,
      Wish wish,
      @Nullable String encryptedUrl,
      @Nullable String host,
      @Nullable String tokenHash) {
    return new ConnectedCalendar(
        UuidCreator.getTimeOrderedEpoch(),
        tenant,
        wish.kind(),
        wish.name(),
        wish.staffId(),
        encryptedUrl,
        host,
        tokenHash,
        null,
        null,
        null,
        clock.instant());
  }

  private void refuseStranger(TenantId tenant, @Nullable UUID staffId) {
    if (staffId != null && staff.bookable(tenant, staffId).isEmpty()) {
      throw new RequestException.Rejected("/staff_id", "there is no such member of staff");
    }
  }

  private static Map<String, String> facts(ConnectedCalendar calendar) {
    return Map.of(
        "kind", WireName.of(calendar.kind()),
        "name", calendar.name(),
        "host", Objects.requireNonNullElse(calendar.host(), ""));
  }
}
