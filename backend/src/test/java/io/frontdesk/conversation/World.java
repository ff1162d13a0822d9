package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.CallEvent;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.Turn;
import io.frontdesk.conversation.ConversationEvent.Outcome;
import io.frontdesk.conversation.recording.Beginning;
import io.frontdesk.conversation.recording.Happening;
import io.frontdesk.conversation.recording.LogFormat;
import io.frontdesk.conversation.recording.RecordedCall;
import io.frontdesk.conversation.recording.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A caller, a line, a model and tools that keep to their protocols and do what they please
/// otherwise. Checks after each effect that the conversation keeps to its promises.
final class World {
  private final Deque<ConversationEvent> inbox = new ArrayDeque<>();
  private final Deque<String> requests = new ArrayDeque<>();
  private final Deque<String> playing = new ArrayDeque<>();
  private final Deque<String> unwritten = new ArrayDeque<>();
  private final List<FunctionCall> running = new ArrayList<>();
  private final Set<String> completed = new HashSet<>();
  private final Set<String> ran = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final Deque<String> unstored = new ArrayDeque<>();
  private final Map<String, String> written = new HashMap<>();
  private final List<CallEvent> log = new ArrayList<>();

  private Conversation conversation;
  private Instant now = Talk.NOON;
  private int count;
  private int stored;
  private int closed;
  private int left;
  private boolean started;
  private boolean ready;
  private boolean ended;
  private @Nullable Instant givenUpAt;
  private boolean replies = true;
  private boolean modelAlive = true;
  private final boolean holdIsRecorded;
  private final Manner manner;
  private Optional<ConversationEvent> latestEnd = Optional.empty();
  private boolean modelMayYield = true;
  private boolean mayStop;
  private @Nullable String callerItem;
  private @Nullable String response;

  /// How the receptionist takes it when the caller talks over it.
  enum Manner {
    /// The model falls silent and answers by itself.
    THE_MODELS,
    /// The model falls silent by itself, but the greeting is heard to its end.
    THE_MODELS_WITH_A_NOTICE,
    /// It falls silent for those who insist.
    PATIENT,
    /// The same, but the greeting is heard to its end.
    PATIENT_WITH_A_NOTICE;

    boolean isPatient() {
      return this == PATIENT || this == PATIENT_WITH_A_NOTICE;
    }

    boolean isNotice() {
      return this == THE_MODELS_WITH_A_NOTICE || this == PATIENT_WITH_A_NOTICE;
    }
  }

  World(boolean greetingIsRecorded, Manner manner) {
    this(greetingIsRecorded, true, manner);
  }

  World(boolean greetingIsRecorded, boolean holdIsRecorded, Manner manner) {
    this.holdIsRecorded = holdIsRecorded;
    this.manner = manner;
    Duration half = Duration.ofMillis(500);
    Limits clock = Limits.DEFAULT.withClockGoodFor(Duration.ofSeconds(20));
    Limits limits = manner.isPatient() ? clock.yieldingAfter(half, half) : clock;
    Script plain = Script.english("Acme, hello!", greetingIsRecorded);
    Script script = manner.isNotice() ? plain.guardingTheGreeting() : plain;
    var beginning = new Beginning(limits, script, now);
    conversation = beginning.conversation();
    log.add(LogFormat.of(beginning));
  }

  void opens() {
    if (!started && !ended) {
      started = true;
      happens(new ConversationEvent.StreamStarted());
    }
  }

  void getsReady() {
    if (!ready && modelAlive) {
      ready = true;
      happens(new ConversationEvent.ModelReady());
    }
  }

  void speaksUp() {
    if (talks() && callerItem == null) {
      callerItem = "u" + ++count;
      mayStop = playing.stream().allMatch(Conversation::asksToHold);
      boolean cancelled = response != null && !manner.isPatient() && modelMayYield;
      happens(new ConversationEvent.CallerStartedSpeaking(callerItem));
      if (cancelled) {
        endsResponse(Outcome.CANCELLED, 1);
      }
    }
  }

  void insists() {
    if (talks() && callerItem != null) {
      mayStop = true;
      happens(new ConversationEvent.CallerInsists(callerItem));
    }
  }

  /// The model ends the caller's turn, and may by itself begin to answer.
  void fallsSilent() {
    String item = callerItem;
    if (modelAlive && item != null) {
      callerItem = null;
      mayStop = false;
      unwritten.add(item);
      expectsTurn(item);
      happens(new ConversationEvent.CallerStoppedSpeaking(item));
      happens(new ConversationEvent.CallerTurnEnded(item));
      if (replies && response == null && !manner.isPatient()) {
        response = "resp" + ++count;
        happens(new ConversationEvent.ResponseStarted(response, null));
      }
    }
  }

