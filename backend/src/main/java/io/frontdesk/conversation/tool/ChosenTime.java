package io.frontdesk.conversation.tool;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of the times that they were offered a caller means who says no more than that: "the
/// second one", where nobody was offered anything, would be a day of the month.
final class ChosenTime {
  private static final String BEFORE =
      "(?:(?:yes|yeah|yep|sure|okay|ok|um+|uh+|well|then|please|so|let's|let us|maybe|actually"
          + "|i'?ll|i will|i would|i'd|like|prefer|rather|love|to|can|could|we|i|do|take|have|book"
          + "|go|for|with|choose|pick|say|make|it|that would be|that's|it's)\\W+)*";
  private static final String AFTER =
      "(?:\\W+(?:one|ones|time|slot|option|choice|offer|appointment|of|those|these|them|the|two"
          + "|three|times|please|then|thanks|thank you|works|work|for|me|us|is|would|be|sounds"
          + "|suits|fine|good|great|perfect|better|best|okay|ok))*";
  private static final Pattern CHOICE =
      Pattern.compile(
          BEFORE
              + "(?:(?:the\\W+)?(?:very\\W+)?(?<place>first|1st|second|2nd|third|3rd|last|latter"
              + "|former|middle|either|both|any(?=\\W+(?:one|of)\\b))"
              + "|the\\W+(?<end>earlier|earliest|later|latest))"
              + AFTER
              + "\\W*");

  /// Places among what was offered; from the end where they are negative.
  private static final Map<String, Integer> PLACES =
      Map.ofEntries(
          Map.entry("first", 0),
          Map.entry("1st", 0),
          Map.entry("former", 0),
          Map.entry("earlier", 0),
          Map.entry("earliest", 0),
          Map.entry("either", 0),
          Map.entry("any", 0),
          Map.entry("both", 0),
          Map.entry("second", 1),
          Map.entry("2nd", 1),
          Map.entry("middle", 1),
          Map.entry("third", 2),
          Map.entry("3rd", 2),
          Map.entry("last", -1),
          Map.entry("latter", -1),
          Map.entry("later", -1),
          Map.entry("latest", -1));

  private ChosenTime() {}

  /// @param said in the caller's words
  /// @param offered in the order in which they were said
  /// @return empty if it is none of them, or more is said than which
  static Optional<ZonedDateTime> of(String said, List<ZonedDateTime> offered) {
    String plain = said.toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    Matcher choice = CHOICE.matcher(plain);
    if (!choice.matches()) {
      return Optional.empty();
    }
    String named = choice.group("place") == null ? choice.group("end") : choice.group("place");
    int place = PLACES.getOrDefault(named, 0);
    int index = place < 0 ? offered.size() + place : place;
    return index >= 0 && index < offered.size()
        ? Optional.of(offered.get(index))
        : Optional.empty();
  }
}
