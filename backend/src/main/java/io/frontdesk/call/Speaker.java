package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// Whose turn it was.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Speaker {
  @JsonProperty("caller")
  CALLER,
  @JsonProperty("receptionist")
  RECEPTIONIST,
  @JsonProperty("system")
  SYSTEM
}
