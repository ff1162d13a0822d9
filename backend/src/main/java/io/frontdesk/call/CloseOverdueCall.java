package io.frontdesk.call;

import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// Closes a call that nobody closed for longer than a call can last: its node is gone, and the
/// carrier's word never came. So no call goes on for ever, and none is left unread.
@Singleton
class CloseOverdueCall implements Job {
  /// Twilio ends calls after four hours, unless an account asked for more.
  static final Duration LONGEST = Duration.ofHours(4).plusMinutes(10);

  /// No carrier tells that a test call is over, and none lasts longer than half an hour.
  static final Duration LONGEST_TEST = Duration.ofMinutes(40);

  private final Tenancy tenancy;
  private final Turns turns;
  private final CallClosing closing;
  private final Clock clock;

  CloseOverdueCall(Tenancy tenancy, Turns turns, CallClosing closing, Clock clock) {
    this.tenancy = tenancy;
    this.turns = turns;
    this.closing = closing;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "close_overdue_call";
  }

  @Override
  public void run(TenantId tenant, UUID callId) {
    tenancy.run(
        tenant,
        () -> {
          // Its last sign of life is the best guess at its end.
          Instant end =
              turns.inOrder(tenant.value(), callId).stream()
                  .map(Turn::endedAt)
                  .max(Comparator.naturalOrder())
                  .orElseGet(clock::instant);
          closing.close(tenant, callId, CallState.COMPLETED, end, null);
        });
  }
}
