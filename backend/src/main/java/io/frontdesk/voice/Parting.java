package io.frontdesk.voice;

import io.frontdesk.conversation.EndReason;
import io.frontdesk.voice.ladder.Fault;
import io.frontdesk.voice.wire.Farewell;
import io.netty.channel.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes a call's stream, once. Notes first why, so that whoever is asked what follows the stream
/// knows; but does not keep the caller waiting for a database that is away.
final class Parting {
  private static final Logger LOG = LoggerFactory.getLogger(Parting.class);
  private static final Duration MOST_TIME_TO_NOTE_IT = Duration.ofSeconds(1);

  private final PreparedCall call;
  private final Channel channel;
  private final CallNotes notes;
  private final Clock clock;
  private boolean leaving;

  Parting(PreparedCall call, Channel channel, CallNotes notes, Clock clock) {
    this.call = call;
    this.channel = channel;
    this.notes = notes;
    this.clock = clock;
  }

  /// The call is over: leave was taken.
  void leave(EndReason reason) {
    LOG.debug("Hanging up call {}: {}", call.callSid(), reason);
    goes(then -> notes.left(clock.instant(), then));
  }

  /// The caller has heard that somebody is rung.
  void handOver() {
    goes(notes::announced);
  }

  /// The call cannot go on so.
  void fails(Fault fault) {
    if (leaving) {
      return;
    }
    call.reputation().failed(fault);
    goes(then -> notes.failed(fault, clock.instant(), then));
  }

  private void goes(Consumer<Runnable> noting) {
    if (leaving) {
      return;
    }
    leaving = true;
    Runnable goodbye = () -> Farewell.say(channel, 1000, "");
    noting.accept(() -> channel.eventLoop().execute(goodbye));
    channel.eventLoop().schedule(goodbye, MOST_TIME_TO_NOTE_IT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
