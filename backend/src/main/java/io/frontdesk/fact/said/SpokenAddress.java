package io.frontdesk.fact.said;

import io.frontdesk.fact.said.Understood.Unclear;
import io.frontdesk.fact.said.Understood.Value;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Postal addresses as people say them: "twenty two Elm Street, apartment four". A house number
/// that is said in words is written in digits; the rest stays as it was said.
public final class SpokenAddress {
  private static final int LONGEST = 300;
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?iu)^(?:(?:um|uh|er|yes|yeah|sure|okay|so|well)\\b[\\s,.]*)*(?:(?:my|the|our)"
              + " address(?: is|['’]s)|(?:i|we) live (?:at|in|on)|it['’]s|it is|that['’]s|at)\\s+");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?iu)^(?:(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
              + "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
              + "|ninety|hundred)[\\s-]+)+");

  private SpokenAddress() {}

  /// Reads an address.
  public static Understood understand(String said) {
    String bare =
        BEFORE
            .matcher(said.strip())
            .replaceFirst("")
            .replaceAll("\\s+", " ")
            .replaceFirst("[\\s.,!?;:]+$", "");
    String address = capitals(numbered(bare));
    boolean isOne =
        address.length() <= LONGEST
            && address.split(" ", -1).length > 1
            && address.codePoints().anyMatch(Character::isLetter);
    return isOne
        ? new Value(address, address)
        : new Unclear(
            "I did not get that address. Could you tell me the street and the house number?");
  }

  /// The house number in digits: "twelve fifteen" is 1215, "one hundred and five" is not touched.
  private static String numbered(String address) {
    var number = NUMBERS.matcher(address);
    if (!number.lookingAt() || address.substring(number.end()).startsWith("and ")) {
      return address;
    }
    return SpokenNumber.digits(number.group()) + " " + address.substring(number.end());
  }

  private static String capitals(String address) {
    if (!address.equals(address.toLowerCase(Locale.ROOT))) {
      return address;
    }
    return Stream.of(address.split(" ", -1))
        .map(word -> word.isEmpty() ? word : capital(word))
        .collect(Collectors.joining(" "));
  }

  private static String capital(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }
}
