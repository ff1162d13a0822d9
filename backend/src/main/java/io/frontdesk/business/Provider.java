package io.frontdesk.business;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// A company at which a tenant may have an account of its own.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Provider {
  @JsonProperty("twilio")
  TWILIO,
  @JsonProperty("openai")
  OPENAI,
  @JsonProperty("elevenlabs")
  ELEVENLABS,
  @JsonProperty("anthropic")
  ANTHROPIC,
  /// Any mail server.
  @JsonProperty("smtp")
  SMTP
}
