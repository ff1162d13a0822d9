package io.frontdesk.conversation.transfer;

import io.frontdesk.tenancy.E164;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is said to callers who are handed over and to those who are rung, in the language that the
/// business answers in, from `transfer/words_*.properties`; in English where it answers in one that
/// we cannot speak.
///
/// @param language as it is to be pronounced
public record TransferWords(Locale language) {
  private static final List<String> SPOKEN = List.of("en", "es", "de");

  /// @param tag BCP 47, for example `es-MX`
  public static TransferWords in(String tag) {
    Locale wanted = Locale.forLanguageTag(tag);
    return new TransferWords(SPOKEN.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH);
  }

  /// To whoever picks up.
  ///
  /// @param caller null if the number is withheld
  /// @param wish blank if nobody said
  public String about(String business, @Nullable E164 caller, String wish) {
    return caller == null
        ? of("about_nobody", business, wish).strip()
        : of("about", business, digits(caller), wish).strip();
  }

  /// Which key takes the call.
  public String keys() {
    return of("keys");
  }

  /// To the caller, where no receptionist says so.
  public String announcement() {
    return of("announce");
  }

  /// To the caller, when nobody took the call.
  public String nobody() {
    return of("nobody");
  }

  /// Digit by digit, so that it is read out that way.
  private static String digits(E164 number) {
    return number
        .value()
        .chars()
        .filter(Character::isDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining(" "));
  }

  private String of(String key, Object... arguments) {
    String words =
        ResourceBundle.getBundle(
                "transfer.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .getString(key);
    return arguments.length == 0 ? words : MessageFormat.format(words, arguments);
  }
}
