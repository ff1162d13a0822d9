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
      case TRIAL -> new Allowance(5, 2, 500L, dollars(25));
      case STANDARD -> new Allowance(200, 50, 100_000L, dollars(2_000));
      case UNLIMITED -> Allowance.NONE;
    };
  }

  private static Allowance.Money dollars(long amount) {
    return new Allowance.Money(amount * 1_000_000, "USD");
  }
}
