package io.frontdesk.voice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the receptionist has said into the line, and how much of it the caller has heard.
///
/// Audio goes out faster than it is played, so what was sent tells little. A mark goes before
/// the first of an item, and comes back as soon as it is played, however long the way was.
/// Others follow pieces, and come back when they have been played. Between two marks the time
/// says how far the caller is. Times are milliseconds on any clock that only goes forward. Not
/// thread-safe.
final class Playback {
  private static final int SAMPLES_PER_MS = 8;

  /// Sound that has reached the line is played with its next frame at the soonest.
  private static final int FRAME_MS = 20;

  /// A mark for each 20 ms would cost as much as the sound itself, both ways.
  private static final int MS_A_MARK = 400;

  /// No mark is later than that on a line that plays anything.
  private static final long LATEST_MARK_MS = 5000;

  /// So many marks tell how late they are on this line: some three seconds of sound.
  private static final int MARKS_TO_KNOW_A_LINE = 10;

  private final long laterMs;
  private final int samplesAMark;
  private final Map<String, Speech> speeches = new LinkedHashMap<>();
  private final Deque<Piece> unheard = new ArrayDeque<>();
  private final Set<String> discarded = new HashSet<>();

  /// What was said last, which is what will be said next, nearly always.
  private @Nullable Speech latest;

  /// The response that was played last.
  private @Nullable String played;

  private int generation = 1;
  private int lastMark;

  /// How much sound was sent since.
  private int unmarked;

  /// When the last mark came back.
  private long heardAtMs;

  private int marksHeard;

  /// How late the latest mark was.
  private long latestMs;

  /// A mark that is later than that does not come any more.
  private long stuckAfterMs = LATEST_MARK_MS;

  /// @param later by how much a mark may be later than any before it
  Playback(Duration later) {
    this(later, MS_A_MARK);
  }

  /// @param msAMark so much sound at least lies between two marks
  Playback(Duration later, int msAMark) {
    laterMs = later.toMillis();
    samplesAMark = msAMark * SAMPLES_PER_MS;
  }

  /// The caller has heard all of this item.
  record Heard(String itemId, String words) {}

  /// The caller heard no more than this of an item.
  /// @param audioEndMs how much was heard, in milliseconds from the start of the item's audio
  /// @param words all words made so far, heard or not
  /// @param interrupted whether some of it was not heard; if not, only its last mark was on its way
  record Cut(
      String itemId,
      int contentIndex,
      long audioEndMs,
      String words,
      String heardWords,
      boolean interrupted) {}

  /// @param mark which it was sent before
  /// @param samples 0 at the beginning and at the end of an item
  /// @param intoSilence whether nothing was being played when it was sent
  private record Piece(
      int mark, Speech speech, int samples, boolean last, boolean intoSilence, long sentAtMs) {
    boolean isBeginning() {
      return samples == 0 && !last;
    }

    /// When it was heard whose mark comes back now.
    long heardAt(long nowMs) {
      return isBeginning() && intoSilence ? nowMs + FRAME_MS : nowMs;
    }
  }

  /// Notes that audio of an item is about to be sent.
  /// @return the name of the mark to send before it; null if some of it was sent already
  @Nullable String begins(String responseId, String itemId, long nowMs) {
    Speech speech = speech(responseId, itemId);
    if (!speech.isSilent()) {
      return null;
    }
    add(speech, 0, false, nowMs);
    return mark();
  }

  private void add(Speech speech, int samples, boolean last, long nowMs) {
    unheard.addLast(new Piece(lastMark + 1, speech, samples, last, unheard.isEmpty(), nowMs));
  }

  /// Notes that audio of an item was sent.
  /// @return the name of the mark to send after it, unique in the call; null while there is too
  /// little to mark
  @Nullable String sent(
      String responseId, String itemId, int contentIndex, int samples, long nowMs) {
    Speech speech = speech(responseId, itemId);
    speech.sent(contentIndex, samples);
    add(speech, samples, false, nowMs);
    unmarked += samples;
    return unmarked < samplesAMark ? null : mark();
  }

  /// Notes words of an item; they come before, between and after its audio.
  void said(String responseId, String itemId, String words) {
    if (!refuses(responseId)) {
      speech(responseId, itemId).said(words);
    }
  }

  /// Notes all words of an item, in place of those noted before.
  void saidAll(String itemId, String words) {
    Speech speech = speeches.get(itemId);
    if (speech != null) {
      speech.saidAll(words);
    }
  }

  /// Notes that no more audio of an item will come.
  /// @return the name of the mark to send; null if there was no audio, or no need to know any more
  @Nullable String ended(String itemId, long nowMs) {
    Speech speech = speeches.get(itemId);
    if (speech == null || speech.isEnded()) {
      return null;
    }
    if (speech.isSilent()) {
      remove(speech);
      return null;
    }
    speech.end();
    add(speech, 0, true, nowMs);
    return mark();
  }

  /// The items of this response of which more audio may still come.
  List<String> unended(String responseId) {
    return speeches.values().stream()
        .filter(speech -> speech.is(responseId) && !speech.isEnded())
        .map(Speech::itemId)
        .toList();
  }

