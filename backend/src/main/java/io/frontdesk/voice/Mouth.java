package io.frontdesk.voice;

import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.voice.speech.SpeechEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Speaks to the caller, and reports what of it was heard. Of one event loop only.
final class Mouth {
  private static final int BETWEEN_LOOKS_MS = 200;

  private final LatencyMeter latency;
  private final Consumer<ConversationEvent> reports;
  private final Playback playback;
  private final Set<String> begun = new HashSet<>();
  private final LineClock clock = new LineClock();
  private @Nullable String speaking;
  private @Nullable PhoneLine line;

  /// When it was last looked whether the line plays anything.
  private long lookedAtMs;

  /// @param laterMark by how much a mark may be later than any before it
  Mouth(LatencyMeter latency, Duration laterMark, Consumer<ConversationEvent> reports) {
    this.playback = new Playback(laterMark);
    this.latency = latency;
    this.reports = reports;
  }

  Playback playback() {
    return playback;
  }

  /// There is a line to speak into.
  /// @param afterMs how long after it was asked for
  void opens(PhoneLine to, long afterMs) {
    line = to;
    clock.comes(0);
    latency.started(nowMs(), afterMs);
  }

  /// The line has played for so long.
  /// @param atMs where in the stream sound of the caller's is that came
  /// @return whether what is said can still be heard
  boolean passes(long atMs) {
    clock.comes(atMs);
    if (Math.abs(atMs - lookedAtMs) < BETWEEN_LOOKS_MS) {
      return true;
    }
    lookedAtMs = atMs;
    return !playback.isStuck(clock.nowMs());
  }

  /// The line is closed: what is playing is heard no further.
  void closes() {
    line = null;
    cut();
  }

  /// Says an item that was recorded beforehand.
  void says(RecordedSpeech recorded, String item, String words) {
    PhoneLine to = line;
    if (to == null) {
      return;
    }
    playback.said(item, item, words);
    long lineMs = clock.nowMs();
    begins(to, item, item, lineMs);
    for (var piece : recorded.pieces()) {
      to.play(piece.payload(), playback.sent(item, item, 0, piece.samples(), lineMs));
    }
    ended(item);
    to.flush();
  }

  /// Says more of what the model says.
  void says(SpeechEvent.AudioDelta delta) {
    PhoneLine to = line;
    if (to == null || playback.refuses(delta.responseId())) {
      return;
    }
    long lineMs = clock.nowMs();
    begins(to, delta.responseId(), delta.itemId(), lineMs);
    String mark =
        playback.sent(
            delta.responseId(), delta.itemId(), delta.contentIndex(), delta.samples(), lineMs);
    to.play(delta.audio(), mark);
    to.flush();
  }

  /// No more sound of an item will come.
  void ended(String item) {
    String mark = playback.ended(item, clock.nowMs());
    if (mark != null && line != null) {
      line.mark(mark);
      line.flush();
    }
  }

  /// No more of an answer will come, whether or not each of its items was told to have ended.
  void answered(String responseId) {
    playback.unended(responseId).forEach(this::ended);
  }

  /// The caller has heard everything up to this mark.
  void heard(String mark) {
    List<Playback.Heard> finished = playback.heard(mark, clock.nowMs());
    if (finished.isEmpty()) {
      return; // as nearly always
    }
    for (Playback.Heard item : finished) {
      reports.accept(new ConversationEvent.SpeechHeard(item.itemId(), item.words()));
    }
  }

  /// Says no more of anything, at once.
  /// @param responseId the answer of which more may come; null if none
  /// @return what was not heard to its end
  List<Playback.Cut> fallSilent(@Nullable String responseId) {
    if (line != null) {
      line.clear();
    }
    if (responseId != null) {
      playback.discard(responseId);
    }
    return cut();
  }

  private List<Playback.Cut> cut() {
    List<Playback.Cut> cuts = playback.bargeIn(clock.nowMs());
    for (Playback.Cut cut : cuts) {
      reports.accept(new ConversationEvent.SpeechCut(cut.itemId(), cut.words(), cut.heardWords()));
    }
    return cuts;
  }

  /// @param lineMs by the line's clock
  private void begins(PhoneLine to, String response, String item, long lineMs) {
    String mark = playback.begins(response, item, lineMs);
    if (mark != null) {
      to.mark(mark);
    }
    if (!item.equals(speaking) && begun.add(item)) {
      reports.accept(new ConversationEvent.SpeechStarted(item));
    }
    speaking = item;
    if (latency.waits()) {
      latency.spoke(nowMs(), item);
    }
  }

  private static long nowMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
