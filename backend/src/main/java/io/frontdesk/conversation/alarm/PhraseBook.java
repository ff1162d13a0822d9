package io.frontdesk.conversation.alarm;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What people say in danger and in anger, from `conversation/alarm_*.properties`: in the languages
/// that a receptionist speaks, and in English.
final class PhraseBook {
  private static final List<String> WRITTEN = List.of("en", "es", "de");

  /// One for each choice of languages, of which there are few: calls that go on at the same time
  /// share them.
  private static final Map<List<String>, PhraseBook> ALL = new ConcurrentHashMap<>();

  private final Map<String, List<Phrase>> read = new ConcurrentHashMap<>();
  private final List<ResourceBundle> books;

  private PhraseBook(List<ResourceBundle> books) {
    this.books = books;
  }

  /// @param tags BCP 47
  static PhraseBook in(List<String> tags) {
    List<String> languages =
        Stream.concat(tags.stream(), Stream.of("en"))
            .map(tag -> Locale.forLanguageTag(tag).getLanguage())
            .filter(WRITTEN::contains)
            .distinct()
            .toList();
    return ALL.computeIfAbsent(
        languages, chosen -> new PhraseBook(chosen.stream().map(PhraseBook::book).toList()));
  }

  private static ResourceBundle book(String language) {
    return ResourceBundle.getBundle(
        "conversation.alarm",
        Locale.of(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  List<Phrase> about(String subject) {
    return read.computeIfAbsent(subject, this::read);
  }

  private List<Phrase> read(String subject) {
    return books.stream()
        .flatMap(book -> Arrays.stream(book.getString(subject).split("\\|", -1)))
        .map(Phrase::of)
        .toList();
  }

  /// Words that say that something is not so.
  Set<String> denials() {
    var words = new HashSet<String>();
    about("denials").forEach(phrase -> words.addAll(phrase.words()));
    return words;
  }
}
