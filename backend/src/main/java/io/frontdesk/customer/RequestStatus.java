package io.frontdesk.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// What has become of something that somebody asked to have done.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum RequestStatus {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("in_progress")
  IN_PROGRESS,
  @JsonProperty("done")
  DONE,
  @JsonProperty("cancelled")
  CANCELLED
}
