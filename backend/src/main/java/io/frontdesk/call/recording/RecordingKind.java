package io.frontdesk.call.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// What was recorded.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum RecordingKind {
  /// Both parties of a call.
  @JsonProperty("call")
  CALL,
  /// What the caller said after the beep.
  @JsonProperty("voicemail")
  VOICEMAIL
}
