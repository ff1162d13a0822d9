package io.frontdesk.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.business.Business;
import io.frontdesk.business.Holiday;
import io.frontdesk.business.Hours;
import io.frontdesk.business.Hours.Interval;
import io.frontdesk.business.Industry;
import io.frontdesk.tenancy.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a business is open, closed or on holiday, by its own clock.
class OccasionTest {
  private static final TenantId TENANT = new TenantId(UuidCreator.getTimeOrderedEpoch());

  @ParameterizedTest
  @CsvSource({
    "America/New_York,   2026-11-24T08:59, closed",
    "America/New_York,   2026-11-24T09:00, open",
    "America/New_York,   2026-11-24T16:59, open",
    "America/New_York,   2026-11-24T17:00, closed",
    "Pacific/Auckland,   2026-11-24T09:00, open",
    "America/New_York,   2026-11-28T12:00, closed",
    "America/New_York,   2026-11-26T12:00, holiday",
    "America/New_York,   2026-11-26T23:59, holiday",
    "America/New_York,   2026-11-27T00:00, closed",
    "America/New_York,   2026-12-24T11:00, open",
    "America/New_York,   2026-12-24T13:00, holiday",
    "America/New_York,   2026-03-08T02:59, closed",
    "America/New_York,   2026-03-09T09:00, open",
    "Europe/Berlin,      2026-10-26T09:00, open",
    "Europe/Berlin,      2026-10-26T08:59, closed",
    "Australia/Lord_Howe,2026-04-06T09:00, open",
  })
  void isByTheBusinesssOwnClock(String zone, String local, String occasion) {
    Instant now = LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();

    assertThat(Occasion.of(business(ZoneId.of(zone), now), now))
        .hasToString(occasion.toUpperCase(Locale.ROOT));
  }

  private static Business business(ZoneId zone, Instant now) {
    var start = Business.start(TENANT, "Acme", Industry.SALON, zone, now);
    var profile = start.profile();
    return start.with(
        new Business.Profile(
            profile.name(),
            profile.industry(),
            null,
            zone,
            Hours.officeHours(),
            List.of(
                new Holiday(LocalDate.of(2026, 11, 26), "Thanksgiving", List.of()),
                new Holiday(
                    LocalDate.of(2026, 12, 24),
                    "Christmas Eve",
                    List.of(new Interval(LocalTime.of(9, 0), LocalTime.of(12, 0))))),
            profile.recordingConsent(),
            null,
            profile.recordingRetentionDays(),
            profile.staffFirst()));
  }
}
