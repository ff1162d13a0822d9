package io.frontdesk.fact.said;

import io.frontdesk.fact.said.Understood.Unclear;
import io.frontdesk.fact.said.Understood.Value;
import java.util.List;
import java.util.stream.Collectors;

/// One of several things, as people name them: "I think the refinance" is `Refinance`.
public final class SpokenChoice {
  private SpokenChoice() {}

  /// Finds the only choice that was named.
  ///
  /// @param choices as they are stored
  public static Understood understand(String said, List<String> choices) {
    String heard = plain(said);
    List<String> named = choices.stream().filter(choice -> heard.contains(plain(choice))).toList();
    // "New purchase" names "purchase" as well: the longest one that is said is meant.
    List<String> meant =
        named.stream()
            .filter(
                choice ->
                    named.stream()
                        .noneMatch(
                            other -> !other.equals(choice) && plain(other).contains(plain(choice))))
            .toList();
    return meant.size() == 1
        ? new Value(meant.getFirst(), meant.getFirst())
        : new Unclear("Which of these is it: " + listed(choices) + "?");
  }

  private static String plain(String text) {
    return Words.of(text).stream()
        .map(word -> word.replaceAll("[^\\p{L}\\p{N}]+", " ").strip())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" ", " ", " "));
  }

  private static String listed(List<String> choices) {
    return choices.size() < 2
        ? String.join("", choices)
        : String.join(", ", choices.subList(0, choices.size() - 1)) + " or " + choices.getLast();
  }
}
