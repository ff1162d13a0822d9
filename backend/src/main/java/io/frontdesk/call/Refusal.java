package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// Which of the business's limits turned a call away.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Refusal {
  /// As many calls as it may have at the same time are going on.
  @JsonProperty("concurrent_calls")
  CONCURRENT_CALLS,
  /// The month's minutes are used up.
  @JsonProperty("minutes_per_month")
  MINUTES_PER_MONTH,
  /// What it may spend in a day is spent.
  @JsonProperty("spend_per_day")
  SPEND_PER_DAY
}