  void isWritten(boolean legible) {
    String item = unwritten.poll();
    if (modelAlive && item != null) {
      written.put(item, legible ? item : "");
      happens(
          legible
              ? new ConversationEvent.CallerTranscribed(item, item)
              : new ConversationEvent.CallerNotTranscribed(item));
    }
  }

  /// The caller had only murmured, or it was a noise.
  void isWritten(String text) {
    String item = unwritten.poll();
    if (modelAlive && item != null) {
      written.put(item, text);
      happens(new ConversationEvent.CallerTranscribed(item, text));
    }
  }

  /// The model takes up our oldest request, or refuses it because an answer is running.
  void takesUp() {
    String request = modelAlive ? requests.poll() : null;
    if (request == null) {
      return;
    }
    if (response != null) {
      happens(new ConversationEvent.ResponseRefused(request));
    } else {
      response = "resp" + ++count;
      happens(new ConversationEvent.ResponseStarted(response, request));
    }
  }

  void sounds() {
    if (response != null && !ended) {
      plays("a" + ++count);
    }
  }

  void endsResponse(Outcome outcome, int calls) {
    String over = response;
    if (over == null || !modelAlive) {
      return;
    }
    response = null;
    var wanted = new ArrayList<FunctionCall>();
    for (int i = 0; i < calls; i++) {
      wanted.add(new FunctionCall("c" + ++count, "tool", "{}"));
    }
    if (outcome == Outcome.COMPLETED) {
      wanted.forEach(call -> completed.add(call.callId()));
    }
    boolean givenUp = closed > 0 || (givenUpAt != null && !now.isBefore(givenUpAt));
    var end = new ConversationEvent.ResponseEnded(over, outcome, wanted);
    latestEnd = Optional.of(end);
    happens(end);
    if (outcome != Outcome.COMPLETED) {
      wanted.forEach(call -> assertThat(ran).doesNotContain(call.callId()));
    } else if (!givenUp) {
      wanted.forEach(call -> assertThat(ran).as("every call is run").contains(call.callId()));
    }
  }

  /// The model tells the end of its latest answer once more.
  void repeatsItsEnd() {
    if (modelAlive) {
      latestEnd.ifPresent(this::happens);
    }
  }

  void hears() {
    String item = playing.poll();
    if (item != null) {
      happens(new ConversationEvent.SpeechHeard(item, item));
    }
  }

  void finishesTool(boolean endsCall, boolean confirms) {
    finishesTool(endsCall, confirms, false);
  }

  void handsOver() {
    finishesTool(false, true, true);
  }

  private void finishesTool(boolean endsCall, boolean confirms, boolean handsOver) {
    if (!running.isEmpty()) {
      FunctionCall call = running.removeLast();
      boolean wanted = modelAlive && ready && !ended;
      happens(new ConversationEvent.ToolFinished(Talk.done(call), endsCall, confirms, handsOver));
      if (wanted) {
        assertThat(answered).as("every call is answered").contains(call.callId());
      }
    }
  }

  void presses(char key) {
    if (talks()) {
      boolean before = mayStop;
      mayStop = true;
      happens(new ConversationEvent.KeyPressed(key));
      mayStop = before;
    }
  }

  void waits(Duration time) {
    Instant end = now.plus(time);
    for (Optional<Instant> due = conversation.deadline();
        due.isPresent() && !due.get().isAfter(end);
        due = conversation.deadline()) {
      now = due.get().isAfter(now) ? due.get() : now;
      happens(new ConversationEvent.TimePassed());
    }
    now = end;
  }

  void modelDies() {
    if (modelAlive) {
      modelIsGone();
      happens(new ConversationEvent.ModelFailed("died"));
    }
  }

  void hangsUp() {
    if (!ended) {
      ends();
      happens(new ConversationEvent.StreamEnded());
    }
  }

  /// Whatever state it is in: the call ends, and all is put away exactly once and in order.
  void comesToAnEnd() {
    hangsUp();
    waits(Duration.ofMinutes(1));
    assertThat(closed).isEqualTo(1);
    assertThat(conversation.deadline()).isEmpty();
    happens(new ConversationEvent.StreamEnded());
    happens(new ConversationEvent.TimePassed());
    assertThat(unstored).as("every turn is stored").allMatch(this::mayBeNothing);
    assertThat(completed).containsAll(ran);
    assertThat(ran).containsAll(answered);
    replaysAsItWas();
  }

  /// From what was written down alone, the same follows again.
  private void replaysAsItWas() {
    var written = RecordedCall.parse(new RecordedCall("A world.", log).text());

    assertThat(Replay.of(written.events()).firstDifference()).isEmpty();
  }

  private boolean talks() {
    return started && ready && modelAlive && !ended;
  }

  private void modelIsGone() {
    modelAlive = false;
    response = null;
    losesWords();
  }

  private void losesWords() {
    if (callerItem != null) {
      expectsTurn(callerItem);
      callerItem = null;
    }
  }

  private void expectsTurn(String item) {
    if (closed == 0) {
      unstored.add(item);
    }
  }

