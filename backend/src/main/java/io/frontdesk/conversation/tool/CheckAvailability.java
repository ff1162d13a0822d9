package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.appointment.Slot;
import io.frontdesk.appointment.TelephoneDesk;
import io.frontdesk.appointment.TelephoneDesk.Caller;
import io.frontdesk.appointment.spoken.SpokenDays;
import io.frontdesk.appointment.spoken.SpokenTime;
import io.frontdesk.appointment.spoken.TimeInWords;
import io.frontdesk.receptionist.StaffMember;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells a caller which times are free, and holds those that they hear of while they decide.
@Singleton
class CheckAvailability implements Tool {
  private static final int MOST_TOLD = 40;
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.optional(
              "when",
              300,
              "The day or days, part of the day, or time asked about, in the caller's own words;"
                  + " leave out for what is free next."),
          Parameter.optional("service", 200, "Which of the services is meant."),
          Parameter.optional("staff", 200, "With whom, if the caller named somebody."));

  private final TelephoneDesk desk;
  private final Offering offering;
  private final Clock clock;

  CheckAvailability(TelephoneDesk desk, Offering offering, Clock clock) {
    this.desk = desk;
    this.offering = offering;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "check_availability";
  }

  @Override
  public String description() {
    return "Looks up which times are still free, when the caller asks what is free. Books nothing.";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    Caller caller = on.atDesk(clock);
    ZonedDateTime now = on.now(clock);
    Optional<String> named = arguments.find("staff");
    Optional<StaffMember> member = named.flatMap(said -> offering.member(on.tenant(), said));
    if (named.isPresent() && member.isEmpty()) {
      return Output.again("staff", "I do not know anybody of that name here. Whom do you mean?");
    }
    UUID staff = member.map(StaffMember::id).orElse(null);
    UUID service = offering.service(on.tenant(), arguments.find("service")).orElse(null);
    String when = arguments.find("when").orElse("");
    return SpokenTime.understand(when, now) instanceof SpokenTime.Moment(ZonedDateTime at)
        ? moment(caller, service, staff, at, now)
        : days(caller, service, staff, SpokenDays.understand(when, now), now);
  }

  private ObjectNode moment(
      Caller caller,
      @Nullable UUID service,
      @Nullable UUID staff,
      ZonedDateTime at,
      ZonedDateTime now) {
    Instant wished = at.toInstant();
    List<Slot> free =
        desk.free(caller, service, staff, wished, wished.plus(ScheduleAppointment.LOOK_AHEAD));
    boolean isFree = free.stream().anyMatch(slot -> slot.startsAt().equals(wished));
    var offer =
        Offer.next(desk, caller, at.getZone(), free, isFree ? 1 : ScheduleAppointment.ALTERNATIVES);
    if (offer.isEmpty()) {
      return Output.again("when", "That time is not free. Which other day would suit you?");
    }
    String say =
        isFree && offer.times().getFirst().toInstant().equals(wished)
            ? "%s is free. Shall I book it?".formatted(TimeInWords.of(at))
            : "That time is not free. How about %s?".formatted(offer.inWords(now.toLocalDate()));
    return told(say, free, at.getZone());
  }

  private ObjectNode days(
      Caller caller,
      @Nullable UUID service,
      @Nullable UUID staff,
      SpokenDays days,
      ZonedDateTime now) {
    ZoneId zone = now.getZone();
    Instant from = days.from().atStartOfDay(zone).toInstant();
    Instant until = days.until().atStartOfDay(zone).toInstant();
    List<Slot> free =
        desk.free(caller, service, staff, from, until).stream()
            .filter(slot -> days.has(slot.startsAt().atZone(zone)))
            .toList();
    boolean oneDay = days.from().plusDays(1).equals(days.until());
    var offer =
        oneDay
            ? Offer.spread(desk, caller, zone, free)
            : Offer.next(desk, caller, zone, free, ScheduleAppointment.ALTERNATIVES);
    if (offer.isEmpty()) {
      return Output.again("when", "Nothing is free then. Which other day would suit you?");
    }
    return told("Free is %s.".formatted(offer.inWords(now.toLocalDate())), free, zone);
  }

  /// @param free what the model may tell when the caller asks on: local times
  private static ObjectNode told(String say, List<Slot> free, ZoneId zone) {
    ObjectNode output = Output.done(say);
    var times = output.putArray("free");
    free.stream()
        .map(slot -> slot.startsAt().atZone(zone).toLocalDateTime())
        .distinct()
        .limit(MOST_TOLD)
        .forEach(time -> times.add(time.toString()));
    return output;
  }
}