  /// Notes that a mark came back.
  /// @return the items that the caller has now heard to their end
  List<Heard> heard(String mark, long nowMs) {
    int number = numberOf(mark);
    if (unheard.isEmpty() || number < unheard.getFirst().mark || number > lastMark) {
      return List.of();
    }
    knowsLine(overdueMs(nowMs));
    List<Heard> finished = List.of();
    while (!unheard.isEmpty() && unheard.getFirst().mark <= number) {
      Piece piece = unheard.removeFirst();
      piece.speech.heard(piece.samples);
      heardAtMs = piece.heardAt(nowMs);
      if (piece.last) {
        finished = finished.isEmpty() ? new ArrayList<>() : finished;
        finished.add(finish(piece.speech));
      }
    }
    return finished;
  }

  /// How late marks are differs from line to line, and little on one.
  private void knowsLine(long lateMs) {
    latestMs = Math.max(latestMs, lateMs);
    if (++marksHeard >= MARKS_TO_KNOW_A_LINE) {
      stuckAfterMs = Math.min(LATEST_MARK_MS, latestMs + laterMs);
    }
  }

  /// Whether the line does not play anything any more.
  boolean isStuck(long nowMs) {
    return overdueMs(nowMs) >= stuckAfterMs;
  }

  /// For how long the caller should have heard more by now; 0 if nothing is late.
  long overdueMs(long nowMs) {
    Piece next = unheard.peekFirst();
    if (next == null || next.mark > lastMark) {
      return 0;
    }
    long due = heardAtMs * SAMPLES_PER_MS;
    for (Piece piece : unheard) {
      if (piece.mark > next.mark) {
        break;
      }
      due = Math.max(due, piece.sentAtMs * SAMPLES_PER_MS) + piece.samples;
    }
    return Math.max(0, nowMs - due / SAMPLES_PER_MS);
  }

  /// The words of an item that were heard up to the last mark; empty if it is not being said.
  String heardWords(String itemId) {
    Speech speech = speeches.get(itemId);
    return speech == null ? "" : speech.heardWords();
  }

  /// Whether some of what was sent has not been heard yet, or an item is not at its end.
  boolean isSpeaking() {
    return speeches.values().stream().anyMatch(speech -> !speech.isSilent());
  }

  /// Whether audio of this response must not be played any more.
  boolean refuses(String responseId) {
    if (responseId.equals(played)) {
      return false;
    }
    boolean refused = discarded.contains(responseId);
    played = refused ? played : responseId;
    return refused;
  }

  /// Makes audio of this response that still comes be refused.
  void discard(String responseId) {
    discarded.add(responseId);
    played = null;
    latest = null;
    speeches.values().removeIf(speech -> speech.isSilent() && speech.is(responseId));
  }

  /// Forgets everything that is not heard yet. The line's buffer must be cleared with it.
  /// @return what becomes of each item that was not heard to its end, in order
  List<Cut> bargeIn(long nowMs) {
    creditPlayedPart(nowMs);
    played = null;
    latest = null;
    var cuts = new ArrayList<Cut>();
    for (Speech speech : speeches.values()) {
      discarded.add(speech.responseId());
      if (!speech.isSilent()) {
        cuts.add(speech.cut());
      }
    }
    speeches.clear();
    unheard.clear();
    unmarked = 0;
    generation++;
    return cuts;
  }

  /// What was played since the last mark that came back: no more than up to the next one.
  private void creditPlayedPart(long nowMs) {
    if (!unheard.isEmpty() && unheard.getFirst().isBeginning()) {
      return; // on its way, for all that is known
    }
    long now = nowMs * SAMPLES_PER_MS;
    long start = heardAtMs * SAMPLES_PER_MS;
    int next = 0;
    for (Piece piece : unheard) {
      if (piece.samples > 0) {
        next = next == 0 ? piece.mark : next;
        start = Math.max(start, piece.sentAtMs * SAMPLES_PER_MS);
        if (piece.mark > next || start >= now) {
          return;
        }
        piece.speech.heard((int) Math.min(piece.samples, now - start));
        start += piece.samples;
      }
    }
  }

  private void remove(Speech speech) {
    speeches.remove(speech.itemId());
    latest = null;
  }

  private Heard finish(Speech speech) {
    remove(speech);
    return new Heard(speech.itemId(), speech.words());
  }

  private Speech speech(String responseId, String itemId) {
    Speech last = latest;
    if (last != null && last.itemId().equals(itemId)) {
      return last;
    }
    Speech speech = speeches.computeIfAbsent(itemId, _ -> new Speech(responseId, itemId));
    latest = speech;
    return speech;
  }

  private String mark() {
    unmarked = 0;
    return generation + ":" + ++lastMark;
  }

  /// The number in the name of a mark of this generation; -1 if it is of another, or not ours.
  private int numberOf(String mark) {
    String ours = generation + ":";
    if (!mark.startsWith(ours)) {
      return -1;
    }
    try {
      return Integer.parseInt(mark, ours.length(), mark.length(), 10);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
