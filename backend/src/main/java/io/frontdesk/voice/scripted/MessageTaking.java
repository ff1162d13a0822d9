package io.frontdesk.voice.scripted;

import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.frontdesk.voice.exchange.Heard;
import io.frontdesk.voice.scripted.Understanding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a message is taken: a pure function from what was heard to what is said next. Whatever comes
/// it ends, and what the caller told is not lost.
///
/// @param callerId the number that they call from; null if it is withheld
/// @param placed whether the business has called them
/// @param understanding makes out what they mean
record MessageTaking(@Nullable E164 callerId, boolean placed, Understanding understanding) {
  /// So often a question is asked before it is left unanswered.
  private static final int MOST_ASKED = 3;

  /// So many questions nobody needs who wants to leave a message.
  static final int MOST_QUESTIONS = 30;

  /// The first thing that is said.
  ///
  /// @param note what is known already
  /// @param begun whether somebody else has spoken with the caller before
  Move begin(Note note, boolean begun) {
    var first = first(note);
    var state = new State(first, note, 0, 0, 1, false);
    var says = new ArrayList<Line>();
    if (begun) {
      says.add(new Line.Phrase("take_over"));
    } else {
      says.add(new Line.Opening());
      says.add(new Line.Phrase(placed ? "take_answer" : "take_message"));
    }
    says.addAll(question(first, note));
    return new Move.Ask(state, says);
  }

  /// The question that was asked last, once more.
  Move again(State state) {
    return ask(state, question(state.question(), state.note()));
  }

  /// Goes on with the question that stands, after something else was said.
  ///
  /// @param note what is known now
  Move goOn(State state, Note note) {
    boolean answered = state.question() == Question.URGENCY && note.urgency() != null;
    Question next = answered ? Question.RIGHT : state.question();
    return ask(
        new State(next, note, 0, 0, state.asked() + 1, state.correcting()), question(next, note));
  }

  /// What follows what was heard.
  Move next(State state, Heard heard) {
    if (state.asked() >= MOST_QUESTIONS) {
      return leave(heard instanceof Heard.Words(String words) ? kept(state, words) : state.note());
    }
    return switch (state.question()) {
      case NAME -> name(state, heard);
      case PHONE -> phone(state, heard);
      case REASON -> reason(state, heard);
      case URGENCY -> urgency(state, heard);
      case RIGHT -> right(state, heard);
      case WRONG -> wrong(state, heard);
    };
  }

  private Move name(State state, Heard heard) {
    if (!(heard instanceof Heard.Words(String words))) {
      return again(state, state.note(), heard);
    }
    Optional<String> name = understanding.name(words);
    if (name.isPresent()) {
      return onwards(state, state.note().named(name.get()));
    }
    Note note = state.note().andBesides(words);
    // Most callers say what they want first.
    return state.misses() == 0
        ? ask(state.askingAgain(note, false), List.of(new Line.Phrase("name_first")))
        : again(state, note, heard);
  }

  private Move phone(State state, Heard heard) {
    Note note = state.note();
    if (callerId != null && understanding.number(heard, callerId) == Verdict.YES) {
      return onwards(state, note.reachedAt(callerId));
    }
    Optional<E164> number = understanding.phone(heard);
    if (number.isPresent()) {
      return onwards(state, note.reachedAt(number.get()));
    }
    boolean another = understanding.number(heard, callerId) == Verdict.NO;
    return another && state.misses() == 0
        ? ask(state.askingAgain(note, false), List.of(new Line.Phrase("phone_other")))
        : again(state, kept(state, heard), heard);
  }

  private Move reason(State state, Heard heard) {
    return heard instanceof Heard.Words(String words)
        ? onwards(state, state.note().about(words))
        : again(state, state.note(), heard);
  }

  private Move urgency(State state, Heard heard) {
    return understanding
        .urgency(heard)
        .<Move>map(urgency -> onwards(state, state.note().urgent(urgency)))
        .orElseGet(() -> again(state, kept(state, heard), heard));
  }

