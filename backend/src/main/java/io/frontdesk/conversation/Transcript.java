package io.frontdesk.conversation;

import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The turns of both parties in the order of the conversation. A turn is given out when it is over
/// and all before it have been given out: one whose words come late holds those after it back.
/// @param first the index of the first turn: those before it were had before
/// @param next the index of the next turn to be given out
/// @param uses what the receptionist did and has not spoken about yet
record Transcript(int first, int next, List<Entry> open, List<ToolCall> uses) {

  /// What stands for words that were spoken but are not known.
  private static final String INAUDIBLE = "[inaudible]";

  /// A turn that was begun.
  /// @param words null until they are known
  /// @param guarded whether it is said to its end, whatever the caller does meanwhile
  private record Entry(
      String itemId,
      Speaker speaker,
      Instant startedAt,
      Instant endedAt,
      @Nullable Words words,
      List<ToolCall> uses,
      boolean guarded) {
    Entry over(Words said, Instant at) {
      return new Entry(itemId, speaker, startedAt, at, said, uses, guarded);
    }

    boolean isOpen(Speaker party) {
      return words == null && speaker == party;
    }
  }

  private record Words(String text, @Nullable String heard, boolean interrupted) {}

  /// The turns that are ready, and the rest.
  record Release(Transcript rest, List<Effect.StoreTurn> turns) {}

  /// A transcript without a turn so far.
  static Transcript from(int first) {
    return new Transcript(first, first, List.of(), List.of());
  }

  boolean hasBegun() {
    return next > first || !open.isEmpty();
  }

  /// Whether something of the receptionist's has not been heard to its end.
  boolean isReceptionistSpeaking() {
    return open.stream().anyMatch(entry -> entry.isOpen(Speaker.RECEPTIONIST));
  }

  /// The same, without what only asks the caller to hold on: speaking over that is speaking into
  /// silence.
  boolean isReceptionistAnswering() {
    return open.stream()
        .anyMatch(
            entry -> entry.isOpen(Speaker.RECEPTIONIST) && !Conversation.asksToHold(entry.itemId));
  }

  /// Whether something is being said that the caller shall hear to its end.
  boolean isGuarded() {
    return open.stream().anyMatch(entry -> entry.guarded && entry.isOpen(Speaker.RECEPTIONIST));
  }

  /// Whether this item of the receptionist's has not been heard to its end.
  boolean isSaying(String item) {
    return open.stream()
        .anyMatch(entry -> entry.isOpen(Speaker.RECEPTIONIST) && entry.itemId.equals(item));
  }

  boolean awaitsWordsOf(String item) {
    return open.stream()
        .anyMatch(entry -> entry.isOpen(Speaker.CALLER) && entry.itemId.equals(item));
  }

  boolean awaitsCallersWords() {
    return open.stream().anyMatch(entry -> entry.isOpen(Speaker.CALLER));
  }

  /// A turn of the caller's is over; its words are still to come.
  Transcript callerSpoke(String itemId, Instant from, Instant to) {
    return with(new Entry(itemId, Speaker.CALLER, from, to, null, List.of(), false));
  }

  Transcript callerKeyed(String keys, Instant at) {
    Words words = new Words("[pressed " + keys + "]", null, false);
    return with(new Entry("", Speaker.CALLER, at, at, words, List.of(), false));
  }

  Transcript transcribed(String itemId, @Nullable String text) {
    Words words = new Words(text == null ? INAUDIBLE : text.strip(), null, false);
    return map(
        entry ->
            entry.isOpen(Speaker.CALLER) && entry.itemId.equals(itemId)
                ? entry.over(words, entry.endedAt)
                : entry);
  }

  Transcript receptionistSpeaks(String itemId, boolean guarded, Instant at) {
    boolean known = open.stream().anyMatch(entry -> entry.itemId.equals(itemId));
    return known
        ? this
        : new Transcript(first, next, open, List.of())
            .with(new Entry(itemId, Speaker.RECEPTIONIST, at, at, null, uses, guarded));
  }

  Transcript receptionistSpoke(
      String itemId, String text, String heard, boolean interrupted, Instant at) {
    Words words = new Words(text, heard, interrupted);
    return map(
        entry ->
            entry.isOpen(Speaker.RECEPTIONIST) && entry.itemId.equals(itemId)
                ? entry.over(words, at)
                : entry);
  }

  Transcript used(ToolCall use) {
    var all = new ArrayList<>(uses);
    all.add(use);
    return new Transcript(first, next, open, List.copyOf(all));
  }

  /// When the first turn whose words are still to come has been waited for so long; null if none.
  @Nullable Instant wordsDue(Duration limit) {
    return open.stream()
        .filter(entry -> entry.isOpen(Speaker.CALLER))
        .map(entry -> entry.endedAt.plus(limit))
        .findFirst()
        .orElse(null);
  }

  /// Gives up on words that should have come by now.
  Transcript withoutWordsDue(Duration limit, Instant now) {
    Words words = new Words(INAUDIBLE, null, false);
    return map(
        entry ->
            entry.isOpen(Speaker.CALLER) && !entry.endedAt.plus(limit).isAfter(now)
                ? entry.over(words, entry.endedAt)
                : entry);
  }

  /// Ends everything that is not over, as far as it is known.
  Transcript flush(Instant at) {
    Words unknown = new Words(INAUDIBLE, null, false);
    Transcript over =
        map(entry -> entry.words == null ? entry.over(unknown, entry.endedAt) : entry);
    if (uses.isEmpty()) {
      return over;
    }
    String names = uses.stream().map(ToolCall::tool).collect(Collectors.joining(", "));
    Words words = new Words(names, null, false);
    return new Transcript(first, next, over.open, List.of())
        .with(new Entry("", Speaker.SYSTEM, at, at, words, uses, false));
  }

  /// The turns that were not given out, in order.
  /// @param speaking the item that the caller is saying; null if none
  List<Unfinished> unfinished(@Nullable String speaking) {
    var turns = new ArrayList<Unfinished>();
    int index = next;
    for (Entry entry : open) {
      Words words = entry.words;
      if (words == null || !words.text.isBlank() || !entry.uses.isEmpty()) {
        String heard = words == null ? null : words.heard == null ? words.text : words.heard;
        turns.add(new Unfinished(index++, entry.itemId, entry.speaker, heard));
      }
    }
    if (speaking != null && open.stream().noneMatch(entry -> entry.itemId.equals(speaking))) {
      turns.add(new Unfinished(index, speaking, Speaker.CALLER, null));
    }
    return turns;
  }

  /// Takes out the turns that are over and have none before them that is not.
  Release release() {
    var turns = new ArrayList<Effect.StoreTurn>();
    int index = next;
    int taken = 0;
    for (Entry entry : open) {
      Words words = entry.words;
      if (words == null) {
        break;
      }
      taken++;
      if (!words.text.isBlank() || !entry.uses.isEmpty()) {
        turns.add(
            new Effect.StoreTurn(
                new Turn(
                    index++,
                    entry.speaker,
                    words.text,
                    words.interrupted ? words.heard : null,
                    words.interrupted,
                    entry.uses,
                    entry.startedAt,
                    entry.endedAt,
                    null),
                entry.itemId));
      }
    }
    return new Release(new Transcript(first, index, open.subList(taken, open.size()), uses), turns);
  }

  private Transcript with(Entry entry) {
    var all = new ArrayList<>(open);
    all.add(entry);
    return new Transcript(first, next, List.copyOf(all), uses);
  }

  private Transcript map(UnaryOperator<Entry> change) {
    return new Transcript(first, next, open.stream().map(change).toList(), uses);
  }
}
