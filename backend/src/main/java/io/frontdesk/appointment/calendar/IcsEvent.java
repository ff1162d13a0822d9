package io.frontdesk.appointment.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An event as it is written, property by property.
record IcsEvent(List<Property> properties) {
  IcsEvent {
    properties = List.copyOf(properties);
  }

  /// A line: its name in capitals, its zone if it says one, and its value.
  ///
  /// @param zone empty for none
  record Property(String name, String zone, String value) {}

  Optional<Property> first(String name) {
    return properties.stream().filter(property -> property.name().equals(name)).findFirst();
  }

  /// The values of all lines of a name, each with its zone; several values of one line apart.
  List<Property> all(String name) {
    var all = new ArrayList<Property>();
    for (Property property : properties) {
      if (property.name().equals(name)) {
        for (String value : property.value().split(",", -1)) {
          all.add(new Property(name, property.zone(), value.strip()));
        }
      }
    }
    return all;
  }

  String uid() {
    return first("UID").map(Property::value).orElse("");
  }

  /// Whether its owner is busy then.
  boolean isBusy() {
    return !says("TRANSP", "TRANSPARENT")
        && !says("STATUS", "CANCELLED")
        && !says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
  }

  /// Which occurrence of a series this one stands for; empty for none.
  Optional<Instant> replaces(ZoneId usual) {
    return first("RECURRENCE-ID")
        .flatMap(property -> IcsTime.read(property, usual, _ -> {}))
        .map(time -> time.instant());
  }

  private boolean says(String name, String value) {
    return first(name)
        .filter(property -> property.value().strip().toUpperCase(Locale.ROOT).equals(value))
        .isPresent();
  }
}