  private Move right(State state, Heard heard) {
    return switch (understanding.yesOrNo(heard)) {
      case YES -> leave(state.note());
      case NO -> ask(state.puttingRight(Question.WRONG), question(Question.WRONG, state.note()));
      case UNCLEAR -> again(state, kept(state, heard), heard);
    };
  }

  private Move wrong(State state, Heard heard) {
    Question wrong = understanding.correction(heard);
    if (wrong == Question.WRONG) {
      return again(state, kept(state, heard), heard);
    }
    Note without =
        switch (wrong) {
          case NAME -> state.note().named(null);
          case PHONE -> state.note().reachedAt(null);
          case REASON -> state.note().about(null);
          case URGENCY, RIGHT, WRONG -> state.note().urgent(null);
        };
    return ask(new State(wrong, without, 0, 0, state.asked() + 1, true), question(wrong, without));
  }

  /// The question was answered.
  private Move onwards(State state, Note note) {
    Question next = state.correcting() ? Question.RIGHT : after(state.question(), note);
    return ask(state.asking(next, note), question(next, note));
  }

  /// The question was not answered: it is asked again, or left.
  private Move again(State state, Note note, Heard heard) {
    boolean silence = heard instanceof Heard.Nothing;
    State next = state.askingAgain(note, silence);
    if (next.silences() >= MOST_ASKED) {
      return leave(note);
    }
    if (next.misses() < MOST_ASKED) {
      var says = new ArrayList<Line>();
      says.add(new Line.Phrase(silence ? "not_heard" : "not_understood"));
      if (state.isAtTheStart() && !(heard instanceof Heard.Words)) {
        says.add(new Line.Keys());
      }
      says.addAll(question(state.question(), note));
      return ask(next, says);
    }
    return switch (state.question()) {
      case PHONE -> onwards(state, note.reachedAt(callerId));
      case URGENCY -> onwards(state, note.urgent(Urgency.NORMAL));
      case NAME -> onwards(state, note);
      case REASON, RIGHT, WRONG -> leave(note);
    };
  }

  private static Move ask(State state, List<Line> says) {
    return new Move.Ask(state, says);
  }

  private Move leave(Note note) {
    boolean kept = note.saysSomething();
    Note whole = note.phone() == null ? note.reachedAt(callerId) : note;
    return new Move.Leave(
        whole, List.of(kept ? new Line.Thanks(whole) : new Line.Phrase("nobody_there")));
  }

  private static Note kept(State state, Heard heard) {
    return heard instanceof Heard.Words(String words) ? kept(state, words) : state.note();
  }

  private static Note kept(State state, String words) {
    return state.note().andBesides(words);
  }

  private static Question first(Note note) {
    return note.name() == null ? Question.NAME : after(Question.NAME, note);
  }

  private static Question after(Question asked, Note note) {
    return switch (asked) {
      case NAME -> note.phone() == null ? Question.PHONE : after(Question.PHONE, note);
      case PHONE -> note.reason() == null ? Question.REASON : after(Question.REASON, note);
      case REASON -> note.urgency() == null ? Question.URGENCY : Question.RIGHT;
      case URGENCY, RIGHT, WRONG -> Question.RIGHT;
    };
  }

  private List<Line> question(Question question, Note note) {
    return switch (question) {
      case NAME -> List.of(new Line.Phrase("name"));
      case PHONE -> List.of(new Line.Phrase(callerId == null ? "phone" : "phone_offer"));
      case REASON -> List.of(new Line.Phrase("reason"));
      case URGENCY -> List.of(new Line.Phrase("urgency"));
      case RIGHT -> List.of(new Line.ReadBack(note), new Line.Phrase("right"));
      case WRONG -> List.of(new Line.Phrase("wrong"));
    };
  }
}
