package io.frontdesk.conversation;

import io.frontdesk.call.ToolCall;
import io.frontdesk.conversation.transfer.TransferWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/// The sentences that are not the model's to find.
/// @param greeting the first words of every call
/// @param greetingIsRecorded whether its sound was made beforehand
/// @param greetingIsGuarded whether it is said to its end, whatever the caller does meanwhile
/// @param oneMoment what to say while a tool takes its time
/// @param stillThere what to ask, one after the other, when nobody says anything
/// @param nobodyThere the goodbye after that
/// @param timeIsUp the goodbye when a call is too long
/// @param connecting that the caller is connected with a person, where a rule wants it
/// @param nobodyFree that no person can take the call
public record Script(
    String greeting,
    boolean greetingIsRecorded,
    boolean greetingIsGuarded,
    String oneMoment,
    List<String> stillThere,
    String nobodyThere,
    String timeIsUp,
    String connecting,
    String nobodyFree) {
  /// The tool by which the language is changed; what it is answered names the new one.
  public static final String CHANGES_LANGUAGE = "set_language";

  private static final Set<String> WRITTEN = Set.of("en", "es", "de");

  /// A script whose questions nobody can change.
  public Script {
    stillThere = List.copyOf(stillThere);
  }

  /// The English sentences around this greeting.
  public static Script english(String greeting, boolean greetingIsRecorded) {
    return in("en", greeting, greetingIsRecorded);
  }

  /// What is said first where the line broke, in this language or else in English.
  ///
  /// @param tag BCP 47, for example `es-MX`
  public static String apology(String tag) {
    return words(tag).getString("line_broke");
  }

  /// What is said first when a caller has asked for this language; in English if it is not written
  /// in it.
  ///
  /// @param tag BCP 47, for example `es-MX`
  public static String gladly(String tag) {
    return words(tag).getString("gladly");
  }

  /// The sentences around this greeting, from `conversation/script_*.properties`; in English where
  /// there are none in this language: the model is told to say them in the one it speaks.
  ///
  /// @param tag BCP 47, for example `es-MX`
  public static Script in(String tag, String greeting, boolean greetingIsRecorded) {
    var words = words(tag);
    var handingOver = TransferWords.in(tag);
    return new Script(
        greeting,
        greetingIsRecorded,
        false,
        words.getString("one_moment"),
        List.of(words.getString("still_there"), words.getString("hear_me")),
        words.getString("nobody_there"),
        words.getString("time_is_up"),
        handingOver.announcement(),
        handingOver.nobody());
  }

  private static ResourceBundle words(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return ResourceBundle.getBundle(
        "conversation.script",
        Locale.of(WRITTEN.contains(language) ? language : "en"),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// Whether its sentences are there in this language.
  static boolean isWrittenIn(String tag) {
    return WRITTEN.contains(Locale.forLanguageTag(tag).getLanguage());
  }

  /// The language that a tool call has changed to; empty if it did nothing of the kind.
  public static Optional<String> changed(ToolCall call) {
    boolean changes = call.tool().equals(CHANGES_LANGUAGE);
    return changes && call.output().path("ok").asBoolean()
        ? Optional.of(call.output().path("language").asText())
        : Optional.empty();
  }

  /// This script, with all that is still to be said in another language.
  ///
  /// @param tag BCP 47, for example `es-MX`
  Script speaking(String tag) {
    Script other = in(tag, greeting, greetingIsRecorded);
    return greetingIsGuarded ? other.guardingTheGreeting() : other;
  }

  /// This script with a greeting that nobody can interrupt.
  public Script guardingTheGreeting() {
    return new Script(
        greeting,
        greetingIsRecorded,
        true,
        oneMoment,
        stillThere,
        nobodyThere,
        timeIsUp,
        connecting,
        nobodyFree);
  }
}
