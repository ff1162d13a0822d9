package io.frontdesk.sandbox.openai.mind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A language the mind can speak, as far as its own few sentences go; it understands English only.
/// Which one it speaks follows from the rule in its instructions and from what callers say, not
/// from how they sound.
enum Tongue {
  ENGLISH("English", "english|inglés|ingles|englisch", "the is i you to and a my it we can"),
  SPANISH(
      "Spanish",
      "spanish|español|espanol|castellano|spanisch",
      "el la los una un que de en y mi yo es no con por para necesito quiero cita mañana"),
  GERMAN(
      "German",
      "german|deutsch|alemán|aleman",
      "der die das ein eine ich und ist nicht mit für mein wir brauche möchte einen termin morgen");

  /// Fewer words are no whole sentence.
  private static final int SENTENCE = 4;

  private static final Pattern SEVERAL =
      Pattern.compile("Begin in (\\w+)\\. You also speak ([\\w, ]+)\\.");
  private static final Pattern ONE = Pattern.compile("(?m)^- Speak (\\w+), whatever ");

  private static final Map<String, List<String>> TRANSLATED =
      Map.of(
          Phrases.HELP,
          List.of("¿En qué puedo ayudarle?", "Wie kann ich Ihnen helfen?"),
          Phrases.ANYTHING_ELSE,
          List.of("¿Algo más?", "Kann ich sonst noch etwas tun?"),
          Phrases.NOT_CAUGHT,
          List.of("Perdón, no le he entendido.", "Entschuldigung, das habe ich nicht verstanden."),
          Phrases.STILL_THERE,
          List.of("¿Sigue ahí?", "Sind Sie noch da?"),
          Phrases.WAIT,
          List.of("Un momento, por favor.", "Einen Moment, bitte."),
          Phrases.GOODBYE,
          List.of("Gracias por llamar. Adiós.", "Danke für Ihren Anruf. Auf Wiederhören."),
          Phrases.NOTED,
          List.of("Gracias, lo he anotado.", "Danke, das habe ich notiert."));

  private final String english;
  private final Pattern name;
  private final Pattern usual;

  Tongue(String english, String names, String usual) {
    this.english = english;
    this.name =
        Pattern.compile("\\b(?:" + names + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.usual = Pattern.compile(usual.replace(' ', '|'));
  }

  /// The languages that instructions allow, the usual one first; English if they do not say.
  static List<Tongue> allowed(String instructions) {
    Matcher several = SEVERAL.matcher(instructions);
    if (several.find()) {
      return Stream.concat(
              Stream.of(several.group(1)), Arrays.stream(several.group(2).split(", ", -1)))
          .flatMap(word -> named(word).stream())
          .toList();
    }
    Matcher one = ONE.matcher(instructions);
    return List.of(one.find() ? named(one.group(1)).orElse(ENGLISH) : ENGLISH);
  }

  private static Optional<Tongue> named(String english) {
    return Stream.of(values()).filter(tongue -> tongue.english.equals(english)).findFirst();
  }

  /// The language that a caller asks for by name, or in which a whole sentence is; empty if it is
  /// none in particular.
  static Optional<Tongue> wanted(String text) {
    return Stream.of(values())
        .filter(tongue -> tongue.name.matcher(text).find())
        .findFirst()
        .or(() -> Stream.of(values()).filter(tongue -> tongue.isWholeSentence(text)).findFirst());
  }

  /// Whether a text is about the language and nothing else.
  static boolean isAllOf(String text) {
    return Stream.of(values()).anyMatch(tongue -> tongue.name.matcher(text).find())
        && Words.count(text) <= 2 * SENTENCE;
  }

  /// Whether a text is a sentence in this language that the mind does not understand.
  boolean isForeign(String text) {
    return this != ENGLISH && isWholeSentence(text);
  }

  private boolean isWholeSentence(String text) {
    List<String> words = Words.list(text);
    return words.size() >= SENTENCE
        && 2 * words.stream().filter(word -> usual.matcher(word).matches()).count() >= words.size();
  }

  /// That no other language than these is spoken.
  static String only(List<Tongue> allowed) {
    return "I am sorry, I speak %s only. Would you like to leave a message?"
        .formatted(String.join(" and ", allowed.stream().map(tongue -> tongue.english).toList()));
  }

  /// Which of these tags names it.
  Optional<String> among(List<String> tags) {
    return tags.stream()
        .filter(
            tag -> Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH).equals(english))
        .findFirst();
  }

  /// What the mind wants to say in English, in this language as far as it can.
  String say(String words) {
    String said = words;
    for (var phrase : TRANSLATED.entrySet()) {
      said = said.replace(phrase.getKey(), in(phrase.getKey(), phrase.getValue()));
    }
    return said;
  }

  /// What was said, in English as far as it is the mind's own.
  static String understood(String words) {
    String english = words;
    for (var phrase : TRANSLATED.entrySet()) {
      for (String said : phrase.getValue()) {
        english = english.replace(said, phrase.getKey());
      }
    }
    return english;
  }

  private String in(String phrase, List<String> translated) {
    return switch (this) {
      case ENGLISH -> phrase;
      case SPANISH -> translated.getFirst();
      case GERMAN -> translated.getLast();
    };
  }
}
