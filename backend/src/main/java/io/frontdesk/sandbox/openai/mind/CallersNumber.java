package io.frontdesk.sandbox.openai.mind;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number the caller rings from, where a text tells it.
final class CallersNumber {
  private static final Pattern TOLD =
      Pattern.compile("(?i)\\bcall(?:er|ing|s)\\b[^\\n]{0,60}?(\\+[1-9]\\d{6,14})\\b");
  private static final Pattern MEANT =
      Pattern.compile(
          "(?i)\\b(?:this|that|same|my|the)\\b[^.?!]{0,20}\\b(?:number|one|phone|line)\\b"
              + "|\\bcalling from\\b");
  private static final Pattern DIGITS = Pattern.compile("\\d");
  private static final int LEAST_DIGITS = 3;

  private CallersNumber() {}

  static Optional<String> in(Collection<String> texts) {
    for (String text : texts) {
      Matcher told = TOLD.matcher(text);
      if (told.find()) {
        return Optional.of(told.group(1));
      }
    }
    return Optional.empty();
  }

  /// Whether the answer to the question for a number is: the one I ring from.
  static boolean isMeant(String answer) {
    return MEANT.matcher(answer).find()
        && DIGITS.matcher(answer).results().limit(LEAST_DIGITS).count() < LEAST_DIGITS
        && SpokenNumber.in(answer).isEmpty();
  }
}
