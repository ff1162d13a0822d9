package io.frontdesk.conversation.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.web.CleanText;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Leaves out of a log what must not be kept there: which digits were pressed, for they may be a
/// PIN, and what may be the number of a payment card. A log must also be storable.
///
/// Each text is treated alike wherever it stands, in an event or in what it led to, so that a log
/// still replays exactly: the conversation makes nothing of which digit it was.
final class Discretion {
  private static final String KEY = "key";
  private static final Pattern DIGIT = Pattern.compile("\\d");

  /// As the conversation writes what was pressed, for the model and for the transcript.
  private static final Pattern PRESSED =
      Pattern.compile("\\[(?:pressed |The caller pressed these keys on the telephone: )[^]]*]");

  private static final Pattern CARD = Pattern.compile("(?<!\\d)(?:\\d[ -]?){12,18}\\d(?!\\d)");

  private Discretion() {}

  static JsonNode of(JsonNode json) {
    JsonNode clean = each(json, Discretion::of);
    if (clean instanceof ObjectNode event && event.path(KEY).isTextual()) {
      event.put(KEY, hidden(event.path(KEY).asText()));
    }
    return clean;
  }

  /// A tree with `change` made to each of its texts.
  static JsonNode each(JsonNode json, UnaryOperator<String> change) {
    return switch (json) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(
                field -> copy.set(CleanText.of(field.getKey()), each(field.getValue(), change)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> copy.add(each(item, change)));
        yield copy;
      }
      case JsonNode text when text.isTextual() ->
          JsonNodeFactory.instance.textNode(change.apply(text.asText()));
      default -> json;
    };
  }

  private static String of(String text) {
    String clean = CleanText.of(text);
    String unpressed = PRESSED.matcher(clean).replaceAll(keys -> quoted(hidden(keys.group())));
    return CARD.matcher(unpressed)
        .replaceAll(
            number -> quoted(isCard(number.group()) ? hidden(number.group()) : number.group()));
  }

  private static String hidden(String digits) {
    return DIGIT.matcher(digits).replaceAll("x");
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  /// Whether the digits are right by the rule of Luhn, which those of cards are.
  private static boolean isCard(String number) {
    int sum = 0;
    boolean second = false;
    for (int i = number.length() - 1; i >= 0; i--) {
      int digit = Character.digit(number.charAt(i), 10);
      if (digit >= 0) {
        int worth = second ? 2 * digit : digit;
        sum += worth > 9 ? worth - 9 : worth;
        second = !second;
      }
    }
    return sum % 10 == 0;
  }
}
