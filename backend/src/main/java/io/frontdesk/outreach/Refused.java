package io.frontdesk.outreach;

import io.frontdesk.call.Refusal;
import io.frontdesk.web.WireName;
import io.micronaut.core.annotation.Introspected;

/// Why a call was not placed.
///
/// @param rule a stable name for programs
/// @param detail a sentence for people
@Introspected
record Refused(String rule, String detail) {
  static final Refused SUSPENDED =
      new Refused("suspended", "The business was suspended when the call was due.");
  static final Refused NO_NUMBER =
      new Refused("no_number", "The business has no number to call from.");
  static final Refused INVALID_NUMBER =
      new Refused("invalid_number", "Nobody can have this number.");

  static Refused of(Refusal limit) {
    return new Refused(
        WireName.of(limit),
        switch (limit) {
          case CONCURRENT_CALLS -> "As many calls as the plan allows were going on.";
          case MINUTES_PER_MONTH -> "The plan's minutes of this month were used up.";
          case SPEND_PER_DAY -> "What may be spent on calls in a day was spent.";
        });
  }
}
