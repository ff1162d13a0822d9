package io.frontdesk.voice;

import io.frontdesk.call.Refusal;
import io.frontdesk.receptionist.ReceptionistConfig;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What is said to callers who are not let in or cannot be talked with any longer, in the language
/// that the business answers in, from `door/words_*.properties`; in English where it answers in one
/// that we cannot speak.
///
/// @param language as it is to be pronounced
record DoorWords(Locale language) {
  private static final List<String> SPOKEN = List.of("en", "es", "de");

  /// Where no business is known.
  static final DoorWords ENGLISH = new DoorWords(Locale.ENGLISH);

  /// @param tag BCP 47, for example `es-MX`
  static DoorWords in(String tag) {
    Locale wanted = Locale.forLanguageTag(tag);
    return new DoorWords(SPOKEN.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH);
  }

  /// Of this receptionist's business.
  static DoorWords of(ReceptionistConfig receptionist) {
    return in(receptionist.languages().getFirst());
  }

  /// The business is not served.
  String closed() {
    return of("closed");
  }

  /// The business takes no more calls.
  String full(Refusal refusal) {
    return switch (refusal) {
      case CONCURRENT_CALLS -> of("busy");
      case MINUTES_PER_MONTH, SPEND_PER_DAY -> of("used_up");
    };
  }

  /// Something takes a while.
  String oneMoment() {
    return of("one_moment");
  }

  /// Nothing else works.
  String sorry() {
    return of("sorry");
  }

  private String of(String key) {
    return ResourceBundle.getBundle(
            "door.words",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }
}
