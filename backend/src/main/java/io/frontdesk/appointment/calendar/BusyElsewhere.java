package io.frontdesk.appointment.calendar;

import io.frontdesk.appointment.Busy;
import io.frontdesk.appointment.BusyTimes;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Who is busy by a calendar that was read is busy.
@Singleton
class BusyElsewhere implements BusyTimes {
  private final ConnectedCalendars calendars;

  BusyElsewhere(ConnectedCalendars calendars) {
    this.calendars = calendars;
  }

  @Override
  public String source() {
    return "calendar";
  }

  @Override
  public List<Busy> of(TenantId tenant, UUID staffId, Instant from, Instant until) {
    return calendars.busy(tenant.value(), staffId, from, until);
  }
}
