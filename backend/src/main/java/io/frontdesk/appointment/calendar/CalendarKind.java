package io.frontdesk.appointment.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// What a connected calendar is for.
@TypeDef(type = DataType.STRING, converter = WireName.class)
enum CalendarKind {
  /// An iCalendar address: when it says busy, nothing is booked.
  @JsonProperty("ics")
  ICS,
  /// A feed of our appointments for other programs.
  @JsonProperty("feed")
  FEED
}
