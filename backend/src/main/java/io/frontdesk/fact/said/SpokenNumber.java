package io.frontdesk.fact.said;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.frontdesk.fact.said.Understood.Unclear;
import io.frontdesk.fact.said.Understood.Value;
import io.frontdesk.tenancy.E164;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Telephone numbers as people say them: "two one two, double five five, oh one twenty".
public final class SpokenNumber {
  private static final Map<String, Integer> TEENS =
      Map.of(
          "ten",
          10,
          "eleven",
          11,
          "twelve",
          12,
          "thirteen",
          13,
          "fourteen",
          14,
          "fifteen",
          15,
          "sixteen",
          16,
          "seventeen",
          17,
          "eighteen",
          18,
          "nineteen",
          19);
  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 2, "thirty", 3, "forty", 4, "fourty", 4, "fifty", 5, "sixty", 6, "seventy", 7,
          "eighty", 8, "ninety", 9);

  private SpokenNumber() {}

  /// Reads a number.
  ///
  /// @param near the number that somebody from around here means by digits
  public static Understood understand(String said, Function<String, Optional<E164>> near) {
    return near.apply(digits(said))
        .filter(E164::isValid)
        .<Understood>map(number -> new Value(number.value(), aloud(number)))
        .orElseGet(
            () ->
                new Unclear(
                    "I did not get that number. Could you tell me it again, digit by digit?"));
  }

  /// What was said with its words made into digits; other words are left out.
  static String digits(String said) {
    List<String> words =
        Words.spelled(
            Words.of(said).stream()
                .flatMap(word -> Stream.of(word.split("(?<=\\p{L})-(?=\\p{L})", -1)))
                .map(word -> word.equals("o") ? "oh" : word)
                .toList());
    var digits = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      Integer tens = TENS.get(word);
      if (tens != null) {
        Optional<String> unit = Words.digit(next).filter(digit -> !digit.equals("0"));
        digits.append(tens).append(unit.orElse("0"));
        i += unit.isPresent() ? 1 : 0;
      } else {
        digits.append(single(word));
      }
    }
    return digits.toString();
  }

  private static String single(String word) {
    if (word.equals("plus")) {
      return "+";
    }
    if (word.equals("hundred")) {
      return "00";
    }
    if (word.equals("thousand")) {
      return "000";
    }
    Integer teen = TEENS.get(word);
    return teen == null
        ? Words.digit(word).orElse(word.matches("[+\\d./-]+") ? word : "")
        : teen.toString();
  }

  /// Digit by digit, grouped as people of its country write it.
  static String aloud(E164 number) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      String written =
          numbers.format(numbers.parse(number.value(), null), PhoneNumberFormat.NATIONAL);
      return Stream.of(written.split("\\D+", -1))
          .filter(group -> !group.isEmpty())
          .map(group -> String.join(" ", group.split("(?<=.)(?=.)", -1)))
          .collect(Collectors.joining(", "));
    } catch (NumberParseException notANumber) {
      return number.value();
    }
  }
}
