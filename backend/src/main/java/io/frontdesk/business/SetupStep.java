package io.frontdesk.business;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// What a new business does first, in this order.
@TypeDef(type = DataType.STRING, converter = WireName.class)
enum SetupStep {
  /// Says what it is and when it is open. Done once the profile was saved, or found right as it is.
  @JsonProperty("business")
  BUSINESS,
  /// Hears its receptionist. Done once there was a call.
  @JsonProperty("practice_call")
  PRACTICE_CALL,
  /// Chooses a number. Done once it has one besides the sandbox's first, or found that one enough.
  @JsonProperty("number")
  NUMBER
}
