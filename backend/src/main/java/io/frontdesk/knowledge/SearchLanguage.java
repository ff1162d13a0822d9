package io.frontdesk.knowledge;

import java.util.Locale;
import java.util.Map;

/// By which of PostgreSQL's text search configurations words of a language are told from their
/// endings.
final class SearchLanguage {
  private static final Map<String, String> BY_TAG =
      Map.ofEntries(
          Map.entry("ar", "arabic"),
          Map.entry("ca", "catalan"),
          Map.entry("da", "danish"),
          Map.entry("de", "german"),
          Map.entry("el", "greek"),
          Map.entry("en", "english"),
          Map.entry("es", "spanish"),
          Map.entry("eu", "basque"),
          Map.entry("fi", "finnish"),
          Map.entry("fr", "french"),
          Map.entry("ga", "irish"),
          Map.entry("hi", "hindi"),
          Map.entry("hu", "hungarian"),
          Map.entry("id", "indonesian"),
          Map.entry("it", "italian"),
          Map.entry("lt", "lithuanian"),
          Map.entry("nb", "norwegian"),
          Map.entry("nl", "dutch"),
          Map.entry("no", "norwegian"),
          Map.entry("pt", "portuguese"),
          Map.entry("ro", "romanian"),
          Map.entry("ru", "russian"),
          Map.entry("sv", "swedish"),
          Map.entry("tr", "turkish"));

  private SearchLanguage() {}

  /// @param tag BCP 47, for example `de-AT`
  /// @return `simple` for a language whose endings nobody knows here
  static String of(String tag) {
    return BY_TAG.getOrDefault(Locale.forLanguageTag(tag).getLanguage(), "simple");
  }
}
