package io.frontdesk.voice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The far end of a line, exact to the sample: plays what it gets in real time, gives marks back
/// when they are reached, and forgets on clear.
final class LineBuffer {
  private static final int SAMPLES_PER_MS = 8;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<String, Long> played = new LinkedHashMap<>();
  private long nowMs;

  /// A mark that came back, and the millisecond by which it had.
  record Echo(String mark, long atMs) {}

  private sealed interface Entry {
    record Audio(String itemId, long samples) implements Entry {}

    record Mark(String name) implements Entry {}
  }

  long nowMs() {
    return nowMs;
  }

  void audio(String itemId, int samples) {
    entries.addLast(new Entry.Audio(itemId, samples));
  }

  void mark(String name) {
    entries.addLast(new Entry.Mark(name));
  }

  /// How much of this item has been played, in samples.
  long played(String itemId) {
    return played.getOrDefault(itemId, 0L);
  }

  /// Plays for so long; marks come back at the moment in which they are reached.
  List<Echo> play(long ms) {
    var echoes = new ArrayList<Echo>();
    long samples = ms * SAMPLES_PER_MS;
    long started = nowMs;
    long done = 0;
    while (!entries.isEmpty()) {
      switch (entries.peekFirst()) {
        case Entry.Mark mark -> {
          echoes.add(new Echo(mark.name(), started + (done + SAMPLES_PER_MS - 1) / SAMPLES_PER_MS));
          entries.removeFirst();
        }
        case Entry.Audio audio -> {
          long part = Math.min(audio.samples(), samples - done);
          played.merge(audio.itemId(), part, Long::sum);
          done += part;
          entries.removeFirst();
          if (part < audio.samples()) {
            entries.addFirst(new Entry.Audio(audio.itemId(), audio.samples() - part));
            nowMs = started + ms;
            return echoes;
          }
        }
      }
    }
    nowMs = started + ms;
    return echoes;
  }

  /// Forgets the audio; every pending mark comes back at once.
  List<Echo> clear() {
    var echoes = new ArrayList<Echo>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Mark mark) {
        echoes.add(new Echo(mark.name(), nowMs));
      }
    }
    entries.clear();
    return echoes;
  }
}
