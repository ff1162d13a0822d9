package io.frontdesk.conversation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.business.Business;
import io.frontdesk.business.Industry;
import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The business is open from nine to five on weekdays, by New York's clock.
class CallBackClockTest {
  private final Business business =
      Business.start(
          new TenantId(UUID.randomUUID()),
          "Acme",
          Industry.SALON,
          ZoneId.of("America/New_York"),
          Instant.EPOCH);

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T17:00:00Z, EMERGENCY, 2026-11-24T17:15:00Z",
    "2026-11-24T17:00:00Z, HIGH,      2026-11-24T18:00:00Z",
    "2026-11-24T17:00:00Z, NORMAL,    2026-11-24T21:00:00Z",
    "2026-11-24T17:00:00Z, LOW,       2026-11-25T01:00:00Z",
    "2026-11-25T03:00:00Z, EMERGENCY, 2026-11-25T03:15:00Z",
    "2026-11-25T03:00:00Z, HIGH,      2026-11-25T15:00:00Z",
    "2026-11-28T17:00:00Z, NORMAL,    2026-11-30T18:00:00Z",
  })
  void runsFromTheNextOpeningOn(Instant now, Urgency urgency, Instant due) {
    assertThat(CallBackClock.due(urgency, business, now)).isEqualTo(due);
  }
}
