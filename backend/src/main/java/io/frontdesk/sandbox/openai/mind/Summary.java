package io.frontdesk.sandbox.openai.mind;

import java.util.Optional;
import java.util.regex.Pattern;

/// Says in the third person what a caller wanted, and what came of it.
final class Summary {
  private static final int MAX_CHARACTERS = 300;
  private static final Pattern GREETING =
      Pattern.compile(
          "(?i)^(?:\\W*(?:hi|hello|hey|yes|good"
              + " (?:morning|afternoon|evening)|please|there)\\b)*\\W*");

  private Summary() {}

  static String of(Transcript transcript) {
    Optional<String> wish =
        transcript.by(true).stream()
            .filter(said -> !said.contains("\uFFFD") && !Words.stems(said).isEmpty())
            .findFirst();
    if (wish.isEmpty()) {
      return "The caller did not say what they wanted.";
    }
    String said = GREETING.matcher(wish.get()).replaceFirst("");
    String summary = "The caller said: " + sentence(thirdPerson(said));
    return shorten(outcome(transcript).map(done -> summary + " " + done).orElse(summary));
  }

  /// The last thing the receptionist stated in answer to the caller, neither a question nor a word
  /// of thanks.
  private static Optional<String> outcome(Transcript transcript) {
    return transcript.by(false).stream()
        .skip(1)
        .flatMap(Words::sentence)
        .filter(s -> !s.endsWith("?") && Words.stems(s).size() > 2 && !Phrases.goodbye(s))
        .reduce((_, last) -> last)
        .map(last -> "The receptionist answered: " + sentence(last));
  }

  private static String thirdPerson(String said) {
    return said.replaceAll("\\b[Ii]['’]m\\b|\\bI am\\b", "they are")
        .replaceAll("\\b[Ii]['’](d|ll|ve)\\b", "they'$1")
        .replaceAll("\\bI\\b", "they")
        .replaceAll("\\b[Mm]y\\b", "their")
        .replaceAll("\\b[Mm]e\\b", "them")
        .replaceAll("\\b[Yy]our\\b", "the business's");
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.matches("(?s).*[.?!]") ? stripped : stripped + ".";
  }

  private static String shorten(String text) {
    return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS - 1) + "…";
  }
}
