package io.frontdesk.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// What a tenant has agreed to, as far as it limits what it may use.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Plan {
  @JsonProperty("trial")
  TRIAL,
  @JsonProperty("standard")
  STANDARD,
  @JsonProperty("unlimited")
  UNLIMITED;

  Allowance allowance() {
    return switch (this) {
      case TRIAL -> new Allowance(5, 2);
      case STANDARD -> new Allowance(200, 50);
      case UNLIMITED -> new Allowance(null, null);
    };
  }
}
