package io.frontdesk.phonenumber;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// Where a number came from.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Source {
  /// Rented from Twilio's stand-in: only simulated callers can ring it.
  @JsonProperty("sandbox")
  SANDBOX,
  /// Rented here.
  @JsonProperty("bought")
  BOUGHT,
  /// The business's Twilio account had it already: it stays there when it leaves us.
  @JsonProperty("imported")
  IMPORTED
}
