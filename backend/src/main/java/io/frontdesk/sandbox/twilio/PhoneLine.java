package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.caller.Caller;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The line between the caller and Twilio. Every 20 ms the caller hears what is played and says the
/// next bit, which goes into the media stream if there is one.
final class PhoneLine implements Metronome.Beat {
  private static final byte[] QUIET = Tones.silence(Metronome.PERIOD);

  /// Different from the ids that a model's speech begins with, so that neither ends the other.
  private static final int FIRST_UTTERANCE = 192;

  private final Caller caller;
  private final Playback playback = new Playback();
  private final Events events;

  private volatile boolean answered;
  private volatile @Nullable MediaStream stream;
  private volatile boolean ringing;
  private final AtomicInteger utterance = new AtomicInteger(FIRST_UTTERANCE);
  private final AtomicLong ticks = new AtomicLong();
  private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
  private final List<Tap> taps = new CopyOnWriteArrayList<>();
  private int utterances;
  private boolean over;

  /// What a call wants to know of its line. Called on the clock's thread; must not block.
  interface Events {
    /// The caller has begun to say something.
    void spoke();

    /// The caller has hung up; told once.
    void hungUp(String why);

    /// The line is dead through a fault of the stand-in's own.
    void failed(String why);
  }

  /// Somebody who listens in. Called on the clock's thread; must not block.
  interface Tap {
    /// 20 ms have passed on a line that was picked up.
    ///
    /// @param said by the caller
    /// @param heard by the caller
    /// @param keys that the caller pressed
    void passed(byte[] said, byte[] heard, String keys);
  }

  PhoneLine(Caller caller, boolean answered, Events events) {
    this.caller = caller;
    this.answered = answered;
    this.events = events;
    this.utterances = caller.progress().utterances();
  }

  private record Alarm(long due, Runnable then) {}

  @Override
  public void tick(boolean late) {
    var now = ticks.incrementAndGet();
    for (var alarm : List.copyOf(alarms)) {
      if (alarm.due <= now && alarms.remove(alarm)) {
        alarm.then.run();
      }
    }
    if (answered && ringing) {
      caller.hearRinging();
      var said = caller.speak();
      var keys = caller.takePressed();
      taps.forEach(tap -> tap.passed(said, QUIET, keys));
    } else if (answered) {
      var heard = playback.next();
      caller.hear(heard);
      var said = caller.speak();
      var keys = caller.takePressed();
      send(said, keys, late);
      taps.forEach(tap -> tap.passed(said, heard, keys));
    } else {
      caller.ring();
      caller.speak();
    }
    var spoken = caller.progress().utterances();
    if (spoken != utterances) {
      utterances = spoken;
      events.spoke();
    }
    var why = caller.hungUp();
    if (why.isPresent() && !over) {
      over = true;
      events.hungUp(why.get());
    }
  }

  @Override
  public void failed(RuntimeException why) {
    events.failed(why.toString());
  }

  private void send(byte[] frame, String keys, boolean late) {
    var open = stream;
    if (open != null) {
      open.media(frame, late);
      keys.chars().forEach(key -> open.dtmf(Character.toString(key)));
    }
  }

  Playback playback() {
    return playback;
  }

  void answer() {
    answered = true;
  }

  /// An id for what is said to the caller next, other than that of what was said before.
  int utterance() {
    return utterance.getAndIncrement();
  }

  /// Plays a sound to the caller and tells when it has been heard.
  void play(byte[] ulaw, Runnable heard) {
    playback.add(ulaw);
    playback.mark(heard);
  }

  /// Sends the caller's sound into this stream from now on.
  void attach(MediaStream opened) {
    stream = opened;
  }

  /// Leaves the stream; what it has sent and was not heard is dropped.
  void detach() {
    stream = null;
    hush();
  }

  /// Does something once so much time has passed on this line. It must not block.
  void after(Duration time, Runnable then) {
    alarms.add(new Alarm(ticks.get() + time.dividedBy(Metronome.PERIOD), then));
  }

  /// The caller hears it ring at the other end, or does not any more.
  void rings(boolean ringing) {
    this.ringing = ringing;
  }

  /// Lets somebody listen in.
  void tap(Tap tap) {
    taps.add(tap);
  }

  void untap(Tap tap) {
    taps.remove(tap);
  }

  /// Drops all sound that waits to be heard.
  void hush() {
    playback.clear();
  }
}
