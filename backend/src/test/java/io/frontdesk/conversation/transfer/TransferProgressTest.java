package io.frontdesk.conversation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.receptionist.TransferTarget.Mode;
import io.frontdesk.tenancy.E164;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every arc of a transfer to two people, as docs/transfer.md has them.
class TransferProgressTest {
  private static final TransferProgress BEGUN =
      new TransferProgress(
          new TransferState.Chosen(), List.of(leg("Sam", Mode.WARM), leg("Alex", Mode.WARM)));

  /// What happened, in short words, and where that leads from where.
  @ParameterizedTest
  @CsvSource({
    "chosen,      announced,         announced",
    "chosen,      line_free,         ended called_off",
    "chosen,      picked_up 0,       chosen",
    "chosen,      accepted 0,        chosen",
    "chosen,      declined 0,        chosen",
    "chosen,      no_answer 0,       chosen",
    "chosen,      called_off,        ended called_off",
    "chosen,      call_ended,        ended called_off",
    "announced,   announced,         announced",
    "announced,   line_free,         ringing 0",
    "announced,   picked_up 0,       announced",
    "announced,   accepted 0,        announced",
    "announced,   declined 0,        announced",
    "announced,   no_answer 0,       announced",
    "announced,   called_off,        ended called_off",
    "announced,   call_ended,        ended caller_hung_up",
    "ringing 0,   announced,         ringing 0",
    "ringing 0,   line_free,         ringing 0",
    "ringing 0,   picked_up 0,       briefed 0",
    "ringing 0,   picked_up 1,       ringing 0",
    "ringing 0,   accepted 0,        bridged 0",
    "ringing 0,   accepted 1,        ringing 0",
    "ringing 0,   declined 0,        ringing 0 declined",
    "ringing 0,   no_answer 0,       ringing 1 no_answer",
    "ringing 0,   busy 0,            ringing 1 busy",
    "ringing 0,   failed 0,          ringing 1 failed",
    "ringing 0,   no_answer 1,       ringing 0",
    "ringing 0,   joined 0,          ended connected connected",
    "ringing 0,   hung_up 0,         ringing 1 declined",
    "ringing 0,   called_off,        ringing 0",
    "ringing 0,   call_ended,        ended caller_hung_up caller_hung_up",
    "briefed 0,   announced,         briefed 0",
    "briefed 0,   line_free,         briefed 0",
    "briefed 0,   picked_up 0,       briefed 0",
    "briefed 0,   accepted 0,        bridged 0",
    "briefed 0,   declined 0,        briefed 0 declined",
    "briefed 0,   no_answer 0,       ringing 1 declined",
    "briefed 0,   hung_up 0,         ringing 1 declined",
    "briefed 0,   unsaid 0,          ringing 1 declined",
    "briefed 0,   joined 0,          ended connected connected",
    "briefed 0,   called_off,        briefed 0",
    "briefed 0,   call_ended,        ended caller_hung_up caller_hung_up",
    "bridged 0,   announced,         bridged 0",
    "bridged 0,   line_free,         ended connected connected",
    "bridged 0,   picked_up 0,       bridged 0",
    "bridged 0,   accepted 0,        bridged 0",
    "bridged 0,   declined 0,        bridged 0",
    "bridged 0,   joined 0,          ended connected connected",
    "bridged 0,   unsaid 0,          ended connected connected",
    "bridged 0,   hung_up 0,         ringing 1 declined",
    "bridged 0,   no_answer 1,       bridged 0",
    "bridged 0,   called_off,        bridged 0",
    "bridged 0,   call_ended,        ended connected connected",
  })
  void eachArc(String from, String event, String to) {
    assertThat(said(state(from).on(event(event)))).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "announced",
    "line_free",
    "picked_up 1",
    "accepted 1",
    "declined 1",
    "joined 1",
    "no_answer 1",
    "no_answer 0",
    "call_ended"
  })
  void whatHasEndedStaysSo(String event) {
    var nobody = state("ringing 0").on(event("no_answer 0")).on(event("busy 1"));
    assertThat(said(nobody)).isEqualTo("ended nobody no_answer busy");

    assertThat(nobody.on(event(event))).isEqualTo(nobody);
  }

  @Test
  void theNextOneIsRungWhenTheOneBeforeWasNotReached() {
    var next = state("ringing 0").on(event("busy 0")).on(event("picked_up 1"));

    assertThat(said(next)).isEqualTo("briefed 1 busy");
    assertThat(said(next.on(event("no_answer 0")))).as("told late").isEqualTo("briefed 1 busy");
    assertThat(said(next.on(event("accepted 1")).on(event("joined 1"))))
        .isEqualTo("ended connected busy connected");
  }

  @Test
  void whoeverPressedAnotherKeyHasNotTakenItWhateverComesAfter() {
    var declined = state("briefed 0").on(event("declined 0"));

    assertThat(said(declined.on(event("accepted 0")))).isEqualTo("briefed 0 declined");
    assertThat(said(declined.on(event("joined 0")))).isEqualTo("ringing 1 declined");
  }

  @Test
  void whoeverIsHandedACallColdTakesItByPickingUp() {
    var cold = new TransferProgress(new TransferState.Ringing(0), List.of(leg("Sam", Mode.COLD)));

    assertThat(said(cold.on(event("unsaid 0")))).isEqualTo("ended connected connected");
    assertThat(said(cold.on(event("no_answer 0")))).isEqualTo("ended nobody no_answer");
  }

  @Test
  void whoeverHasNotTakenItIsNotRungAgainWhenTheLineIsFree() {
    var declined = state("ringing 0").on(event("declined 0"));

    assertThat(said(declined.on(event("line_free")))).isEqualTo("ringing 1 declined");
    assertThat(said(state("briefed 0").on(event("declined 0")).on(event("line_free"))))
        .isEqualTo("ringing 1 declined");
  }

  static Leg leg(String name, Mode mode) {
    return new Leg(name, new E164("+12125550120"), mode, 20, null);
  }

  private static TransferProgress state(String words) {
    String[] parts = words.split(" ", -1);
    return new TransferProgress(
        switch (parts[0]) {
          case "chosen" -> new TransferState.Chosen();
          case "announced" -> new TransferState.Announced();
          case "ringing" -> new TransferState.Ringing(Integer.parseInt(parts[1]));
          case "briefed" -> new TransferState.Briefed(Integer.parseInt(parts[1]));
          case "bridged" -> new TransferState.Bridged(Integer.parseInt(parts[1]));
          default -> throw new IllegalArgumentException(words);
        },
        BEGUN.legs());
  }

  private static TransferEvent event(String words) {
    String[] parts = words.split(" ", -1);
    int leg = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return switch (parts[0]) {
      case "announced" -> new TransferEvent.Announced();
      case "line_free" -> new TransferEvent.LineFree();
      case "picked_up" -> new TransferEvent.PickedUp(leg);
      case "accepted" -> new TransferEvent.Accepted(leg);
      case "declined" -> new TransferEvent.Declined(leg);
      case "joined" -> new TransferEvent.LegEnded(leg, LegResult.CONNECTED, true);
      case "hung_up" -> new TransferEvent.LegEnded(leg, LegResult.CONNECTED, false);
      case "unsaid" -> new TransferEvent.LegEnded(leg, LegResult.CONNECTED, null);
      case "no_answer" -> new TransferEvent.LegEnded(leg, LegResult.NO_ANSWER, false);
      case "busy" -> new TransferEvent.LegEnded(leg, LegResult.BUSY, false);
      case "failed" -> new TransferEvent.LegEnded(leg, LegResult.FAILED, null);
      case "called_off" -> new TransferEvent.CalledOff();
      case "call_ended" -> new TransferEvent.CallEnded();
      default -> throw new IllegalArgumentException(words);
    };
  }

  /// The state, and what became of the legs so far.
  private static String said(TransferProgress progress) {
    String state =
        switch (progress.state()) {
          case TransferState.Chosen _ -> "chosen";
          case TransferState.Announced _ -> "announced";
          case TransferState.Ringing s -> "ringing " + s.leg();
          case TransferState.Briefed s -> "briefed " + s.leg();
          case TransferState.Bridged s -> "bridged " + s.leg();
          case TransferState.Ended s -> "ended " + lower(s.result());
        };
    String results =
        String.join(
            " ",
            progress.legs().stream()
                .filter(leg -> leg.result() != null)
                .map(leg -> lower(leg.result()))
                .toList());
    return String.join(" ", Arrays.asList(state, results)).strip();
  }

  private static String lower(Object constant) {
    return constant.toString().toLowerCase(java.util.Locale.ROOT);
  }
}
