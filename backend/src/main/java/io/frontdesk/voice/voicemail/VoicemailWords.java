package io.frontdesk.voice.voicemail;

import io.frontdesk.receptionist.Occasion;
import io.frontdesk.receptionist.ReceptionistConfig;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What is said around the beep, in the language that the business answers in, from
/// `voicemail/words_*.properties`; in English where it answers in one that we cannot speak.
///
/// @param language as it is to be pronounced
record VoicemailWords(Locale language) {
  private static final List<String> WRITTEN = List.of("en", "es", "de");

  static VoicemailWords of(ReceptionistConfig receptionist) {
    Locale wanted = Locale.forLanguageTag(receptionist.languages().getFirst());
    return new VoicemailWords(WRITTEN.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH);
  }

  /// Whether Twilio writes it down, which it does in English only.
  /// Source: https://www.twilio.com/docs/voice/twiml/record#transcribe
  boolean isWrittenDownByTwilio() {
    return language.getLanguage().equals("en");
  }

  /// To callers who have heard nothing yet.
  String greeting(String business, Occasion occasion) {
    String key = occasion == Occasion.OPEN ? "greeting" : "greeting_closed";
    return of(key).replace("{business}", business);
  }

  /// To people whom the business has called, when they have heard why.
  String answer() {
    return of("answer");
  }

  /// To callers who have talked with the receptionist.
  String afterTalk() {
    return of("after_talk");
  }

  /// To callers who were interrupted.
  String again() {
    return of("again");
  }

  /// To callers who said nothing.
  String nothing() {
    return of("nothing");
  }

  String thanks() {
    return of("thanks");
  }

  private String of(String key) {
    return ResourceBundle.getBundle(
            "voicemail.words",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }
}
