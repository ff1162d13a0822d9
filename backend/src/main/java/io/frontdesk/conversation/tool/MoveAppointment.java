package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.appointment.Appointment;
import io.frontdesk.appointment.TelephoneDesk;
import io.frontdesk.appointment.TelephoneDesk.Caller;
import io.frontdesk.appointment.spoken.SpokenTime;
import io.frontdesk.appointment.spoken.TimeInWords;
import io.frontdesk.conversation.tool.OwnAppointments.Found;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;

/// Moves an appointment of the caller's own to another time.
@Singleton
class MoveAppointment implements Tool {
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(
              "when",
              300,
              "The new day and time, in the caller's own words, for example \"Thursday at two\"."
                  + " Do not turn it into a date."),
          OwnAppointments.WHICH);

  private final TelephoneDesk desk;
  private final OwnAppointments own;
  private final WishedTime wished;
  private final Clock clock;

  MoveAppointment(TelephoneDesk desk, OwnAppointments own, WishedTime wished, Clock clock) {
    this.desk = desk;
    this.wished = wished;
    this.own = own;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "move_appointment";
  }

  @Override
  public String description() {
    return "Reschedules: moves what the caller has booked before to another time.";
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
  public Set<String> takesBack() {
    return Set.of(ScheduleAppointment.NAME);
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    return switch (own.find(on, arguments.find("which"))) {
      case Found.None none -> none.output();
      case Found.Gone(Appointment gone) ->
          Output.failed(
              "Your appointment on %s is cancelled. Shall I book a new one for you?"
                  .formatted(TimeInWords.of(gone.startsAt().atZone(on.business().timeZone()))),
              "it is cancelled, so it cannot be moved: book a new one");
      case Found.One(Appointment appointment) ->
          switch (wished.understand(on, arguments.get("when"))) {
            case SpokenTime.Unclear unclear -> Output.again("when", unclear.question());
            case SpokenTime.Moment(ZonedDateTime at) -> move(on.atDesk(clock), appointment, at);
          };
    };
  }

  private ObjectNode move(Caller caller, Appointment appointment, ZonedDateTime at) {
    try {
      var moved = desk.move(caller, appointment.id(), at.toInstant());
      return Output.done("Moved to " + TimeInWords.of(at) + ".")
          .put("appointment_id", moved.id().toString())
          .put("starts_at", moved.startsAt().toString());
    } catch (RequestException.Conflict taken) {
      return Output.again("when", "That time is taken. " + alternatives(caller, appointment, at));
    } catch (RequestException.Rejected closed) {
      return Output.again(
          "when", "That is not possible then. " + alternatives(caller, appointment, at));
    }
  }

  private String alternatives(Caller caller, Appointment appointment, ZonedDateTime at) {
    Instant now = caller.now();
    Instant from = at.toInstant().isBefore(now) ? now : at.toInstant();
    var free = desk.free(caller, appointment, from, from.plus(ScheduleAppointment.LOOK_AHEAD));
    var offer = Offer.next(desk, caller, at.getZone(), free, ScheduleAppointment.ALTERNATIVES);
    return offer.isEmpty()
        ? "Which other day would suit you?"
        : "How about %s?".formatted(offer.inWords(now.atZone(at.getZone()).toLocalDate()));
  }
}
