package io.frontdesk.appointment.spoken;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers said as words: `forty five` is 45, `twenty third` the 23rd.
final class NumberWords {
  private static final Map<String, Integer> TENS =
      Map.of("twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50);

  private static final Map<String, Integer> CARDINALS =
      numbered(
          "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
              + " sixteen seventeen eighteen nineteen");

  private static final Map<String, Integer> ORDINALS =
      numbered(
          "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
              + " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
              + " twentieth");

  private NumberWords() {}

  /// The tokens with words that are numbers made into numbers.
  static List<Token> join(List<Token> tokens) {
    var joined = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      String word = word(tokens, i);
      String next = word(tokens, i + 1);
      Integer tens = TENS.get(word);
      Integer unit = CARDINALS.get(next);
      Integer ordinalUnit = ORDINALS.get(next);
      if (tens != null && unit != null && unit < 10) {
        joined.add(new Token.Numeral(tens + unit));
        i++;
      } else if (tens != null && ordinalUnit != null && ordinalUnit < 10) {
        joined.add(new Token.Ordinal(tens + ordinalUnit, false));
        i++;
      } else {
        joined.add(single(tokens.get(i), word));
      }
    }
    return joined;
  }

  private static Token single(Token token, String word) {
    Integer number = TENS.getOrDefault(word, CARDINALS.get(word));
    if (number != null) {
      return new Token.Numeral(number);
    }
    Integer ordinal = word.equals("thirtieth") ? Integer.valueOf(30) : ORDINALS.get(word);
    return ordinal == null ? token : new Token.Ordinal(ordinal, false);
  }

  private static String word(List<Token> tokens, int i) {
    return i < tokens.size() && tokens.get(i) instanceof Token.Word(String text) ? text : "";
  }

  private static Map<String, Integer> numbered(String words) {
    var numbers = new HashMap<String, Integer>();
    for (String word : words.split(" ", -1)) {
      numbers.put(word, numbers.size() + 1);
    }
    return Map.copyOf(numbers);
  }
}
