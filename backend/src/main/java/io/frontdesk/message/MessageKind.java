package io.frontdesk.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// How a message was left.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum MessageKind {
  /// Told to the receptionist, which took it down.
  @JsonProperty("message")
  MESSAGE,
  /// Spoken after the beep.
  @JsonProperty("voicemail")
  VOICEMAIL
}
