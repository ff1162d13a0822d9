package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// Who rang: somebody the business, or the business somebody.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Direction {
  @JsonProperty("inbound")
  INBOUND,
  @JsonProperty("outbound")
  OUTBOUND
}
