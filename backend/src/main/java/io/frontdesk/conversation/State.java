package io.frontdesk.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that a conversation knows.
/// @param begunAt when the call was taken, before the line was open
/// @param failures answers in a row that the model could not make
/// @param ending null while nobody takes leave
/// @param greetingHeard what the caller heard of a recorded greeting that was cut; null if none was
/// @param clockUntil when the model is to be told anew what time it is; null while it is looked up
/// @param modelMayYield whether a model that yields by itself was told that it may
/// @param over whether everything was put away
record State(
    Limits limits,
    Script script,
    Instant begunAt,
    Line line,
    Model model,
    int failures,
    Floor floor,
    ResponseGate gate,
    ToolRound tools,
    Transcript transcript,
    Keypad keypad,
    Silence silence,
    Overlap overlap,
    Waiting waiting,
    @Nullable Ending ending,
    @Nullable String greetingHeard,
    @Nullable Instant clockUntil,
    boolean modelMayYield,
    boolean over) {
  /// A line that we left closes at once; if nobody says so within this time, it is taken for
  /// closed.
  private static final Duration LEAVING = Duration.ofSeconds(5);

  /// How the model stands.
  enum Model {
    CONNECTING,
    READY,
    GONE
  }

  /// @param turns how many the call has had before
  static State begin(Limits limits, Script script, Instant at, int turns) {
    return new State(
        limits,
        script,
        at,
        Line.WAITING,
        Model.CONNECTING,
        0,
        Floor.FREE,
        ResponseGate.IDLE,
        ToolRound.NONE,
        Transcript.from(turns),
        Keypad.EMPTY,
        Silence.NONE,
        Overlap.NONE,
        Waiting.NONE,
        null,
        null,
        at.plus(limits.clock()),
        true,
        false);
  }

  /// When time alone will change something next; null if it never will.
  @Nullable Instant deadline() {
    if (over) {
      return null;
    }
    return dues().filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
  }

  private Stream<@Nullable Instant> dues() {
    if (line.isClosed()) {
      return Stream.of(wordsGivenUp(), toolsGivenUp());
    }
    if (line.isLeft()) {
      return Stream.of(lineGivenUp());
    }
    return Stream.of(
        modelDue(),
        firstWordDue(),
        holdDue(),
        answerDue(),
        responseDue(),
        replyDue(),
        transcript.wordsDue(limits.words()),
        keysDue(),
        doubtDue(),
        excuseDue(),
        callDue(),
        clockDue(),
        silenceDue(),
        goodbyeDue());
  }

  @Nullable Instant modelDue() {
    return model == Model.CONNECTING ? begunAt.plus(limits.modelReady()) : null;
  }

  @Nullable Instant firstWordDue() {
    boolean nothingYet = !transcript.hasBegun() && floor.isFree() && ending == null;
    return nothingYet ? after(line.openedAt(), limits.firstWord()) : null;
  }

  /// When the caller is asked to hold on, or has done so for long enough. A model that
  /// writes what a tool needs, without a sound, is given its usual time.
  @Nullable Instant holdDue() {
    Instant due = after(waiting.since(), waiting.held() ? limits.held() : limits.hold());
    Instant usual = gate.running() == null ? null : gate.running().at().plus(limits.answer());
    boolean works = due != null && waiting.held() && waiting.works();
    return works && usual != null && usual.isAfter(due) ? usual : due;
  }

  @Nullable Instant answerDue() {
    return gate.sent() == null ? null : gate.sent().at().plus(limits.answer());
  }

  @Nullable Instant responseDue() {
    return gate.running() == null ? null : gate.running().at().plus(limits.response());
  }

  @Nullable Instant replyDue() {
    return after(floor.replyDueSince(), limits.answer());
  }

  @Nullable Instant keysDue() {
    return after(keypad.lastAt(), limits.keys());
  }

  @Nullable Instant doubtDue() {
    return after(overlap.doubtedSince(), limits.verdict());
  }

  @Nullable Instant excuseDue() {
    return tools.excused() ? null : after(tools.quietSince(), limits.excuse());
  }

  @Nullable Instant callDue() {
    boolean leaves = ending != null && !ending.suspended();
    return leaves ? null : after(line.openedAt(), limits.call());
  }

  @Nullable Instant clockDue() {
    return model == Model.READY && ending == null ? clockUntil : null;
  }

  @Nullable Instant silenceDue() {
    return after(silence.since(), ending == null ? limits.silence() : limits.afterGoodbye());
  }

  @Nullable Instant goodbyeDue() {
    return ending == null || ending.suspended() ? null : ending.limit();
  }

  @Nullable Instant lineGivenUp() {
    return after(line.leftAt(), LEAVING);
  }

  @Nullable Instant wordsGivenUp() {
    return expectsLastWords() ? after(line.closedAt(), limits.lastWords()) : null;
  }

  @Nullable Instant toolsGivenUp() {
    return tools.isDone() ? null : after(line.closedAt(), limits.tools());
  }

  /// Whether the caller's last words, or what they lead to, are still on their way.
  boolean expectsLastWords() {
    return model == Model.READY
        && (!floor.isFree() || transcript.awaitsCallersWords() || gate.running() != null);
  }

  /// Whether nobody says or does anything, nor is about to.
  boolean isQuiet() {
    return isSilent() && tools.isDone() && (ending == null || ending.suspended());
  }

  /// Whether nobody says anything, and will not before a tool is done.
  boolean isWaitingForTools() {
    return isSilent() && !tools.isDone() && ending == null;
  }

  /// Whether the caller hears nothing though an answer to what they said is due.
  boolean isWaitingForAnAnswer() {
    boolean listening = line.isOpen() && !floor.isCallers() && keypad.isEmpty();
    boolean asked = transcript.hasBegun() && (floor.replyDueSince() != null || gate.owesAnAnswer());
    return listening
        && asked
        && model == Model.READY
        && tools.isDone()
        && !overlap.isInDoubt()
        && !transcript.isReceptionistSpeaking()
        && (ending == null || ending.suspended());
  }

  private boolean isSilent() {
    return line.isOpen()
        && model == Model.READY
        && floor.isFree()
        && gate.isIdle()
        && keypad.isEmpty()
        && overlap.isSettled()
        && !transcript.isReceptionistSpeaking();
  }

  /// Whether the goodbye has been said and heard.
  boolean hasTakenLeave() {
    return ending != null
        && !ending.suspended()
        && ((floor.isFree() && overlap.isSettled())
            || ending.firm()
            || ending.reason() == EndReason.TIME_LIMIT)
        && gate.isIdle()
        && tools.isDone()
        && !transcript.isReceptionistSpeaking();
  }

  private static @Nullable Instant after(@Nullable Instant start, Duration time) {
    return start == null ? null : start.plus(time);
  }
}
