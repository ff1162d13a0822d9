package io.frontdesk.sandbox.openai.mind;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What words have in common: rough English stems, without the words that mean little.
final class Words {
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");
  private static final Set<String> LITTLE =
      Set.of(
          ("a an the i you he she it we they my your his her our their me him them us is are was"
                  + " were be been am do does did done have has had will would can could should"
                  + " shall may might must to of in on at for from with by as and or but if so"
                  + " that this these those there here what which who whom when where why how"
                  + " please thanks thank yes no not hello hi hey um uh just like want wants need"
                  + " needs let any some get got s t d m ve re ll about into out up down then than"
                  + " too very one also much many tell told say said know caller callers person"
                  + " words example")
              .split(" "));

  private Words() {}

  /// The stems of the words that mean something.
  static Set<String> stems(String text) {
    return words(text)
        .filter(word -> !LITTLE.contains(word))
        .map(Words::stem)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The stems of all words.
  static Set<String> rawStems(String text) {
    return words(text).map(Words::stem).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// How many stems both texts have.
  static int overlap(Set<String> one, Set<String> other) {
    return (int) one.stream().filter(other::contains).count();
  }

  static int count(String text) {
    return (int) words(text).count();
  }

  /// The sentences of a text.
  static Stream<String> sentence(String text) {
    return Arrays.stream(SENTENCE_END.split(text.strip())).filter(s -> !s.isBlank());
  }

  /// An identifier as words: `callBack_number` is "call back number".
  static String spaced(String identifier) {
    return CAMEL
        .matcher(identifier)
        .replaceAll(" ")
        .replace('_', ' ')
        .replace('-', ' ')
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /// The words in lower case, apostrophes gone: "I'd" is "i", "d".
  static List<String> list(String text) {
    return words(text.replace('_', ' ')).toList();
  }

  private static Stream<String> words(String text) {
    String lower = CAMEL.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    return NOT_WORD.splitAsStream(lower).filter(word -> !word.isEmpty());
  }

  static String stem(String word) {
    String stem = cut(word, "s", 4);
    if (word.endsWith("ies") && word.length() > 4) {
      stem = word.substring(0, word.length() - 3) + "y";
    } else if (word.endsWith("ss")) {
      stem = word;
    }
    stem = cut(stem, "ment", 7);
    stem = cut(stem, "ing", 6);
    stem = cut(stem, "ed", 5);
    stem = cut(stem, "e", 4);
    int last = stem.length() - 1;
    return last > 2 && stem.charAt(last) == stem.charAt(last - 1) && !stem.endsWith("l")
        ? stem.substring(0, last)
        : stem;
  }

  private static String cut(String word, String suffix, int least) {
    return word.length() >= least && word.endsWith(suffix)
        ? word.substring(0, word.length() - suffix.length())
        : word;
  }
}
