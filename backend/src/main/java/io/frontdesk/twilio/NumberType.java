package io.frontdesk.twilio;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What kind of number it is, as Twilio parts them.
public enum NumberType {
  @JsonProperty("local")
  LOCAL,
  @JsonProperty("toll_free")
  TOLL_FREE,
  @JsonProperty("mobile")
  MOBILE
}
