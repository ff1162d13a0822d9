package io.frontdesk.fact.said;

import io.frontdesk.fact.said.Understood.Unclear;
import io.frontdesk.fact.said.Understood.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// E-mail addresses as people say them: "tom dot baker at example dot com", letter by letter, or
/// as a program writes them.
public final class SpokenEmail {
  private static final int LONGEST = 254;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<local>[a-z0-9_%+'-]+(?:\\.[a-z0-9_%+'-]+)*)@"
              + "(?<domain>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63})");
  private static final Pattern NO_END =
      Pattern.compile("(?<local>[^@]+)@(?<host>[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\\.?");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("at", "@"),
          Map.entry("arroba", "@"),
          Map.entry("ät", "@"),
          Map.entry("klammeraffe", "@"),
          Map.entry("dot", "."),
          Map.entry("period", "."),
          Map.entry("point", "."),
          Map.entry("punkt", "."),
          Map.entry("punto", "."),
          Map.entry("underscore", "_"),
          Map.entry("unterstrich", "_"),
          Map.entry("dash", "-"),
          Map.entry("hyphen", "-"),
          Map.entry("minus", "-"),
          Map.entry("plus", "+"));

  /// Said around an address and no part of it, if the address begins after them.
  private static final Set<String> AROUND =
      Set.of(
          "um",
          "uh",
          "er",
          "it's",
          "its",
          "it",
          "is",
          "that's",
          "that",
          "my",
          "the",
          "e-mail",
          "email",
          "mail",
          "address",
          "would",
          "be",
          "so",
          "yes",
          "yeah",
          "sure",
          "okay",
          "ok",
          "lowercase",
          "lower",
          "case",
          "all",
          "please",
          "and",
          "then");

  private SpokenEmail() {}

  /// Reads an address.
  public static Understood understand(String said) {
    List<String> words = Words.spelled(Words.of(said));
    int from = 0;
    while (from < words.size() && AROUND.contains(words.get(from))) {
      from++;
    }
    String written =
        words.subList(from, words.size()).stream()
            .map(SpokenEmail::part)
            .collect(Collectors.joining());
    String address = written.replaceFirst("[.,]+$", "");
    var whole = ADDRESS.matcher(address);
    if (whole.matches() && address.length() <= LONGEST && whole.group("local").length() <= 64) {
      return new Value(
          address, aloud(whole.group("local")) + " at " + domain(whole.group("domain")));
    }
    var open = NO_END.matcher(address);
    return new Unclear(
        open.matches()
            ? "What comes after %s: dot com, or something else? Please tell me the whole address again."
                .formatted(open.group("host"))
            : "I did not get that e-mail address. Could you spell it for me?");
  }

  private static String part(String word) {
    return Words.digit(word).orElse(SIGNS.getOrDefault(word, word));
  }

  /// Letter by letter: nobody hears whether it was an m or an n.
  private static String aloud(String local) {
    return local
        .chars()
        .mapToObj(character -> sign((char) character))
        .collect(Collectors.joining(", "));
  }

  private static String domain(String domain) {
    return domain.replace("-", " dash ").replace(".", " dot ");
  }

  private static String sign(char character) {
    return switch (character) {
      case '.' -> "dot";
      case '_' -> "underscore";
      case '-' -> "dash";
      case '+' -> "plus";
      case '%' -> "percent";
      case '\'' -> "apostrophe";
      default -> String.valueOf(character);
    };
  }
}
