package io.frontdesk.conversation;

import io.frontdesk.call.Errand;
import io.frontdesk.receptionist.ReceptionistConfig;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The first words of a call that the business places: who calls, for whom, that it is a machine,
/// why, and whether it suits. From `conversation/outbound_*.properties`; in English where there are
/// none in this language: the model is told to say them in the one it speaks.
public final class OutboundOpening {
  private static final List<String> WRITTEN = List.of("en", "es", "de");

  private OutboundOpening() {}

  /// What is said to whoever picks up.
  ///
  /// @param business its name
  public static String of(ReceptionistConfig receptionist, String business, Errand errand) {
    return introduction(receptionist, business, errand)
        + " "
        + words(receptionist).getString("question");
  }

  /// The same without asking whether it suits.
  public static String introduction(
      ReceptionistConfig receptionist, String business, Errand errand) {
    var words = words(receptionist);
    var sentences = new ArrayList<String>();
    sentences.add(MessageFormat.format(words.getString("hello"), receptionist.name(), business));
    if (receptionist.disclosure() != null) {
      sentences.add(receptionist.disclosure());
    }
    switch (errand.scriptType()) {
      case DEFAULT -> {
        // The purpose says it all.
      }
      case FOLLOW_UP -> sentences.add(words.getString("follow_up"));
      case APPOINTMENT_REMINDER -> sentences.add(words.getString("appointment_reminder"));
    }
    String purpose = errand.purpose();
    if (purpose != null) {
      sentences.add(MessageFormat.format(words.getString("about"), sentence(purpose.strip())));
    }
    return String.join(" ", sentences);
  }

  private static ResourceBundle words(ReceptionistConfig receptionist) {
    String language = Locale.forLanguageTag(receptionist.languages().getFirst()).getLanguage();
    return ResourceBundle.getBundle(
        "conversation.outbound",
        Locale.of(WRITTEN.contains(language) ? language : "en"),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static String sentence(String said) {
    boolean ends = said.endsWith(".") || said.endsWith("?") || said.endsWith("!");
    return ends ? said : said + ".";
  }
}
