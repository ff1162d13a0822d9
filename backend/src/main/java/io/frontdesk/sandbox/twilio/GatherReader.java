package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Reading.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Reads a `<Gather>`.
/// Source: https://www.twilio.com/docs/voice/twiml/gather
final class GatherReader {
  private static final Range SECONDS = new Range(1, 600);
  private static final Range DIGITS = new Range(1, 1000);
  private static final int MOST_HINTS = 500;
  private static final int LONGEST_HINT = 100;

  /// How long a pause is that ends what is said, where Twilio decides.
  private static final Duration AUTO = Duration.ofSeconds(1);

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "input",
          "action",
          "method",
          "timeout",
          "speechTimeout",
          "maxSpeechTime",
          "profanityFilter",
          "finishOnKey",
          "numDigits",
          "partialResultCallback",
          "partialResultCallbackMethod",
          "language",
          "hints",
          "bargeIn",
          "debug",
          "actionOnEmptyResult",
          "speechModel",
          "enhanced");

  private final Reading reading;
  private final Element element;

  GatherReader(Reading reading, Element element) {
    this.reading = reading;
    this.element = element;
  }

  Verb read() {
    reading.attributes(element, ATTRIBUTES);
    var input = reading.choices(element, "input", "dtmf", Set.of("dtmf", "speech"), Reading.SCHEMA);
    var timeout = Duration.ofSeconds(reading.number(element, "timeout", 5, SECONDS, 13313));
    reading.flag(element, "debug", false, 13336);
    reading.flag(element, "enhanced", false, 13339);
    reading.flag(element, "profanityFilter", true, Reading.SCHEMA);
    hints();
    language();
    return new Verb.Gather(
        prompts(),
        input.contains("dtmf"),
        input.contains("speech"),
        Reading.attribute(element, "action"),
        reading.method(element, "method", 13312),
        timeout,
        speechTimeout(timeout),
        Duration.ofSeconds(
            reading.number(element, "maxSpeechTime", 60, new Range(1, 60), Reading.SCHEMA)),
        finishOnKey(),
        reading.number(element, "numDigits", 0, DIGITS, 13314),
        reading.flag(element, "actionOnEmptyResult", false, 13338),
        reading.flag(element, "bargeIn", true, 13332),
        partial());
  }

  private Duration speechTimeout(Duration timeout) {
    var text = Reading.attribute(element, "speechTimeout");
    if (text == null) {
      return timeout;
    }
    if (text.equals("auto")) {
      if (element.hasAttribute("speechModel")) {
        reading.warn(13327, "with a speechModel, speechTimeout is a number and not 'auto'");
      }
      return AUTO;
    }
    return Duration.ofSeconds(
        reading.number(element, "speechTimeout", (int) timeout.toSeconds(), SECONDS, 13327));
  }

  private String finishOnKey() {
    var keys = Reading.attribute(element, "finishOnKey");
    if (keys == null) {
      return "#";
    }
    if (!keys.matches("[0-9*#]*")) {
      reading.warn(13310, "finishOnKey='%s' are no keys".formatted(keys));
      return "#";
    }
    return keys;
  }

  private Verb.@Nullable Callback partial() {
    var url = Reading.attribute(element, "partialResultCallback");
    var method = reading.method(element, "partialResultCallbackMethod", 13312);
    return url == null ? null : new Verb.Callback(url, method);
  }

  private void hints() {
    var text = Reading.attribute(element, "hints");
    var hints = text == null ? List.<String>of() : Arrays.asList(text.split(",", -1));
    if (hints.size() > MOST_HINTS
        || hints.stream().anyMatch(hint -> hint.strip().length() > LONGEST_HINT)) {
      reading.warn(13330, "hints are at most 500, of at most 100 characters");
    }
  }

  private void language() {
    var language = Reading.attribute(element, "language");
    if (language != null && !language.matches("[a-z]{2,3}(-\\w{2,4})?(-\\w{2,3})?|multi")) {
      reading.warn(13331, "'%s' is no language".formatted(language));
    }
  }

  private List<Verb.Prompt> prompts() {
    var reader = new PromptReader(reading);
    var prompts = new ArrayList<Verb.Prompt>();
    for (var child : Reading.children(element)) {
      var prompt =
          switch (child.getTagName()) {
            case "Say" -> reader.say(child);
            case "Play" -> reader.play(child);
            case "Pause" -> reader.pause(child);
            default -> null;
          };
      switch (prompt) {
        case Verb.Prompt usable -> prompts.add(usable);
        case Verb.Failing(var warning) -> reading.warn(warning.code(), warning.message());
        case null, default ->
            reading.warn(13320, "<%s> cannot be in a <Gather>".formatted(child.getTagName()));
      }
    }
    return List.copyOf(prompts);
  }
}
