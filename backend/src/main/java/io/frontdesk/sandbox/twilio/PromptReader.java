package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Reading.Range;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/// Reads `<Say>`, `<Play>` and `<Pause>`.
/// Sources: https://www.twilio.com/docs/voice/twiml/say, …/play, …/pause
final class PromptReader {
  private static final Range LOOPS = new Range(0, 1000);
  private static final int MAX_SAY = 4096;
  private static final Range PAUSE_SECONDS = new Range(0, 3600);

  /// What Twilio's library knows, or will know: `Polly.Joanna-Neural`, `Google.en-US-Wavenet-A`.
  private static final Pattern VOICE =
      Pattern.compile(
          "man|woman|alice|Polly\\.\\p{L}+(-(Neural|Generative))?|Google\\.[a-z]{2,3}-.+");

  private static final Pattern GOOGLE = Pattern.compile("Google\\.([a-z]{2,3}-\\w{2,4})-.+");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-\\w{2,4})?(-\\w{2,3})?");
  static final Pattern KEYS = Pattern.compile("[0-9A-Da-dwW*#]+");

  private final Reading reading;

  PromptReader(Reading reading) {
    this.reading = reading;
  }

  Verb say(Element element) {
    reading.attributes(element, Set.of("voice", "language", "loop"));
    var text = Reading.text(element);
    if (text.isEmpty()) {
      return new Verb.Failing(new Warning(13520, "Say has no text"));
    }
    if (text.length() > MAX_SAY) {
      return new Verb.Failing(new Warning(13520, "Say has more than 4096 characters"));
    }
    var voice = Reading.attribute(element, "voice");
    var language = Reading.attribute(element, "language");
    if (voice != null && !VOICE.matcher(voice).matches()) {
      return new Verb.Failing(
          new Warning(13511, "Say has the unknown voice '%s'".formatted(voice)));
    }
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      return new Verb.Failing(
          new Warning(13511, "Say has the unknown language '%s'".formatted(language)));
    }
    if (voice != null && language != null) {
      var google = GOOGLE.matcher(voice);
      if (google.matches() && !google.group(1).equals(language)) {
        return new Verb.Failing(
            new Warning(13511, "The voice '%s' does not speak %s".formatted(voice, language)));
      }
    }
    return new Verb.Say(text, loop(element, 13510));
  }

  Verb play(Element element) {
    reading.attributes(element, Set.of("loop", "digits"));
    var keys = Reading.attribute(element, "digits");
    var url = Reading.text(element);
    if (keys != null && url.isEmpty()) {
      return KEYS.matcher(keys).matches()
          ? new Verb.PressKeys(keys)
          : new Verb.Failing(new Warning(Reading.SCHEMA, "'%s' are no keys".formatted(keys)));
    }
    return url.isEmpty()
        ? new Verb.Failing(new Warning(13420, "Play names no file"))
        : new Verb.Play(url, loop(element, 13410));
  }

  Verb.Pause pause(Element element) {
    reading.attributes(element, Set.of("length"));
    var seconds = reading.number(element, "length", 1, PAUSE_SECONDS, 13910);
    return new Verb.Pause(Duration.ofSeconds(seconds));
  }

  private int loop(Element element, int code) {
    return reading.number(element, "loop", 1, LOOPS, code);
  }
}
