package io.frontdesk.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// Whether an appointment stands.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum AppointmentStatus {
  @JsonProperty("booked")
  BOOKED,
  @JsonProperty("cancelled")
  CANCELLED
}
