package io.frontdesk.conversation.tool;

import io.frontdesk.appointment.TelephoneDesk;
import io.frontdesk.appointment.spoken.SpokenTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// When a caller wants something, in their own words: one of the times that they were offered, or
/// any other.
@Singleton
class WishedTime {
  private final TelephoneDesk desk;
  private final Clock clock;

  WishedTime(TelephoneDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  SpokenTime understand(OnCall on, String said) {
    return chosen(on, said)
        .<SpokenTime>map(SpokenTime.Moment::new)
        .orElseGet(() -> SpokenTime.understand(said, on.now(clock)));
  }

  /// Whether it says which of the times that they were offered, and no more.
  boolean isOffered(OnCall on, String said) {
    return chosen(on, said).isPresent();
  }

  private Optional<ZonedDateTime> chosen(OnCall on, String said) {
    ZoneId zone = on.business().timeZone();
    List<Instant> offered = desk.offered(on.atDesk(clock));
    return ChosenTime.of(said, offered.stream().map(time -> time.atZone(zone)).toList());
  }
}
