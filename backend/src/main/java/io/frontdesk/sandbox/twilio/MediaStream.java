package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.twilio.FrameCount.Kind;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import io.frontdesk.sandbox.wire.Socket;
import io.frontdesk.sandbox.wire.SocketHandler;
import java.time.Duration;
import java.util.Map;

/// Twilio's end of one media stream: sends the caller's sound every 20 ms, plays what the server
/// sends in real time and echoes its marks. Locks: a playback's before a stream's, never the other
/// way.
final class MediaStream implements SocketHandler {
  private static final int NORMAL = 1000;
  private static final int LINE_BROKE = 1006;
  private static final int MOST_WAITING = 3600 * MuLaw.SAMPLE_RATE_HZ;

  private final Socket socket;
  private final StreamMessages messages;
  private final Map<String, String> parameters;
  private final Playback playback;
  private final FrameCount count;
  private final Events events;

  private boolean started;
  private long startedAt;
  private long nextTimestamp = -1;
  private volatile long ticksBefore;
  private boolean slow;
  private boolean over;

  /// What a call wants to know of its stream. Called on any thread; must not block.
  interface Events {
    /// The stream has started.
    void started();

    /// The stream was ended by the server or by a fault; not told after [MediaStream#stop()].
    void ended(Warning why);

    /// The server had what it sent dropped.
    ///
    /// @param unheard so many samples
    /// @param frames so many of the caller's frames had gone out by then, or were about to
    void cleared(long unheard, long frames);

    /// Something is wrong and the stream goes on.
    void warned(Warning warning);
  }

  MediaStream(
      Socket socket,
      StreamMessages messages,
      Map<String, String> parameters,
      Playback playback,
      FrameCount count,
      Events events) {
    this.socket = socket;
    this.messages = messages;
    this.parameters = parameters;
    this.playback = playback;
    this.count = count;
    this.events = events;
  }

  @Override
  public synchronized void opened() {
    if (over) {
      return;
    }
    started = true;
    startedAt = System.nanoTime();
    socket.send(StreamMessages.connected());
    socket.send(messages.start(parameters));
    events.started();
  }

  /// Sends 20 ms of the caller's sound; loses it if the server does not keep up. What is said while
  /// the server closes the stream goes nowhere, and is not lost by its slowness.
  synchronized void media(byte[] ulaw, boolean late) {
    if (over || !started || !socket.isOpen()) {
      return;
    }
    if (nextTimestamp < 0) {
      nextTimestamp = Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
      ticksBefore = playback.ticks() - 1;
    }
    if (socket.keepsUp()) {
      slow = false;
      socket.send(messages.media(ulaw, nextTimestamp));
      count.count(Kind.SENT);
      if (late) {
        count.count(Kind.LATE);
      }
    } else {
      count.count(Kind.LOST);
      if (!slow) {
        slow = true;
        events.warned(new Warning(31930, "the server reads too slowly: sound is discarded"));
      }
    }
    nextTimestamp += Metronome.PERIOD.toMillis();
  }

  synchronized void dtmf(String digit) {
    if (!over && started) {
      socket.send(messages.dtmf(digit));
    }
  }

  @Override
  public void text(String message) {
    switch (StreamCommand.parse(message, messages.streamSid())) {
      case StreamCommand.Media media -> {
        var ulaw = media.ulaw();
        count.count(Kind.RECEIVED);
        count.count(Kind.RECEIVED_BYTES, ulaw.length);
        play(ulaw);
      }
      case StreamCommand.Mark(String name) -> {
        count.count(Kind.MARKS);
        playback.mark(() -> echo(name));
      }
      case StreamCommand.Clear _ -> {
        var cleared = playback.clear();
        count.count(Kind.CLEARED_BYTES, cleared.unheard());
        count.count(Kind.CLEARS);
        events.cleared(cleared.unheard(), cleared.tick() - ticksBefore);
      }
      case StreamCommand.Refused(String why) -> {
        count.count(Kind.REFUSED);
        events.warned(new Warning(31951, "Stream - Protocol - Invalid Message: " + why));
      }
    }
  }

  private void play(byte[] ulaw) {
    if (playback.waitingSamples() + ulaw.length > MOST_WAITING) {
      count.count(Kind.REFUSED);
      events.warned(new Warning(31951, "Stream - an hour of sound waits already"));
    } else {
      playback.add(ulaw);
    }
  }

  private synchronized void echo(String name) {
    if (!over) {
      count.count(Kind.ECHOES);
      socket.send(messages.mark(name));
    }
  }

  /// Says that the stream is over and closes it. Does nothing if it is over already.
  synchronized void stop() {
    if (!over) {
      over = true;
      socket.send(messages.stop());
      socket.close(NORMAL, "");
    }
  }

  /// Breaks the stream without a word.
  synchronized void cut() {
    over = true;
    socket.abort();
  }

  @Override
  public synchronized void closed(int code, String reason) {
    if (!over) {
      over = true;
      events.ended(
          code == LINE_BROKE
              ? new Warning(31903, "Stream - the connection broke")
              : new Warning(
                  31921,
                  "Stream - the server closed the connection: %d %s".formatted(code, reason)));
    }
  }
}
