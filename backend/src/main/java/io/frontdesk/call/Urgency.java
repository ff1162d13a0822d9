package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Arrays;

/// How soon what a caller wants needs an answer.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Urgency {
  @JsonProperty("low")
  LOW,
  @JsonProperty("normal")
  NORMAL,
  @JsonProperty("high")
  HIGH,
  @JsonProperty("emergency")
  EMERGENCY;

  /// The urgency of that name, for example `high`.
  public static Urgency named(String name) {
    return Arrays.stream(values())
        .filter(urgency -> WireName.of(urgency).equals(name))
        .findFirst()
        .orElseThrow();
  }
}
