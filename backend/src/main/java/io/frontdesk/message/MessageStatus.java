package io.frontdesk.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// Whether somebody has dealt with a message.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum MessageStatus {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("done")
  DONE
}
