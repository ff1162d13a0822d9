package io.frontdesk.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets one answer of the model through at a time; what else should be said waits its turn.
/// @param count how many requests were sent so far
/// @param sent the request that the model has not taken up yet; null if none
/// @param running the answer that the model is making; null if none
record ResponseGate(int count, @Nullable Sent sent, @Nullable Running running, List<Wish> waiting) {
  static final ResponseGate IDLE = new ResponseGate(0, null, null, List.of());

  /// Something that the receptionist should say.
  /// @param words what exactly; null if that is the model's to find
  /// @param again whether it was refused or failed once already
  /// @param guarded whether it is said to its end, whatever the caller does meanwhile
  record Wish(Purpose purpose, @Nullable String words, boolean again, boolean guarded) {
    Wish(Purpose purpose, @Nullable String words) {
      this(purpose, words, false, false);
    }

    Wish oncemore() {
      return new Wish(purpose, words, true, guarded);
    }

    Wish guarded(boolean also) {
      return new Wish(purpose, words, again, guarded || also);
    }

    /// Whether an answer that the model finds itself, knowing all, is what is wished for.
    boolean isMetBy(Wish other) {
      return other.words == null && purpose.isMetByAnyAnswer();
    }
  }

  /// What an answer is for.
  enum Purpose {
    GREETING,
    REPLY,
    TOOLS,
    EXCUSE,
    KEYS,
    RESUMPTION,
    SILENCE,
    ORDER,
    /// What callers in danger, or in anger, are told at once.
    ALARM,
    GOODBYE;

    /// Whether any answer of the model's will do.
    boolean isMetByAnyAnswer() {
      return this != GREETING && this != GOODBYE && this != ORDER && this != ALARM;
    }

    /// Whether it is said though it may be somebody else's turn.
    boolean isUrgent() {
      return this == GOODBYE || this == ALARM;
    }

    /// Whether there may be several that wait.
    private boolean isOneOfMany() {
      return this == ORDER || this == ALARM;
    }
  }

  record Sent(String request, Wish wish, Instant at) {}

  /// @param wish what it is for; null if the model answers the caller by itself
  record Running(String responseId, @Nullable Wish wish, Instant at) {}

  boolean isIdle() {
    return isOpen() && waiting.isEmpty();
  }

  boolean isOpen() {
    return sent == null && running == null;
  }

  /// Whether something is to be said that the caller waits for.
  boolean owesAnAnswer() {
    return (running != null && isWaitedFor(running.wish))
        || (sent != null && isWaitedFor(sent.wish))
        || waiting.stream().anyMatch(ResponseGate::isWaitedFor);
  }

  private static boolean isWaitedFor(@Nullable Wish wish) {
    return wish == null || wish.purpose != Purpose.SILENCE;
  }

  /// What should be said next; null if nothing.
  @Nullable Wish next() {
    return waiting.isEmpty() ? null : waiting.getFirst();
  }

  ResponseGate with(Wish wish) {
    boolean asks =
        !wish.purpose.isOneOfMany()
            && waiting.stream().anyMatch(other -> other.purpose == wish.purpose);
    if (asks) {
      return this;
    }
    var all = new ArrayList<>(waiting);
    all.add(wish.purpose == Purpose.ALARM ? alarms() : all.size(), wish);
    return new ResponseGate(count, sent, running, List.copyOf(all));
  }

  /// How many alarms wait; nothing comes before them.
  private int alarms() {
    return (int) waiting.stream().filter(w -> w.purpose == Purpose.ALARM).count();
  }

  /// Whether an answer is not what must be said first.
  boolean isOvertaken(@Nullable Wish answer) {
    boolean alarmed = alarms() > 0 || (sent != null && sent.wish.purpose == Purpose.ALARM);
    return alarmed && (answer == null || answer.purpose != Purpose.ALARM);
  }

  /// This wish, and of the others that wait only alarms, before it.
  ResponseGate withLast(Wish wish) {
    var last = new ArrayList<>(waiting);
    last.removeIf(other -> other.purpose != Purpose.ALARM);
    last.add(wish);
    return new ResponseGate(count, sent, running, List.copyOf(last));
  }

  ResponseGate without(Purpose purpose) {
    return new ResponseGate(
        count, sent, running, waiting.stream().filter(w -> w.purpose != purpose).toList());
  }

  /// Nothing more is to be said; an answer that is running may end.
  ResponseGate withoutRequests() {
    return new ResponseGate(count, null, running, List.of());
  }

  /// The next wish becomes a request, named after its number; others that its answer will meet are
  /// no longer wished for.
  ResponseGate send(Instant at) {
    Wish next = waiting.getFirst();
    List<Wish> others = waiting.subList(1, waiting.size());
    List<Wish> unmet = others.stream().filter(wish -> !wish.isMetBy(next)).toList();
    boolean guarded = others.stream().anyMatch(wish -> wish.isMetBy(next) && wish.guarded);
    var request = new Sent("r" + (count + 1), next.guarded(guarded), at);
    return new ResponseGate(count + 1, request, running, unmet);
  }

  /// Whether what is asked for or being made is to be said to its end.
  boolean isGuarded() {
    return (sent != null && sent.wish.guarded) || isRunningGuarded();
  }

  boolean isRunningGuarded() {
    return running != null && running.wish != null && running.wish.guarded;
  }

  ResponseGate started(String responseId, @Nullable String request, Instant at) {
    if (sent != null && sent.request.equals(request)) {
      return new ResponseGate(count, null, new Running(responseId, sent.wish, at), waiting);
    }
    List<Wish> unmet = waiting.stream().filter(w -> !w.purpose.isMetByAnyAnswer()).toList();
    return new ResponseGate(count, sent, new Running(responseId, null, at), unmet);
  }

  /// A refused request is made once more, when the answer that is in its way is over; unless that
  /// is what was asked for.
  ResponseGate refused(String request) {
    if (sent == null || !sent.request.equals(request)) {
      return this;
    }
    var all = new ArrayList<>(waiting);
    boolean isAnswering = running != null && running.wish == null;
    if (!sent.wish.again && !(isAnswering && sent.wish.purpose == Purpose.REPLY)) {
      all.addFirst(sent.wish.oncemore());
    }
    return new ResponseGate(count, null, running, List.copyOf(all));
  }

  ResponseGate ended(String responseId) {
    boolean current = running != null && running.responseId.equals(responseId);
    return current ? new ResponseGate(count, sent, null, waiting) : this;
  }

  /// As if the answer that is running, if any, had ended.
  ResponseGate ended() {
    return new ResponseGate(count, sent, null, waiting);
  }
}
