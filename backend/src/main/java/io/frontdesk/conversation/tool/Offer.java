package io.frontdesk.conversation.tool;

import io.frontdesk.appointment.Slot;
import io.frontdesk.appointment.TelephoneDesk;
import io.frontdesk.appointment.TelephoneDesk.Caller;
import io.frontdesk.appointment.spoken.TimeInWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A few free times that a caller is offered, held for them while they decide.
///
/// @param times by the business's clock, earliest first
record Offer(List<ZonedDateTime> times) {
  private static final int LONG = 3;

  /// The first times of what is free that can be held at once: nobody is held twice for one moment.
  static Offer next(TelephoneDesk desk, Caller caller, ZoneId zone, List<Slot> free, int most) {
    var chosen = new ArrayList<Slot>();
    for (Slot slot : different(free).toList()) {
      if (chosen.size() < most && chosen.stream().noneMatch(other -> clash(other, slot))) {
        chosen.add(slot);
      }
    }
    return of(desk, caller, zone, chosen);
  }

  private static boolean clash(Slot one, Slot other) {
    return one.staffId().equals(other.staffId())
        && one.startsAt().isBefore(other.endsAt())
        && other.startsAt().isBefore(one.endsAt());
  }

  /// Times from all over what is free: early, late and between.
  static Offer spread(TelephoneDesk desk, Caller caller, ZoneId zone, List<Slot> free) {
    List<Slot> all = different(free).toList();
    return of(
        desk,
        caller,
        zone,
        all.size() <= LONG ? all : List.of(all.getFirst(), all.get(all.size() / 2), all.getLast()));
  }

  private static Stream<Slot> different(List<Slot> free) {
    return free.stream()
        .collect(Collectors.toMap(Slot::startsAt, slot -> slot, (first, _) -> first))
        .values()
        .stream()
        .sorted(Comparator.comparing(Slot::startsAt));
  }

  private static Offer of(TelephoneDesk desk, Caller caller, ZoneId zone, List<Slot> slots) {
    return new Offer(
        desk.offer(caller, slots).stream().map(slot -> slot.startsAt().atZone(zone)).toList());
  }

  boolean isEmpty() {
    return times.isEmpty();
  }

  /// `Thursday at 2 PM, or 2:30 PM`
  String inWords(LocalDate today) {
    var words = new ArrayList<String>();
    LocalDate named = null;
    for (ZonedDateTime time : times) {
      LocalDate day = time.toLocalDate();
      String on = day.equals(named) ? "" : TimeInWords.byDay(day, today) + " at ";
      words.add(on + TimeInWords.of(time.toLocalTime()));
      named = day;
    }
    return String.join(", or ", words);
  }
}
