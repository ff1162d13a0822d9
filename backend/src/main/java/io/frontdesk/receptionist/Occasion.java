package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.business.Business;
import java.time.Instant;
import java.time.LocalDate;

/// Whether somebody calls while the business is open, by its own clock.
public enum Occasion {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("closed")
  CLOSED,
  /// It is closed, on a day that is listed with hours of its own.
  @JsonProperty("holiday")
  HOLIDAY;

  /// @param now what the business's own clock reads, as an instant
  public static Occasion of(Business business, Instant now) {
    if (business.isOpenAt(now)) {
      return OPEN;
    }
    LocalDate today = LocalDate.ofInstant(now, business.timeZone());
    boolean listed = business.holidays().stream().anyMatch(holiday -> holiday.date().equals(today));
    return listed ? HOLIDAY : CLOSED;
  }
}
