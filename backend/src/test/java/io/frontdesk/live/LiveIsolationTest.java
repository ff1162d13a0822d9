package io.frontdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Speaker;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What two businesses see of one another over live connections: nothing.
class LiveIsolationTest {
  private final RunningService service = RunningService.shared();
  private final Owner ace = Owner.signUp(service, "Ace");
  private final Owner best = Owner.signUp(service, "Best");

  @Test
  void aTicketShowsItsOwnBusinessOnly() {
    try (var ours = LiveViewer.of(service, ace);
        var theirs = LiveViewer.of(service, best)) {
      ours.next("live.snapshot");
      theirs.next("live.snapshot");

      UUID theirCall = callOf(best, "Nobody else may hear this.");
      UUID ourCall = callOf(ace, "This is ours.");
      theirs.next("call.ended");
      ours.next("call.ended");

      // What came last is ours, and all before it was told in order.
      assertThat(theirs.told().toString()).contains(theirCall.toString());
      assertThat(ours.told().toString())
          .contains(ourCall.toString())
          .doesNotContain(theirCall.toString())
          .doesNotContain("Nobody else");
      assertThat(ours.told("call.started")).hasSize(1);
    }
  }

  @Test
  void whatWasGoingOnBeforeIsShownToItsOwnBusinessOnly() {
    UUID theirs = new PracticeCalls(service, best.tenant()).answered();

    try (var viewer = LiveViewer.of(service, ace)) {
      assertThat(viewer.next("live.snapshot").at("/data/calls")).isEmpty();
      assertThat(viewer.told().toString()).doesNotContain(theirs.toString());
    }
  }

  private UUID callOf(Owner owner, String words) {
    var log = service.bean(CallLog.class);
    UUID call = new PracticeCalls(service, owner.tenant()).answered();
    log.store(owner.tenant(), call, PracticeCalls.turn(0, Speaker.CALLER, words));
    String sid = log.find(owner.tenant(), call).orElseThrow().callSid();
    log.status(owner.tenant(), sid, "completed", Instant.now());
    log.close(owner.tenant(), call, CallState.COMPLETED, Instant.now(), null);
    return call;
  }
}
