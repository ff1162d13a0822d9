package io.frontdesk.appointment;

import io.frontdesk.receptionist.TimesOff;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Who is away is busy.
@Singleton
class Absences implements BusyTimes {
  private final TimesOff timesOff;

  Absences(TimesOff timesOff) {
    this.timesOff = timesOff;
  }

  @Override
  public String source() {
    return "time_off";
  }

  @Override
  public List<Busy> of(TenantId tenant, UUID staffId, Instant from, Instant until) {
    return timesOff.between(tenant, staffId, from, until).stream()
        .map(off -> new Busy(off.startsAt(), off.endsAt()))
        .toList();
  }
}
