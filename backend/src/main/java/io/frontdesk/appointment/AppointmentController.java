package io.frontdesk.appointment;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.appointment.FreeTimes.Wish;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CleanTime;
import io.frontdesk.web.CreatedBetween;
import io.frontdesk.web.ETag;
import io.frontdesk.web.MergePatch;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.Search;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is free, and what is booked.
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Appointments")
class AppointmentController {
  private static final Duration LONGEST_LOOK_AHEAD = Duration.ofDays(62);

  private final AppointmentBook book;
  private final Appointments appointments;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final Clock clock;

  AppointmentController(
      AppointmentBook book,
      Appointments appointments,
      Tenancy tenancy,
      MergePatch mergePatch,
      Clock clock) {
    this.book = book;
    this.appointments = appointments;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
    this.clock = clock;
  }

  /// What is free.
  @Introspected
  record Free(List<Slot> data) {}

  /// When the staff are busy with something else.
  @Introspected
  record Elsewhere(List<FreeTimes.BusyElsewhere> data) {}

  /// The times that can be booked between `from` and `to`, at most 62 days apart, earliest first.
  ///
  /// @param appointmentId an appointment that is to be moved: its own time counts as free
  @Get("/availability")
  Free availability(
      TenantId tenant,
      @QueryValue Instant from,
      @QueryValue Instant to,
      @QueryValue("service_id") @Nullable UUID serviceId,
      @QueryValue("staff_id") @Nullable UUID staffId,
      @QueryValue("appointment_id") @Nullable UUID appointmentId) {
    Instant begin = CleanTime.nearest(from);
    Instant end = CleanTime.nearest(to);
    refuseTooLong(begin, end);
    Instant now = clock.instant();
    return new Free(
        now.isBefore(end)
            ? book.free(tenant, new Wish(serviceId, staffId, begin, end, appointmentId, null), now)
            : List.of());
  }

  /// When the staff are busy with something else between `from` and `to`, at most 62 days apart:
  /// time off, and what calendars say that are connected.
  @Get("/busy-times")
  Elsewhere busyTimes(TenantId tenant, @QueryValue Instant from, @QueryValue Instant to) {
    Instant begin = CleanTime.nearest(from);
    Instant end = CleanTime.nearest(to);
    refuseTooLong(begin, end);
    return new Elsewhere(book.busyElsewhere(tenant, begin, end));
  }

  private static void refuseTooLong(Instant from, Instant to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_LOOK_AHEAD) > 0) {
      throw new RequestException.Rejected("/to", "must be after `from`, at most 62 days");
    }
  }

  /// Appointments, those made last first.
  @Get("/appointments")
  Page<Appointment> list(
      TenantId tenant,
      @Valid @RequestBean PageQuery page,
      @RequestBean CreatedBetween created,
      @RequestBean AppointmentFilter filter) {
    String pattern = Search.pattern(filter.q());
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                appointments.newestFirst(
                    tenant,
                    page.before(),
                    created.after(),
                    created.before(),
                    filter.from(),
                    filter.until(),
                    filter.status(),
                    filter.callId(),
                    filter.leadId(),
                    pattern,
                    Search.digits(filter.q()),
                    page.fetch()),
                page,
                Appointment::id));
  }

  /// One appointment.
  @Get("/appointments/{id}")
  HttpResponse<Appointment> get(TenantId tenant, UUID id) {
    return answer(
        book.find(tenant, id).orElseThrow(() -> new RequestException.NotFound("appointment", id)));
  }

  /// Books a time; 409 if it is taken.
  @Post("/appointments")
  @Status(HttpStatus.CREATED)
  HttpResponse<Appointment> add(TenantId tenant, @Body @Valid Booking booking) {
    return HttpResponse.created(book.book(tenant, booking, null, clock.instant()));
  }

  /// Moves an appointment, cancels it or lets it stand again, or changes what is known of it.
  @Patch("/appointments/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = AppointmentChange.class)))
  HttpResponse<Appointment> change(
      TenantId tenant,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return answer(
        book.change(
            tenant,
            id,
            appointment -> {
              ETag.check(ifMatch, appointment.version(), "appointment");
              return mergePatch.apply(
                  AppointmentChange.of(appointment), AppointmentChange.class, patch);
            },
            null,
            clock.instant()));
  }

  /// Cancels an appointment; its time is free again.
  @Delete("/appointments/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void cancel(TenantId tenant, UUID id) {
    book.cancel(tenant, id);
  }

  private static HttpResponse<Appointment> answer(Appointment appointment) {
    return ETag.answer(HttpStatus.OK, appointment, appointment.version());
  }
}
