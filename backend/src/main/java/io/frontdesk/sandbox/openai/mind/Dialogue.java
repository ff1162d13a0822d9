package io.frontdesk.sandbox.openai.mind;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.sandbox.openai.mind.Message.Called;
import io.frontdesk.sandbox.openai.mind.Message.Caller;
import io.frontdesk.sandbox.openai.mind.Message.Note;
import io.frontdesk.sandbox.openai.mind.Message.Returned;
import io.frontdesk.sandbox.openai.mind.Message.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a conversation stands, read off its messages from the first to the last. Nothing is kept
/// between replies, so a conversation replayed into a new session goes on where it was.
final class Dialogue {
  /// What the caller did since the model spoke last.
  enum Turn {
    SILENT,
    UNDERSTOOD,
    MISHEARD,
    UNCLEAR,
    PARDON,
    FOREIGN,
    LEAVING
  }

  /// How often a question is asked before whatever is said has to do.
  private static final int TRIES = 2;

  private final String instructions;
  private final Spoken spoken;
  private final List<Tool> tools;
  private final List<Slot> intake;
  private final Errand errand;
  private final Answers answers = new Answers();
  private final Notes notes;
  private final Map<String, String> waitingFor = new HashMap<>();
  private final List<String> allWords = new ArrayList<>();

  private Turn turn = Turn.SILENT;
  private boolean begun;
  private String lastWords = "";
  private boolean over;
  private boolean noted;
  private boolean askedAnythingElse;
  private @Nullable Slot asked;
  private @Nullable Slot justAnswered;
  private @Nullable Slot retry;
  private @Nullable Outcome news;
  private @Nullable String aside;

  Dialogue(Prompt prompt) {
    this.instructions = prompt.instructions();
    this.spoken = new Spoken(prompt.instructions());
    this.tools = prompt.tools();
    this.errand = new Errand(tools);
    this.intake = Intake.questions(prompt.instructions());
    this.notes = new Notes(tools);
    prompt.messages().forEach(this::follow);
  }

  private void follow(Message message) {
    switch (message) {
      case Caller(String text) -> turn = heard(text);
      case Said(String text) -> said(Tongue.understood(text));
      case Called(String callId, String name) -> called(callId, name);
      case Returned(String callId, String output) -> returned(callId, Outcome.of(output));
      case Note _ -> {}
    }
  }

  private Turn heard(String text) {
    if (text.isBlank() || text.contains("\uFFFD")) {
      return Turn.MISHEARD;
    }
    allWords.add(text);
    Spoken.Told told = spoken.hear(text);
    if (told != Spoken.Told.NOTHING) {
      return told == Spoken.Told.FOREIGN ? Turn.FOREIGN : Turn.UNDERSTOOD;
    }
    Slot question = asked;
    Slot previous = justAnswered;
    if (Phrases.onlyGoodbye(text)) {
      return Turn.LEAVING;
    } else if (notes.isReadBack() && !Phrases.pardon(text)) {
      notes.judged(text).ifPresent(answers::forget);
      return Turn.UNDERSTOOD;
    } else if (begun && Phrases.pardon(text)) {
      return Turn.PARDON;
    } else if (question != null) {
      return answered(question, Phrases.meant(text, lastWords));
    } else if (previous != null) {
      answers.add(previous, text);
      return Turn.UNDERSTOOD;
    } else if (askedAnythingElse && Phrases.nothingElse(text)) {
      return Turn.LEAVING;
    }
    return wished(text);
  }

  private Turn answered(Slot question, String text) {
    Optional<String> known = Knowledge.answer(instructions, tools, text);
    if (known.isPresent()) {
      aside = known.get();
      return Turn.UNDERSTOOD;
    }
    boolean yesOrNo = question.isYesOrNo();
    if (question.optional() && !yesOrNo && Phrases.refusal(text)) {
      answers.decline(question);
    } else if (question.value(text).isPresent() && (yesOrNo || !Phrases.agreement(text))) {
      answers.put(question, text);
      notes.answered(question);
      justAnswered = question;
    } else if (answers.tried(question) < TRIES) {
      return Turn.UNCLEAR;
    } else {
      answers.settleFor(question, text);
    }
    asked = null;
    return Turn.UNDERSTOOD;
  }

