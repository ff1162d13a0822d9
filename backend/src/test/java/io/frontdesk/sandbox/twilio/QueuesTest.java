package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.sandbox.twilio.Queues.Waiting;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class QueuesTest {
  private final Queues queues = new Queues(InstantSource.system());
  private final Here caller = somebody();
  private final Here staff = somebody();

  @Test
  void whoeverIsGivenBackIsFirstAgain() {
    Waiting first = queues.enter(caller, "support", 10).orElseThrow();
    assertThat(queues.enter(somebody(), "support", 10)).isPresent();
    assertThat(queues.next(staff, "support")).isCompletedWithValue(first);

    queues.putBack(first);

    assertThat(queues.next(staff, "support")).isCompletedWithValue(first);
  }

  @Test
  void whoeverHasHungUpMeanwhileIsNotGivenBack() {
    Waiting gone = queues.enter(caller, "support", 10).orElseThrow();
    assertThat(queues.next(staff, "support")).isCompletedWithValue(gone);
    queues.leave(gone);

    queues.putBack(gone);

    assertThat(queues.next(staff, "support")).isNotDone();
    assertThat(gone.over()).isDone();
  }

  /// Of whom a queue needs to know the account only.
  private static Here somebody() {
    Instant now = Instant.EPOCH;
    var account =
        new Account("AC1", "token", "AC1", "Ours", Account.Status.ACTIVE, now, now, null, false);
    try {
      return (Here)
          Here.class.getDeclaredConstructors()[0].newInstance(
              null, account, null, null, new Orders());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
