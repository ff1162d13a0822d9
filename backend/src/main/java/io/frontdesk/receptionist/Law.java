package io.frontdesk.receptionist;

import io.frontdesk.business.Business;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What callers must be told, or are told at once, as the law of a place wants it and in the
/// language that the business answers in, from `law/texts_*.properties`; in English where it
/// answers in one that we cannot speak. No legal advice: a business may put its own words in their
/// place.
public record Law(Jurisdiction jurisdiction, Locale language) {
  private static final List<String> WRITTEN = List.of("en", "es", "de");

  /// Words by which callers understand that they talk with a machine.
  private static final Pattern MACHINE =
      Pattern.compile(
          "\\b(?:(?-i:AI|KI|IA)|artificial (?:intelligence|voice)|inteligencia artificial"
              + "|künstliche\\w* (?:intelligenz|stimme)|sprachassistent\\w*"
              + "|(?:virtual|automated|automatic|digital|voice)"
              + " (?:assistant|receptionist|agent|attendant|system|service)"
              + "|(?:asistente|recepcionista|agente|sistema|servicio)"
              + " (?:virtual|digital|automátic[oa]|automatizad[oa]|de voz)"
              + "|(?:virtuell|digital|automatisch)\\w*"
              + " (?:assisten\\w*|empfang\\w*|rezeption\\w*|telefon\\w*))\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /// The law for a receptionist's callers: the one that was chosen, else that of the place.
  public static Law of(Business business, ReceptionistConfig receptionist) {
    Jurisdiction chosen = receptionist.jurisdiction();
    return in(
        chosen == null ? Jurisdiction.of(business.timeZone()) : chosen,
        receptionist.languages().getFirst());
  }

  /// @param tag BCP 47, for example `es-MX`
  public static Law in(Jurisdiction jurisdiction, String tag) {
    Locale wanted = Locale.forLanguageTag(tag);
    return new Law(jurisdiction, WRITTEN.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH);
  }

  /// The same law in another language.
  ///
  /// @param tag BCP 47, for example `es-MX`
  public Law in(String tag) {
    return in(jurisdiction, tag);
  }

  /// Whether somebody who hears these words knows that a machine speaks.
  static boolean tellsOfMachine(@Nullable String words) {
    return words != null && MACHINE.matcher(words).find();
  }

  /// That they talk with a machine.
  public String machine() {
    return text("machine");
  }

  /// That the call may be recorded.
  public String recording() {
    return text("recording");
  }

  /// To somebody who speaks of a medical emergency.
  public String medical() {
    return text("medical");
  }

  /// To somebody who speaks of ending their life.
  public String selfHarm() {
    return text("self_harm");
  }

  /// To somebody who is angry, where nobody can take the call: it offers a call back.
  public String sorry() {
    return text("sorry");
  }

  /// To somebody who is angry, before they are connected with a person.
  public String sorryConnecting() {
    return text("sorry_connecting");
  }

  private String text(String name) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "law.texts",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String own = name + "." + jurisdiction.key();
    return texts.getString(texts.containsKey(own) ? own : name);
  }
}
