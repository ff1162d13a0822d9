package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.receptionist.ChosenEngine;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// What spoke for the receptionist.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Engine {
  @JsonProperty("realtime")
  REALTIME,
  @JsonProperty("pipeline")
  PIPELINE,
  @JsonProperty("conversation_relay")
  CONVERSATION_RELAY,
  @JsonProperty("turn_based")
  TURN_BASED,
  @JsonProperty("scripted")
  SCRIPTED,
  @JsonProperty("voicemail")
  VOICEMAIL;

  /// The engine that was chosen.
  public static Engine of(ChosenEngine chosen) {
    return valueOf(chosen.name());
  }
}
