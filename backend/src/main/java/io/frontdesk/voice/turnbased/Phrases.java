package io.frontdesk.voice.turnbased;

import io.frontdesk.conversation.Script;
import io.frontdesk.receptionist.ReceptionistConfig;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// The sentences that are not the model's to find, from `turnbased/words_*.properties` and the
/// script of conversations; in English where there are none in the receptionist's language.
///
/// @param spoken the language that the receptionist speaks
/// @param own the language of these sentences
record Phrases(Locale spoken, Locale own, Script script) {
  private static final Set<String> WRITTEN = Set.of("en", "es", "de");

  static Phrases of(ReceptionistConfig receptionist) {
    String tag = receptionist.languages().getFirst();
    Locale spoken = Locale.forLanguageTag(tag);
    return new Phrases(
        spoken,
        WRITTEN.contains(spoken.getLanguage()) ? spoken : Locale.US,
        Script.in(tag, receptionist.opening(), false));
  }

  String text(String key) {
    return ResourceBundle.getBundle(
            "turnbased.words",
            own,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }

  /// Whether what is written in English can be said as it is.
  boolean isEnglish() {
    return spoken.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }
}
