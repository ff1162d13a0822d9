package io.frontdesk.voice.scripted;

/// A sentence of the script.
sealed interface Line {
  /// @param key of the sentence in `scripted/words_*.properties`
  record Phrase(String key) implements Line {}

  /// The opening that the business has written.
  record Opening() implements Line {}

  /// The keys that the business offers; nothing where it offers none.
  record Keys() implements Line {}

  /// Everything that was noted.
  record ReadBack(Note note) implements Line {}

  /// Thanks for a message that was kept, and leave.
  record Thanks(Note note) implements Line {}
}
