package io.frontdesk.conversation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.conversation.transfer.TransferState.Ended;
import io.frontdesk.receptionist.TransferTarget.Mode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/// Callbacks may come in any order, twice, late, and about legs that were never rung.
class TransferProgressPropertyTest {
  private static final int LEGS = 3;
  private static final TransferProgress BEGUN =
      new TransferProgress(
          new TransferState.Chosen(),
          List.of(
              TransferProgressTest.leg("Sam", Mode.WARM),
              TransferProgressTest.leg("Alex", Mode.COLD),
              TransferProgressTest.leg("Kim", Mode.WARM)));

  @Property(tries = 3000)
  void itOnlyMovesForwardAndWhatComesTwiceChangesNothing(
      @ForAll @Size(max = 40) List<@From("events") TransferEvent> events) {
    TransferProgress now = BEGUN;
    for (TransferEvent event : events) {
      TransferProgress next = now.on(event);

      assertThat(next.on(event)).as("twice %s", event).isEqualTo(next);
      assertThat(step(next)).as("%s after %s", event, now).isGreaterThanOrEqualTo(step(now));
      if (now.isOver()) {
        assertThat(next).as("%s after the end", event).isEqualTo(now);
      }
      holdsTogether(next);
      now = next;
    }
    assertThat(now.on(new TransferEvent.CallEnded()).isOver()).isTrue();
  }

  /// Those before the one who is rung were not reached, those after were not tried.
  private static void holdsTogether(TransferProgress progress) {
    Integer current = progress.leg();
    for (int i = 0; current != null && i < LEGS; i++) {
      LegResult result = progress.legs().get(i).result();
      if (i < current) {
        assertThat(result).isNotNull().isNotEqualTo(LegResult.CONNECTED);
      } else if (i > current) {
        assertThat(result).isNull();
      }
    }
    boolean connected =
        progress.legs().stream().anyMatch(leg -> leg.result() == LegResult.CONNECTED);
    boolean talked =
        progress.state() instanceof Ended(TransferResult how) && how == TransferResult.CONNECTED;
    assertThat(connected).as("%s", progress).isEqualTo(talked);
    if (progress.state() instanceof Ended(TransferResult how) && how == TransferResult.NOBODY) {
      assertThat(progress.legs()).as("all were tried").allMatch(leg -> leg.result() != null);
    }
  }

  private static int step(TransferProgress progress) {
    return switch (progress.state()) {
      case TransferState.Chosen _ -> 0;
      case TransferState.Announced _ -> 1;
      case TransferState.Ringing s -> 10 * (s.leg() + 1);
      case TransferState.Briefed s -> 10 * (s.leg() + 1) + 1;
      case TransferState.Bridged s -> 10 * (s.leg() + 1) + 2;
      case Ended _ -> 100;
    };
  }

  @Provide
  Arbitrary<TransferEvent> events() {
    var legs = Arbitraries.integers().between(-1, LEGS);
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(new TransferEvent.Announced())),
        Tuple.of(3, Arbitraries.just(new TransferEvent.LineFree())),
        Tuple.of(4, legs.map(TransferEvent.PickedUp::new)),
        Tuple.of(4, legs.map(TransferEvent.Accepted::new)),
        Tuple.of(3, legs.map(TransferEvent.Declined::new)),
        Tuple.of(
            6,
            Combinators.combine(
                    legs,
                    Arbitraries.of(
                        LegResult.CONNECTED, LegResult.NO_ANSWER, LegResult.BUSY, LegResult.FAILED),
                    Arbitraries.of(true, false).injectNull(0.3))
                .as(TransferEvent.LegEnded::new)),
        Tuple.of(1, Arbitraries.just(new TransferEvent.CalledOff())),
        Tuple.of(1, Arbitraries.just(new TransferEvent.CallEnded())));
  }
}
