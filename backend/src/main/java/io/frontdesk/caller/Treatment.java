package io.frontdesk.caller;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// How a caller is treated.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Treatment {
  /// Their calls are not taken: they hear that the line is busy, and nothing is recorded of them
  /// but how often.
  @JsonProperty("blocked")
  BLOCKED,
  /// The phones of the business's people ring at once, at any hour; the receptionist answers if
  /// nobody does.
  @JsonProperty("straight_through")
  STRAIGHT_THROUGH
}
