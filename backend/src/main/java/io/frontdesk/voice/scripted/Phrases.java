package io.frontdesk.voice.scripted;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// The sentences of the script and the words it understands, from `scripted/words_*.properties`; in
/// English where there are none in a language.
///
/// @param language as it is to be pronounced and made out
record Phrases(Locale language) {
  private static final Set<String> WRITTEN = Set.of("en", "es", "de");

  /// @param tag BCP 47, for example `es-MX`
  static Phrases in(String tag) {
    Locale wanted = Locale.forLanguageTag(tag);
    return new Phrases(WRITTEN.contains(wanted.getLanguage()) ? wanted : Locale.US);
  }

  String text(String key, Object... with) {
    return new MessageFormat(bundle().getString(key), language).format(with);
  }

  /// The words of a list, in small letters.
  List<String> list(String key) {
    return Arrays.asList(bundle().getString(key).split(",", -1));
  }

  private ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        "scripted.words",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
