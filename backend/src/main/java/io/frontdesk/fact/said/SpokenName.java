package io.frontdesk.fact.said;

import io.frontdesk.fact.said.Understood.Unclear;
import io.frontdesk.fact.said.Understood.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names as people say them, and spell them: "Tom Smythe, that's S M Y T H E".
public final class SpokenName {
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 8;
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?iu)^(?:(?:um|uh|er|hi|hello|yes|yeah|sure|okay|so|well)\\b[\\s,.]*)*(?:my (?:full"
              + " )?name(?: is|['’]s)|the name(?: is|['’]s)|this is|it['’]s|it is|i['’]m|i"
              + " am|name['’]s)\\s+");
  private static final Pattern AFTER =
      Pattern.compile("(?iu)[\\s,.]+(?:speaking|here|please|calling)[\\s.!]*$");
  private static final Pattern SPELLS =
      Pattern.compile(
          "(?iu)[\\s,.]+(?:that['’]s|that is|spelled|spelt|spelling)(?: spelled)?[\\s,:]+");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’-]*");

  private SpokenName() {}

  /// Reads a name.
  public static Understood understand(String said) {
    String bare = AFTER.matcher(BEFORE.matcher(said.strip()).replaceFirst("")).replaceFirst("");
    String[] parts = SPELLS.split(bare, 2);
    String name = parts[0].replaceFirst("[\\s.,!?;:]+$", "").replaceAll("\\s+", " ");
    String spelled = parts.length > 1 ? letters(parts[1]) : "";
    String whole = written(spelled.isEmpty() ? joined(name) : corrected(name, spelled));
    boolean isName =
        NAME.matcher(whole).matches()
            && whole.length() <= LONGEST
            && whole.split(" ", -1).length <= MOST_WORDS;
    return isName
        ? new Value(whole, spelled.isEmpty() ? whole : whole + ", spelled " + aloud(spelled))
        : new Unclear("I did not get your name. Could you tell me it again, please?");
  }

  /// The letters that somebody says one by one; empty if it is anything else.
  private static String letters(String said) {
    List<String> words =
        Words.spelled(
            Words.of(said).stream()
                .flatMap(word -> Stream.of(word.split("[-.]+", -1)))
                .filter(word -> !word.isEmpty())
                .toList());
    return words.size() > 1 && words.stream().allMatch(Words::isLetter)
        ? String.join("", words)
        : "";
  }

  /// A name of which all is spelled, as a word.
  private static String joined(String name) {
    String letters = letters(name);
    return letters.length() > 2 ? letters : name;
  }

  /// What is spelled is the name it begins like, or the last one.
  private static String corrected(String name, String spelled) {
    var words = new ArrayList<>(List.of(name.split(" ", -1)));
    int at = words.size() - 1;
    for (int i = words.size() - 1; i >= 0; i--) {
      if (words.get(i).regionMatches(true, 0, spelled, 0, 1)) {
        at = i;
        break;
      }
    }
    words.set(at, spelled);
    return String.join(" ", words);
  }

  /// Who writes small letters only means a capital at the start of each.
  private static String written(String name) {
    return Stream.of(name.split(" ", -1))
        .map(word -> word.equals(word.toLowerCase(Locale.ROOT)) ? capital(word) : word)
        .collect(Collectors.joining(" "));
  }

  private static String capital(String word) {
    if (word.isEmpty() || word.matches("von|van|de|der|la|del|di|bin|al")) {
      return word;
    }
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }

  private static String aloud(String spelled) {
    return String.join(", ", spelled.split("(?<=.)(?=.)", -1));
  }
}
