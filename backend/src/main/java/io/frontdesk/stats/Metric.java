package io.frontdesk.stats;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What is counted over time, named as in the summary.
enum Metric {
  @JsonProperty("calls")
  CALLS,
  @JsonProperty("inbound_calls")
  INBOUND_CALLS,
  @JsonProperty("outbound_calls")
  OUTBOUND_CALLS,
  @JsonProperty("answered_calls")
  ANSWERED_CALLS,
  @JsonProperty("after_hours_calls")
  AFTER_HOURS_CALLS,
  @JsonProperty("leads_generated")
  LEADS_GENERATED,
  @JsonProperty("appointments_booked")
  APPOINTMENTS_BOOKED,
  @JsonProperty("messages_taken")
  MESSAGES_TAKEN
}
