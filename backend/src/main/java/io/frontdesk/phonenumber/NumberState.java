package io.frontdesk.phonenumber;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// Where a number stands between us and Twilio.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum NumberState {
  /// Twilio is being asked for it; nobody knows yet whether it will be ours.
  @JsonProperty("buying")
  BUYING,
  @JsonProperty("active")
  ACTIVE,
  /// Being given back; rings until Twilio has heard.
  @JsonProperty("releasing")
  RELEASING
}
