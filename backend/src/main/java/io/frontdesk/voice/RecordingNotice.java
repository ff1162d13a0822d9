package io.frontdesk.voice;

import io.frontdesk.business.Business;
import io.frontdesk.business.RecordingConsent;
import io.frontdesk.receptionist.Law;
import io.frontdesk.receptionist.ReceptionistConfig;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// What callers are told who may be recorded: the last sentence of the opening, which they hear to
/// its end.
final class RecordingNotice {
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private RecordingNotice() {}

  /// The sentence: the business's own, or the usual one where it is; empty if nothing is to be
  /// announced.
  static Optional<String> of(Business business, ReceptionistConfig receptionist) {
    if (business.recordingConsent() != RecordingConsent.ANNOUNCED) {
      return Optional.empty();
    }
    return Optional.of(
        Objects.requireNonNullElseGet(
            business.recordingNotice(), () -> Law.of(business, receptionist).recording()));
  }

  /// Whether a caller who heard these words has heard the notice.
  static boolean isIn(String words, String notice) {
    return letters(words).contains(letters(notice));
  }

  private static String letters(String words) {
    return NO_LETTERS.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
