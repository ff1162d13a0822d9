package io.frontdesk.business;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// Whether calls are recorded, and by whose leave.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum RecordingConsent {
  /// Nothing is recorded.
  @JsonProperty("off")
  OFF,
  /// Callers are told at the start, and recorded from the moment they have heard it: who goes on
  /// talking agrees.
  @JsonProperty("announced")
  ANNOUNCED,
  /// Callers are recorded from the first moment, and told nothing: for places whose law asks one
  /// party only, which is the business.
  @JsonProperty("one_party")
  ONE_PARTY
}
