package io.frontdesk.sandbox.caller;

import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody on the telephone who follows a scenario. Lives 20 ms at a time: each time first
/// [#hear(byte[])] (or [#ring()] while nobody has answered), then [#speak()]. Knows of the
/// receptionist only what she says on the line. Safe for many threads.
public final class Caller {
  /// How long a frame lasts.
  public static final Duration FRAME = Duration.ofMillis(20);

  /// Silence after which the other side is taken to have finished.
  private static final int TURN_FRAMES = 30;

  private static final Pattern GOODBYE =
      Pattern.compile(
          "\\b(good ?bye|bye|have a (nice|good|great|lovely) (day|evening|night))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final byte[] QUIET = new byte[MuLaw.FRAME_SAMPLES];

  static {
    Arrays.fill(QUIET, MuLaw.SILENCE);
  }

  private static final Line REPEAT = Line.said("Sorry, could you say that again?");

  private final Scenario scenario;
  private final List<Turn> turns = new ArrayList<>();
  private final Ear ear = new Ear(turns::add);
  private final Mouth mouth;
  private final StringBuilder pressed = new StringBuilder();

  private Duration now;
  private Duration quietSince;
  private boolean saluted;
  private boolean opened;
  private boolean interrupted;
  private @Nullable Duration leavesAt;
  private @Nullable String hungUp;

  /// A caller who has just dialled, or takes a call up again.
  ///
  /// @param executor where speech is made
  public Caller(Scenario scenario, Progress progress, Voice voice, Executor executor) {
    this.scenario = scenario;
    mouth = new Mouth(voice, executor, progress.utterances(), turns::add);
    now = progress.onTheLine();
    quietSince = now;
    opened = progress.opened();
    interrupted = progress.interrupted();
  }

  /// 20 ms pass before anybody answers.
  public synchronized void ring() {
    now = now.plus(FRAME);
    quietSince = now;
    leaveAtTheLatest();
  }

  /// 20 ms of the receptionist's sound.
  ///
  /// @param frame 160 samples of mu-law
  public synchronized void hear(byte[] frame) {
    now = now.plus(FRAME);
    ear.hear(frame, now);
    if (ear.silentFrames() == 0) {
      quietSince = now;
    }
    if (hungUp != null) {
      return;
    }
    var salutation = scenario.salutation();
    if (salutation != null && !saluted) {
      saluted = true;
      say(salutation);
    } else if (mouth.isBusy()) {
      quietSince = now;
    } else {
      listen();
    }
    leaveAtTheLatest();
  }

  /// 20 ms pass while it rings somewhere else: it is quiet on the line, and nobody minds.
  public synchronized void hearRinging() {
    quietSince = now;
    hear(QUIET);
  }

  private void listen() {
    var interruption = scenario.interruption();
    if (interruption != null && !interrupted && ear.wholeWords() >= interruption.afterWords()) {
      interrupted = true;
      opened = true;
      say(interruption.line());
    } else if (ear.hasSpoken() && ear.silentFrames() >= TURN_FRAMES) {
      takeTurn();
    } else if (leavesAt != null && now.compareTo(leavesAt) >= 0) {
      hangUp("the goodbyes were said");
    } else if (isTiredOfSilence() && scenario.nudge() != null) {
      say(scenario.nudge());
    }
  }

  private boolean isTiredOfSilence() {
    return now.minus(quietSince).compareTo(scenario.patience()) >= 0;
  }

  private void takeTurn() {
    var heard = ear.words();
    ear.turn();
    if (GOODBYE.matcher(heard).find()) {
      leavesAt = now.plus(scenario.lingers());
      return;
    }
    leavesAt = null;
    reply(heard).ifPresent(this::say);
  }

  private Optional<Line> reply(String heard) {
    if (heard.indexOf('\uFFFD') >= 0 && scenario.opening() != null) {
      return Optional.of(REPEAT);
    }
    if (!opened && scenario.opening() != null) {
      opened = true;
      return Optional.of(scenario.opening());
    }
    var fitting =
        scenario.replies().stream().map(reply -> reply.to(heard)).flatMap(Optional::stream);
    return fitting.findFirst().or(() -> otherwise(heard));
  }

  /// Statements need no answer; what could not be understood at all gets one.
  private Optional<Line> otherwise(String heard) {
    var wantsAnswer = heard.isEmpty() || heard.contains("?");
    return wantsAnswer ? Optional.ofNullable(scenario.otherwise()) : Optional.empty();
  }

  private void say(Line line) {
    ear.turn();
    mouth.say(line);
  }

  /// The caller's next 20 ms of sound: 160 samples of mu-law.
  public synchronized byte[] speak() {
    var frame = mouth.speak(now);
    var said = mouth.finished(now);
    if (said != null && hungUp == null) {
      pressed.append(said.keys());
      if (ear.silentFrames() > 0) {
        ear.turn();
      }
      quietSince = now;
      switch (said.then()) {
        case Line.Listen _ -> {}
        case Line.HangUp _ -> hangUp("all was said");
        case Line.HangUpInWord _ -> hangUp("in the middle of a word");
      }
    }
    return frame;
  }

  /// The keys pressed since the last time, in order.
  public synchronized String takePressed() {
    var keys = pressed.toString();
    pressed.setLength(0);
    return keys;
  }

  /// Why the caller has hung up; empty while still on the line.
  public synchronized Optional<String> hungUp() {
    return Optional.ofNullable(hungUp);
  }

  /// The other side has ended the call.
  public synchronized void lineDropped() {
    mouth.stop(now);
    ear.finish();
  }

  /// All that was said and heard so far, in the order in which it began.
  public synchronized List<Turn> turns() {
    return turns.stream().sorted(Comparator.comparing(Turn::at)).toList();
  }

  /// What is needed to take the call up again after a break.
  public synchronized Progress progress() {
    return new Progress(opened, interrupted, mouth.utterances(), now);
  }

  /// How many samples a frame has.
  public static int frameSamples() {
    return MuLaw.FRAME_SAMPLES;
  }

  private void leaveAtTheLatest() {
    if (hungUp == null && now.compareTo(scenario.maximum()) >= 0) {
      mouth.stop(now);
      hangUp("the call had lasted %d s".formatted(scenario.maximum().toSeconds()));
    }
  }

  private void hangUp(String why) {
    hungUp = why;
    ear.finish();
  }
}
