package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.appointment.Appointment;
import io.frontdesk.appointment.TelephoneDesk;
import io.frontdesk.appointment.spoken.TimeInWords;
import io.frontdesk.conversation.tool.OwnAppointments.Found;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/// Cancels an appointment of the caller's own.
@Singleton
class CancelAppointment implements Tool {
  private static final Parameters PARAMETERS = Parameters.of(OwnAppointments.WHICH);

  private final TelephoneDesk desk;
  private final OwnAppointments own;
  private final Clock clock;

  CancelAppointment(TelephoneDesk desk, OwnAppointments own, Clock clock) {
    this.desk = desk;
    this.own = own;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "cancel_appointment";
  }

  @Override
  public String description() {
    return "Cancels what the caller has booked before, once they have said that they do not want it"
        + " any more.";
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
      case Found.Gone(Appointment gone) -> {
        var at = gone.startsAt().atZone(on.business().timeZone());
        yield Output.done("Your appointment on " + TimeInWords.of(at) + " is cancelled already.")
            .put("appointment_id", gone.id().toString());
      }
      case Found.One one -> {
        var cancelled = desk.cancel(on.atDesk(clock), one.appointment().id());
        var at = cancelled.startsAt().atZone(on.business().timeZone());
        yield Output.done("Cancelled: your appointment on " + TimeInWords.of(at) + ".")
            .put("appointment_id", cancelled.id().toString());
      }
    };
  }
}
