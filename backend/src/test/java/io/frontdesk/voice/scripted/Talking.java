package io.frontdesk.voice.scripted;

import io.frontdesk.tenancy.E164;
import io.frontdesk.voice.exchange.Heard;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A caller who talks with the script.
final class Talking {
  private final MessageTaking taking;
  private Move move;

  private Talking(MessageTaking taking) {
    this.taking = taking;
    move = taking.begin(Note.EMPTY, false);
  }

  static MessageTaking taking(String language, @Nullable E164 callerId) {
    return new MessageTaking(
        callerId,
        false,
        new Understanding(
            Phrases.in(language), Objects.requireNonNullElse(callerId, new E164("+14155550199"))));
  }

  static Talking from(String language, E164 callerId) {
    return new Talking(taking(language, callerId));
  }

  static Talking withheld(String language) {
    return new Talking(taking(language, null));
  }

  Talking says(String words) {
    return does(new Heard.Words(words));
  }

  Talking keys(String keys) {
    return does(new Heard.Keys(keys));
  }

  Talking silence() {
    return does(new Heard.Nothing());
  }

  Talking does(Heard heard) {
    move = taking.next(state(), heard);
    return this;
  }

  boolean isOver() {
    return move instanceof Move.Leave;
  }

  State state() {
    return ((Move.Ask) move).state();
  }

  Question question() {
    return state().question();
  }

  /// What was noted, once leave was taken.
  Optional<Note> left() {
    return move instanceof Move.Leave(Note note, _) ? Optional.of(note) : Optional.empty();
  }

  List<String> phrases() {
    return phrases(move);
  }

  static List<String> phrases(Move move) {
    return move.says().stream()
        .filter(Line.Phrase.class::isInstance)
        .map(line -> ((Line.Phrase) line).key())
        .toList();
  }
}
