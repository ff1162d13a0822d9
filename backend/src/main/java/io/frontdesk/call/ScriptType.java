package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// What kind of call the business places.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum ScriptType {
  @JsonProperty("default")
  DEFAULT,
  /// To somebody who was in touch before.
  @JsonProperty("follow_up")
  FOLLOW_UP,
  @JsonProperty("appointment_reminder")
  APPOINTMENT_REMINDER
}