  private void ends() {
    ended = true;
    givenUpAt = now.plus(Limits.DEFAULT.lastWords());
    cut();
  }

  private void plays(String item) {
    playing.add(item);
    expectsTurn(item);
    happens(new ConversationEvent.SpeechStarted(item));
  }

  private void cut() {
    for (String item = playing.poll(); item != null; item = playing.poll()) {
      inbox.add(new ConversationEvent.SpeechCut(item, item, ""));
    }
  }

  private void happens(ConversationEvent event) {
    inbox.add(event);
    for (ConversationEvent next = inbox.poll(); next != null; next = inbox.poll()) {
      Step step = conversation.on(next, now);
      log.add(LogFormat.of(new Happening(next, now, step.effects())));
      if (closed > 0) {
        assertThat(step.effects()).as("nothing follows the end").isEmpty();
      }
      conversation = step.next();
      step.effects().forEach(this::carryOut);
    }
  }

  private void carryOut(Effect effect) {
    assertThat(closed).as("closing is the last effect").isZero();
    switch (effect) {
      case Effect.PlayGreeting _ -> plays(Conversation.GREETING);
      case Effect.AskToHold hold -> {
        assertThat(talks()).isTrue();
        assertThat(callerItem).as("only who waits is asked to").isNull();
        assertThat(playing).as("only who hears nothing is asked to").isEmpty();
        assertThat(running).as("a tool has words of its own").isEmpty();
        if (holdIsRecorded) {
          plays(hold.itemId());
        }
      }
      case Effect.TellModel _ -> assertThat(ready).isTrue();
      case Effect.TellModelHeard _ -> assertThat(ready).isTrue();
      case Effect.ReadClock _ ->
          inbox.add(new ConversationEvent.ClockRead("Noon", now.plus(Duration.ofMinutes(2))));
      case Effect.Speak speak -> {
        assertThat(response).as("no answer is asked for while one runs").isNull();
        assertThat(requests).as("one request at a time").isEmpty();
        assertThat(talks()).isTrue();
        requests.add(speak.request());
      }
      case Effect.RunTool run -> {
        assertThat(completed).contains(run.call().callId());
        assertThat(ran.add(run.call().callId())).as("a tool runs once").isTrue();
        running.add(run.call());
      }
      case Effect.AnswerTool answer -> {
        assertThat(ran).contains(answer.call().id());
        assertThat(answered.add(answer.call().id())).as("one answer to a call").isTrue();
      }
      case Effect.LetModelYield let -> {
        assertThat(ready).isTrue();
        assertThat(manner.isPatient()).isFalse();
        assertThat(let.byItself()).as("only what is news").isNotEqualTo(modelMayYield);
        modelMayYield = let.byItself();
      }
      case Effect.FallSilent silent -> {
        boolean notice = manner.isNotice() && playing.contains(Conversation.GREETING);
        assertThat(notice).as("the notice is heard to its end").isFalse();
        if (manner.isPatient() && !playing.isEmpty()) {
          assertThat(mayStop).as("only who insists stops the receptionist").isTrue();
        }
        cut();
        if (silent.cancel()) {
          assertThat(silent.responseId()).isEqualTo(response);
          response = null;
          inbox.add(
              new ConversationEvent.ResponseEnded(
                  String.valueOf(silent.responseId()), Outcome.CANCELLED, List.of()));
        }
      }
      case Effect.StoreTurn(Turn turn, String item) -> stores(turn, item);
      case Effect.FinishCallerTurn _ -> replies = false;
      case Effect.HangUp _ -> closesLine();
      case Effect.HandOver _ -> closesLine();
      case Effect.FallBack _ -> {
        modelIsGone();
        closesLine();
      }
      case Effect.Close _ -> closed++;
    }
  }

  /// We close the line once, even if the news that the caller did is on its way.
  private void closesLine() {
    assertThat(++left).as("a line is closed once").isEqualTo(1);
    if (!ended) {
      ends();
      inbox.add(new ConversationEvent.StreamEnded());
    }
  }

  /// Turns are stored in order, and each of them once.
  private void stores(Turn turn, String item) {
    assertThat(turn.index()).isEqualTo(stored++);
    if (turn.speaker() == Speaker.SYSTEM || turn.text().startsWith("[pressed")) {
      return;
    }
    if (item.equals(callerItem)) {
      losesWords();
    }
    assertThat(unstored).contains(item);
    while (!item.equals(unstored.element())) {
      assertThat(unstored.remove()).as("left out before " + item).matches(this::mayBeNothing);
    }
    unstored.remove();
    assertThat(turn.text()).isIn("[inaudible]", written.getOrDefault(item, item));
  }

  /// Whether a turn turned out to be a noise, or nothing that anybody could write down.
  private boolean mayBeNothing(String item) {
    return written.getOrDefault(item, item).isEmpty();
  }
}
