package io.frontdesk.sandbox.openai.mind;

import java.util.List;
import java.util.regex.Pattern;

/// Makes a question out of what a schema says about a property.
final class Question {
  private static final Pattern EXTRA =
      Pattern.compile(
          "(?i)\\s*(?:\\(|;|:|, (?:for example|e\\.g\\.|such as|if )"
              + "|,? (?:in|with) (?:the caller['’]s|their|his|her) own words| (?:e\\.g\\.)).*");
  private static final Pattern STARTS_WELL =
      Pattern.compile(
          "^(?:the|an?|your?|how|what|when|where|which|who|whose|why|if|whether|this|that|any|all"
              + "|one)\\b");
  private static final Pattern THING = Pattern.compile("^(?:the|an?|your)\\b");
  private static final int FEW_WORDS = 4;
  private static final Pattern END = Pattern.compile("[.\\s]+$");

  private Question() {}

  /// For example "What is your full name?" for `The caller's full name.`
  ///
  /// @param name the property's, in words
  /// @param description empty if it has none
  static String about(String name, String description) {
    String own = Words.sentence(description).filter(s -> s.endsWith("?")).findFirst().orElse("");
    if (!own.isEmpty()) {
      return own;
    }
    String first = Words.sentence(description).findFirst().orElse("");
    String thing = END.matcher(EXTRA.matcher(first).replaceFirst("")).replaceFirst("");
    if (thing.isEmpty()) {
      return "What is the " + name + "?";
    }
    String asked = toYou(lowerFirst(thing));
    String named = (STARTS_WELL.matcher(asked).find() ? "" : "the ") + asked;
    boolean brief = Words.count(named) <= FEW_WORDS && THING.matcher(named).find();
    return (brief ? "What is " : "Could you tell me ") + named + "?";
  }

  /// The choices, if there are some: " You can say low, normal or high."
  static String offer(List<String> choices) {
    if (choices.isEmpty()) {
      return "";
    }
    List<String> spoken = choices.stream().map(Words::spaced).toList();
    String all = String.join(", ", spoken);
    int last = all.lastIndexOf(", ");
    String listed = last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    return " You can say " + listed + ".";
  }

  private static String toYou(String thing) {
    return thing
        .replaceAll("\\b(?i:the caller|the customer|caller)['’]s\\b", "your")
        .replaceAll("\\b(?i:the caller|the customer) (?:is|was)\\b", "you are")
        .replaceAll("\\b(?i:the caller|the customer) has\\b", "you have")
        .replaceAll("\\b(?i:the caller|the customer) ([a-z]+)s\\b", "you $1")
        .replaceAll("\\b(?i:the caller|the customer)\\b", "you")
        .replaceAll("\\b(?i:their)\\b", "your");
  }

  private static String lowerFirst(String text) {
    boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return acronym ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
