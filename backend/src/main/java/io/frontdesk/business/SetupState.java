package io.frontdesk.business;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// How far a step of the first run is.
@TypeDef(type = DataType.STRING, converter = WireName.class)
enum SetupState {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("done")
  DONE,
  @JsonProperty("skipped")
  SKIPPED
}
