package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.appointment.Booking;
import io.frontdesk.appointment.TelephoneDesk;
import io.frontdesk.appointment.TelephoneDesk.Caller;
import io.frontdesk.appointment.spoken.SpokenTime;
import io.frontdesk.appointment.spoken.TimeInWords;
import io.frontdesk.receptionist.StaffMember;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Books an appointment at a time that the caller chose.
@Singleton
class ScheduleAppointment implements Tool {
  static final String NAME = "schedule_appointment";

  static final Duration LOOK_AHEAD = Duration.ofDays(14);
  static final int ALTERNATIVES = 2;

  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required("name", 200, "The caller's name."),
          Parameter.required(
              "when",
              300,
              "The day and time that would suit the caller, in the caller's own words, for example"
                  + " \"next Tuesday at half past two\", or \"the second one\" of those that they"
                  + " were offered. Do not turn it into a date."),
          Parameter.optional(
              "service", 200, "Which of the services; leave out if there is only one."),
          Parameter.optional(
              "staff", 200, "With whom, if the caller named somebody; leave out for anybody."),
          Parameter.optional(
              "phone", 40, "The number to reach them at, if it is not the one they call from."),
          Parameter.optional(
              "email", 254, "An e-mail address for the confirmation, if the caller gave one."),
          Parameter.optional("reason", 2000, "What it is about, in the caller's words."));

  private final TelephoneDesk desk;
  private final Offering offering;
  private final WishedTime wished;
  private final Clock clock;

  ScheduleAppointment(TelephoneDesk desk, Offering offering, WishedTime wished, Clock clock) {
    this.desk = desk;
    this.wished = wished;
    this.offering = offering;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
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
  public boolean makesSomething() {
    return true;
  }

  /// What was offered last is held until it is booked: "the second one" is another one then.
  @Override
  public boolean meansAnother(OnCall on, Arguments arguments) {
    return wished.isOffered(on, arguments.get("when"));
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    Optional<String> email = arguments.find("email");
    if (email.isPresent() && !MailAddress.isOne(email.get())) {
      return Output.again("email", "Could you spell that e-mail address for me, please?");
    }
    Optional<String> staff = arguments.find("staff");
    Optional<StaffMember> member = staff.flatMap(said -> offering.member(on.tenant(), said));
    if (staff.isPresent() && member.isEmpty()) {
      return Output.again(
          "staff", "I do not know anybody of that name here. With whom would you like to book?");
    }
    return switch (wished.understand(on, arguments.get("when"))) {
      case SpokenTime.Unclear unclear -> Output.again("when", unclear.question());
      case SpokenTime.Moment moment ->
          book(on, arguments, member.map(StaffMember::id).orElse(null), moment.at());
    };
  }

  private ObjectNode book(OnCall on, Arguments arguments, @Nullable UUID staff, ZonedDateTime at) {
    Optional<String> phone = arguments.find("phone");
    UUID service = offering.service(on.tenant(), arguments.find("service")).orElse(null);
    Caller caller = on.atDesk(clock);
    var booking =
        new Booking(
            service,
            staff,
            at.toInstant(),
            arguments.get("name"),
            phone.flatMap(on::number).orElse(on.caller()),
            arguments.find("email").orElse(null),
            arguments.find("reason").orElse(null));
    try {
      var booked = desk.book(caller, booking);
      return Output.done("Booked for " + TimeInWords.of(at) + ".")
          .put("appointment_id", booked.id().toString())
          .put("starts_at", booked.startsAt().toString());
    } catch (RequestException.Conflict taken) {
      return Output.again(
          "when", "That time is taken. " + alternatives(caller, service, staff, at));
    } catch (RequestException.Rejected closed) {
      return Output.again(
          "when", "We are closed then. " + alternatives(caller, service, staff, at));
    }
  }

  /// The free times that come next after the one that was wished for.
  private String alternatives(
      Caller caller, @Nullable UUID service, @Nullable UUID staff, ZonedDateTime at) {
    Instant now = caller.now();
    Instant from = at.toInstant().isBefore(now) ? now : at.toInstant();
    var free = desk.free(caller, service, staff, from, from.plus(LOOK_AHEAD));
    var offer = Offer.next(desk, caller, at.getZone(), free, ALTERNATIVES);
    return offer.isEmpty()
        ? "Which other day would suit you?"
        : "How about %s?".formatted(offer.inWords(now.atZone(at.getZone()).toLocalDate()));
  }
}