  private Turn wished(String text) {
    if (Phrases.agreement(text)) {
      errand.agree();
      return Turn.UNDERSTOOD;
    }
    if (errand.wanted().isPresent() || Words.stems(text).isEmpty()) {
      return turn == Turn.LEAVING ? turn : Turn.UNDERSTOOD;
    }
    Optional<String> known = Knowledge.answer(instructions, tools, text);
    if (known.isPresent()) {
      aside = known.get();
      return Turn.UNDERSTOOD;
    }
    Optional<Slot> unknown = Knowledge.asks(text) ? errand.ask(text) : Optional.empty();
    if (unknown.isPresent()) {
      answers.put(unknown.get(), text);
      return Turn.UNDERSTOOD;
    }
    errand.wish(text);
    intake.stream().filter(slot -> slot.isToldIn(text)).forEach(slot -> answers.put(slot, text));
    boolean leaves = errand.wanted().isEmpty() && Phrases.goodbye(text);
    return leaves ? Turn.LEAVING : Turn.UNDERSTOOD;
  }

  private void said(String text) {
    if (text.isBlank()) {
      return;
    }
    begun = true;
    lastWords = text;
    turn = Turn.SILENT;
    errand.answered();
    news = null;
    noted = false;
    aside = null;
    justAnswered = null;
    Slot again = retry == null ? asked : retry;
    askedAnythingElse = Asked.heard(text, Phrases.ANYTHING_ELSE);
    asked = askedAnythingElse ? null : Asked.in(text, questions().toList()).orElse(again);
    retry = null;
    if (askedAnythingElse) {
      finish();
    }
  }

  private void called(String callId, String name) {
    waitingFor.put(callId, name);
    if (errand.named(name).filter(Tool::changesLanguage).isPresent()) {
      spoken.tell();
      return;
    }
    asked = null;
    justAnswered = null;
    noted = false;
    news = null;
    if (notes.isTheirs(name)) {
      notes.called();
    } else {
      errand.called(name);
    }
  }

  private void returned(String callId, Outcome outcome) {
    String name = waitingFor.remove(callId);
    if (errand.named(name).filter(Tool::changesLanguage).isPresent()) {
      return;
    }
    news = outcome;
    if (notes.isTheirs(name)) {
      retry = notes.returned(outcome).orElse(null);
      if (retry != null) {
        answers.forget(retry);
      }
      noted = outcome.ok() && !notes.isReadBack();
      return;
    }
    Optional<Tool> done = errand.named(name);
    over = outcome.ok() && done.filter(Tool::endsTheCall).isPresent();
    Optional<Slot> again = outcome.ok() ? Optional.empty() : done.flatMap(outcome::again);
    retry = again.orElse(null);
    again.ifPresentOrElse(answers::forget, this::finish);
  }

  /// The matter is settled: forgets what concerned it alone, keeps what another may need too.
  private void finish() {
    errand.finish(intake).forEach(answers::forget);
  }

  private Stream<Slot> questions() {
    List<Slot> arguments = errand.wanted().map(Tool::arguments).orElse(List.of());
    boolean asks = errand.wanted().filter(Tool::takesQuestions).isPresent();
    return Stream.concat(asks ? Stream.empty() : intake.stream(), arguments.stream())
        .filter(slot -> !slot.optional());
  }

  /// The next thing to ask: the intake questions, then the arguments that are still missing.
  Optional<Slot> missing() {
    return questions().filter(slot -> !answers.settle(slot)).findFirst();
  }

  Optional<String> answer(Slot slot) {
    return answers.to(slot);
  }

  /// What is to be called because the language has changed.
  Optional<Reply.Call> change() {
    return errand
        .changing()
        .flatMap(
            tool ->
                spoken
                    .untold()
                    .flatMap(tongue -> tongue.among(tool.arguments().getFirst().choices()))
                    .map(
                        tag ->
                            new Reply.Call(
                                tool.name(),
                                JsonNodeFactory.instance.objectNode().put("language", tag))));
  }

  /// The language that is being spoken.
  Spoken spoken() {
    return spoken;
  }

  /// Everything the caller has said that could be understood.
  String allWords() {
    return String.join(" ", allWords);
  }

  /// What the model said last.
  String lastWords() {
    return lastWords;
  }

  /// The question that waits for its answer.
  Optional<Slot> asked() {
    return Optional.ofNullable(asked);
  }

  /// What a function gave back and the caller has not heard yet.
  Optional<Outcome> news() {
    return Optional.ofNullable(news);
  }

  /// The answer to a question the caller put in.
  Optional<String> aside() {
    return Optional.ofNullable(aside);
  }

  /// The argument to ask for again after the news.
  Optional<Slot> retry() {
    return Optional.ofNullable(retry);
  }

  /// An answer that is to be noted before anything else.
  Optional<Reply.Call> note() {
    return notes.due(answers);
  }

  /// Whether an answer has just been noted, and the matter itself goes on.
  boolean isNoted() {
    return noted;
  }

  Turn turn() {
    return turn;
  }

  Errand errand() {
    return errand;
  }

  boolean waits() {
    return !waitingFor.isEmpty();
  }

  boolean begun() {
    return begun;
  }

  boolean over() {
    return over;
  }
}
