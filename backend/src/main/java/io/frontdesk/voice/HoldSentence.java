package io.frontdesk.voice;

import io.frontdesk.conversation.Script;
import io.frontdesk.receptionist.ReceptionistConfig;

/// What asks callers to hold on, recorded beforehand: a model that says nothing cannot say it.
record HoldSentence(String words, RecordedSpeech sound) {
  /// The receptionist as it says so in this language.
  static ReceptionistConfig in(String language, ReceptionistConfig receptionist) {
    return receptionist.speaking(language).readingOut(words(language));
  }

  static String words(String language) {
    return Script.in(language, "", false).oneMoment();
  }
}
