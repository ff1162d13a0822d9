package io.frontdesk.voice;

import io.frontdesk.receptionist.MenuEntry;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// The keys that a business offers its callers after the greeting, with the sentences around them
/// from `menu/words_*.properties`; in English where there are none in a language.
///
/// @param entries none where no keys are offered
/// @param language that is spoken
public record KeyMenu(List<MenuEntry> entries, Locale language) {
  private static final List<String> WRITTEN = List.of("en", "es", "de");

  public KeyMenu {
    entries = List.copyOf(entries);
  }

  /// Whoever was called by the business is asked nothing by keys.
  public static KeyMenu of(CallInHand hand) {
    Locale spoken = Locale.forLanguageTag(hand.receptionist().languages().getFirst());
    return new KeyMenu(hand.isPlaced() ? List.of() : hand.receptionist().menu(), spoken);
  }

  public boolean isOffered() {
    return !entries.isEmpty();
  }

  /// The keys, one after the other, and what each is for.
  public String text() {
    return entries.stream()
        .map(entry -> words("press", entry.text().strip(), entry.key()))
        .collect(Collectors.joining(" "));
  }

  /// What that key is for; empty if nothing.
  public Optional<MenuEntry> at(String keys) {
    return entries.stream().filter(entry -> entry.key().equals(keys)).findFirst();
  }

  /// To whoever pressed another key.
  public String unknown() {
    return words("unknown");
  }

  /// To whoever has no luck with the keys.
  public String justSpeak() {
    return words("just_speak");
  }

  /// To whoever wants to leave a message.
  public String message() {
    return words("message");
  }

  /// To whoever wants to talk.
  public String talk() {
    return words("talk");
  }

  private String words(String key, Object... with) {
    Locale own = WRITTEN.contains(language.getLanguage()) ? language : Locale.ENGLISH;
    String words =
        ResourceBundle.getBundle(
                "menu.words",
                own,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .getString(key);
    return with.length == 0 ? words : MessageFormat.format(words, with);
  }
}
