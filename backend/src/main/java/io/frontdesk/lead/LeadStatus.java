package io.frontdesk.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// How far a lead has come. None is final: who was lost may call again, and a slip of the hand can
/// be undone.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum LeadStatus {
  @JsonProperty("new")
  NEW,
  @JsonProperty("contacted")
  CONTACTED,
  @JsonProperty("qualified")
  QUALIFIED,
  @JsonProperty("won")
  WON,
  @JsonProperty("lost")
  LOST
}
