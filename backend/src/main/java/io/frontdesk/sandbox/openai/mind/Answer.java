package io.frontdesk.sandbox.openai.mind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a value out of what a caller answered.
final class Answer {
  private static final int SHORT_ANSWER = 8;
  private static final Pattern HESITATION =
      Pattern.compile(
          "(?i)^(?:um+|uh+|er+|erm+|hm+|well|so|oh|ah|okay|ok|sure|right|yes|yeah|yep|hi|hello"
              + "|of course|certainly|thanks|thank you)(?:[,.!…]+\\s*|\\s+)(?=\\S)");
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)^(?:this is|it is|it['’]s|that is|that['’]s|that would be|that['’]d be|it would be"
              + "|it['’]d be|they call me|you can call me)\\s+(?=\\S)");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)^(?:my|the|our)\\s+((?:\\p{L}+\\s+){0,2}\\p{L}+?)(?:\\s+is|['’]s)\\s+(?=\\S)");
  private static final Pattern I_AM =
      Pattern.compile("^(?:I am|I['’]m|i am|i['’]m)\\s+(?=\\p{Lu})");
  private static final Pattern TRAIL =
      Pattern.compile("(?i)(?:[\\s,.!?;]|\\b(?:please|thanks|thank you)\\b)+$");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?");
  private static final Pattern YES =
      Pattern.compile(
          "(?i)\\b(?:yes|yeah|yep|sure|correct|right|of course|certainly|true|i do)\\b");
  private static final Pattern NO =
      Pattern.compile("(?i)\\b(?:no|nope|not|never|false|don['’]t)\\b");

  private Answer() {}

  static Optional<JsonNode> read(String words, Slot slot) {
    String text = strip(words, slot.about());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> choices = slot.choices();
    if (!choices.isEmpty()) {
      return Choice.meant(words, choices, slot.about()).map(TextNode::valueOf);
    }
    return switch (slot.type()) {
      case "integer" -> number(text).map(number -> LongNode.valueOf(Math.round(number)));
      case "number" -> number(text).map(DoubleNode::valueOf);
      case "boolean" -> yesOrNo(words).map(BooleanNode::valueOf);
      case "array" -> Optional.of(list(text));
      default -> Optional.of(TextNode.valueOf(text));
    };
  }

  /// The words without what people put around an answer: "Um, my name is Ann." is "Ann".
  ///
  /// @param about what was asked: "my number is" goes if a number was asked for
  static String strip(String words, String about) {
    String text = TRAIL.matcher(words.strip()).replaceFirst("");
    for (String before = ""; !before.equals(text); ) {
      before = text;
      text = HESITATION.matcher(text).replaceFirst("");
      text = I_AM.matcher(text).replaceFirst("");
      text = withoutSubject(text, about);
      Matcher lead = LEAD.matcher(text);
      if (lead.find() && Words.count(text.substring(lead.end())) <= SHORT_ANSWER) {
        text = text.substring(lead.end());
      }
    }
    return text;
  }

  static Optional<Boolean> yesOrNo(String words) {
    boolean no = NO.matcher(words).find();
    boolean yes = YES.matcher(words).find();
    return yes == no ? Optional.empty() : Optional.of(yes);
  }

  private static String withoutSubject(String text, String about) {
    Matcher subject = SUBJECT.matcher(text);
    boolean asked =
        subject.find() && Words.overlap(Words.stems(subject.group(1)), Words.stems(about)) > 0;
    return asked ? text.substring(subject.end()) : text;
  }

  private static Optional<Double> number(String text) {
    Matcher digits = NUMBER.matcher(text);
    if (digits.find()) {
      return Optional.of(Double.valueOf(digits.group().replace(',', '.')));
    }
    return SpokenNumber.in(text).map(Double::valueOf);
  }

  private static ArrayNode list(String text) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String one : text.split("\\s*(?:,|\\band\\b)\\s*", -1)) {
      if (!one.isBlank()) {
        list.add(one.strip());
      }
    }
    return list;
  }
}
