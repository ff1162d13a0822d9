package io.frontdesk.sandbox.caller;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Words that a caller listens for, in any case. They are whole words, but `fix*` hears "fixing"
/// too. `{name}` stands for what is said there, up to the next comma, "or", "and" or end of the
/// sentence: `free are {time}`.
public final class Cue {
  private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

  private final String text;
  private final Pattern pattern;

  Cue(String text) {
    this.text = text;
    var regex = new StringBuilder("(?<![\\p{L}\\p{N}])");
    var at = 0;
    for (var blank = BLANK.matcher(text); blank.find(); at = blank.end()) {
      regex.append(literally(text.substring(at, blank.start())));
      regex.append("(?<" + blank.group(1) + ">\\S.*?)(?=[,.?!;](?:\\s|$)|\\s(?:or|and)\\s|$)");
    }
    regex.append(literally(text.substring(at))).append("(?![\\p{L}\\p{N}])");
    pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String literally(String part) {
    return Pattern.compile("\\s+")
        .splitAsStream(part)
        .map(word -> word.isEmpty() ? "" : Pattern.quote(word).replace("*", "\\E\\p{L}*\\Q"))
        .reduce((one, other) -> one + "\\s+" + other)
        .map(regex -> part.endsWith(" ") ? regex + "\\s+" : regex)
        .orElse("");
  }

  /// What stood in the blanks; empty if these words were not heard.
  Optional<Map<String, String>> hear(String words) {
    var matcher = pattern.matcher(words);
    if (!matcher.find()) {
      return Optional.empty();
    }
    var blanks = new LinkedHashMap<String, String>();
    pattern.namedGroups().keySet().forEach(name -> blanks.put(name, matcher.group(name)));
    return Optional.of(blanks);
  }

  @Override
  public String toString() {
    return text;
  }
}
