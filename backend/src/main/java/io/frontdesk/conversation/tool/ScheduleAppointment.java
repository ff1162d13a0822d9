package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.appointment.AppointmentBook;
import io.frontdesk.appointment.Booking;
import io.frontdesk.appointment.Slot;
import io.frontdesk.appointment.spoken.SpokenTime;
import io.frontdesk.appointment.spoken.TimeInWords;
import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Books an appointment at a time that the caller chose.
@Singleton
class ScheduleAppointment implements Tool {
  private static final Duration LOOK_AHEAD = Duration.ofDays(14);
  private static final int ALTERNATIVES = 2;
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required("name", 200, "The caller's name."),
          Parameter.required(
              "when",
              300,
              "The day and time that would suit the caller, in the caller's own words, for example"
                  + " \"next Tuesday at half past two\". Do not turn it into a date."),
          Parameter.optional(
              "service", 200, "Which of the services; leave out if there is only one."),
          Parameter.optional(
              "phone", 40, "The number to reach them at, if it is not the one they call from."),
          Parameter.optional("reason", 2000, "What it is about, in the caller's words."));

  private final AppointmentBook book;
  private final Services services;
  private final Clock clock;

  ScheduleAppointment(AppointmentBook book, Services services, Clock clock) {
    this.book = book;
    this.services = services;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "schedule_appointment";
  }

  @Override
  public String description() {
    return "Books a visit or another appointment for the caller, if the time is free.";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public boolean isReadBack() {
    return true;
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    ZonedDateTime now = on.now(clock);
    return switch (SpokenTime.understand(arguments.get("when"), now)) {
      case SpokenTime.Unclear unclear -> Output.again("when", unclear.question());
      case SpokenTime.Moment moment -> book(on, arguments, now.toInstant(), moment.at());
    };
  }

  private ObjectNode book(OnCall on, Arguments arguments, Instant now, ZonedDateTime at) {
    Optional<String> phone = arguments.find("phone");
    UUID service = service(on, arguments.find("service"));
    var booking =
        new Booking(
            service,
            null,
            at.toInstant(),
            arguments.get("name"),
            phone.flatMap(on::number).orElse(on.caller()),
            null,
            arguments.find("reason").orElse(null));
    try {
      var booked = book.book(on.tenant(), booking, on.callId(), now);
      return Output.done("Booked for " + TimeInWords.of(at) + ".")
          .put("appointment_id", booked.id().toString())
          .put("starts_at", booked.startsAt().toString());
    } catch (RequestException.Conflict taken) {
      return Output.again("when", "That time is taken. " + alternatives(on, service, at, now));
    } catch (RequestException.Rejected closed) {
      return Output.again("when", "We are closed then. " + alternatives(on, service, at, now));
    }
  }

  /// The service that the caller means; null for the usual one.
  private @Nullable UUID service(OnCall on, Optional<String> said) {
    String wanted = said.orElse("").toLowerCase(Locale.ROOT);
    return services.offered(on.tenant()).stream()
        .filter(service -> !wanted.isBlank())
        .filter(service -> service.name().toLowerCase(Locale.ROOT).contains(wanted))
        .map(Service::id)
        .findFirst()
        .orElse(null);
  }

  /// The free times that come next after the one that was wished for.
  private String alternatives(OnCall call, @Nullable UUID service, ZonedDateTime at, Instant now) {
    Instant from = at.toInstant().isBefore(now) ? now : at.toInstant();
    List<Slot> free = book.free(call.tenant(), service, null, from, from.plus(LOOK_AHEAD));
    if (free.isEmpty()) {
      return "Which other day would suit you?";
    }
    LocalDate today = now.atZone(at.getZone()).toLocalDate();
    var offers = new ArrayList<String>();
    LocalDate named = null;
    for (ZonedDateTime time : next(free, at.getZone())) {
      LocalDate day = time.toLocalDate();
      String on = day.equals(named) ? "" : TimeInWords.byDay(day, today) + " at ";
      offers.add(on + TimeInWords.of(time.toLocalTime()));
      named = day;
    }
    return "How about " + String.join(", or ", offers) + "?";
  }

  private static List<ZonedDateTime> next(List<Slot> free, ZoneId zone) {
    return free.stream()
        .map(slot -> slot.startsAt().atZone(zone))
        .distinct()
        .limit(ALTERNATIVES)
        .toList();
  }
}
