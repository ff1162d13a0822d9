package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// How the caller seemed to feel.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Sentiment {
  @JsonProperty("positive")
  POSITIVE,
  @JsonProperty("neutral")
  NEUTRAL,
  @JsonProperty("negative")
  NEGATIVE
}
