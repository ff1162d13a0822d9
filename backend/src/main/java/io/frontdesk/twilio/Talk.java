package io.frontdesk.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Talk with a caller by TwiML: something is said, and what the caller says or keys in then comes
/// as the next request.
/// Sources: https://www.twilio.com/docs/voice/twiml/gather, …/say, …/play
public final class Talk {
  /// A sentence that is longer is said in parts: Twilio says 4096 characters at most.
  private static final int MOST_SAID = 3000;

  private Talk() {}

  /// What a caller hears.
  public sealed interface Spoken {
    /// Words that the carrier reads out.
    record Words(String text, Locale language) implements Spoken {}

    /// Sound that the carrier fetches.
    record Sound(URI file) implements Spoken {}
  }

  /// How a caller is listened to.
  ///
  /// @param action is asked with what was said or keyed in, or with nothing
  /// @param language that the caller is expected to speak
  /// @param patience how long nothing may come; and how long no further key
  /// @param keys how many keys are enough; 0 if that cannot be told
  /// @param hints words that may come and are hard to make out
  public record Listening(
      URI action, Locale language, Duration patience, int keys, List<String> hints) {
    public Listening {
      hints = List.copyOf(hints);
    }
  }

  /// Says something, which words and keys interrupt, and listens.
  public static String ask(List<Spoken> says, Listening listening) {
    return new VoiceResponse.Builder().gather(gather(says, listening)).build().toXml();
  }

  private static Gather gather(List<Spoken> says, Listening listening) {
    var gather = listening(listening);
    for (Spoken one : says) {
      switch (one) {
        case Spoken.Words words -> sayings(words).forEach(gather::say);
        case Spoken.Sound sound -> gather.play(play(sound));
      }
    }
    return gather.build();
  }

  /// Says something to its end, whatever the caller does meanwhile, and listens then.
  public static String askThen(List<Spoken> says, Listening listening) {
    return askThen(says, List.of(), listening);
  }

  /// Says something to its end, and then something that words and keys interrupt, and listens.
  public static String askThen(List<Spoken> first, List<Spoken> says, Listening listening) {
    return saying(first).gather(gather(says, listening)).build().toXml();
  }

  private static Gather.Builder listening(Listening listening) {
    var gather =
        new Gather.Builder()
            .inputs(List.of(Gather.Input.SPEECH, Gather.Input.DTMF))
            .action(listening.action())
            .method(HttpMethod.POST)
            .timeout((int) listening.patience().toSeconds())
            .speechTimeout("auto")
            .language(of(Gather.Language.values(), listening.language(), Gather.Language.EN_US))
            .actionOnEmptyResult(true);
    if (listening.keys() > 0) {
      gather.numDigits(listening.keys());
    }
    if (!listening.hints().isEmpty()) {
      gather.hints(String.join(",", listening.hints()));
    }
    return gather;
  }

  /// Says something and hangs up.
  public static String leave(List<Spoken> says) {
    return saying(says).hangup(new Hangup.Builder().build()).build().toXml();
  }

  /// Says something, if there is something to say, waits for a while and asks at `next`.
  public static String holdOn(List<Spoken> says, Duration pause, URI next) {
    var answer = saying(says);
    if (pause.isPositive()) {
      answer.pause(new Pause.Builder().length((int) pause.toSeconds()).build());
    }
    return answer
        .redirect(new Redirect.Builder(next).method(HttpMethod.POST).build())
        .build()
        .toXml();
  }

  private static VoiceResponse.Builder saying(List<Spoken> says) {
    var answer = new VoiceResponse.Builder();
    for (Spoken one : says) {
      switch (one) {
        case Spoken.Words words -> sayings(words).forEach(answer::say);
        case Spoken.Sound sound -> answer.play(play(sound));
      }
    }
    return answer;
  }

  private static Play play(Spoken.Sound sound) {
    return new Play.Builder(sound.file()).build();
  }

  private static List<Say> sayings(Spoken.Words words) {
    Say.Language language = of(Say.Language.values(), words.language(), Say.Language.EN_US);
    return parts(printable(words.text())).stream()
        .map(part -> new Say.Builder(part).language(language).build())
        .toList();
  }

  /// What XML can hold of it.
  private static String printable(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c < ' ' || c == 0xFFFE || c == 0xFFFF || isHalf(c) ? ' ' : c)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    String rest = text;
    while (rest.length() > MOST_SAID) {
      int space = rest.lastIndexOf(' ', MOST_SAID);
      int end = space > 0 ? space : rest.offsetByCodePoints(0, MOST_SAID / 2);
      parts.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      parts.add(rest);
    }
    return parts;
  }

  /// Twilio's name of a language: that of the country, if it knows it, or else of the language's
  /// own country (`fr-FR`), or else of another one.
  ///
  /// @param usual where it does not know the language
  private static <L extends Enum<L>> L of(L[] known, Locale language, L usual) {
    String own = language.getLanguage();
    if (own.equals(Locale.ENGLISH.getLanguage()) && language.getCountry().isEmpty()) {
      return usual;
    }
    return Stream.of(language.toLanguageTag(), own + "-" + own.toUpperCase(Locale.ROOT), own)
        .map(tag -> named(known, tag))
        .filter(found -> found != null)
        .findFirst()
        .or(() -> Stream.of(known).filter(one -> one.toString().startsWith(own + "-")).findFirst())
        .orElse(usual);
  }

  private static <L> @Nullable L named(L[] known, String tag) {
    return Stream.of(known)
        .filter(one -> one.toString().equalsIgnoreCase(tag))
        .findFirst()
        .orElse(null);
  }
}
