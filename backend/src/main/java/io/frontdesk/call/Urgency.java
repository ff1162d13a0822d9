package io.frontdesk.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// How soon a message wants an answer.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Urgency {
  @JsonProperty("low")
  LOW,
  @JsonProperty("normal")
  NORMAL,
  @JsonProperty("high")
  HIGH,
  @JsonProperty("emergency")
  EMERGENCY
}
