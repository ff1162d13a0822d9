package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Reading.Range;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Reads a `<Record>`, and what other verbs say of recording.
/// Source: https://www.twilio.com/docs/voice/twiml/record
final class RecordReader {
  private static final Range SILENCE_SECONDS = new Range(0, 3600);
  private static final Range LENGTH_SECONDS = new Range(1, 14_400);
  private static final int LONGEST_TRANSCRIBED = 120;
  private static final String ANY_KEY = "1234567890*#";

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "action",
          "method",
          "timeout",
          "finishOnKey",
          "maxLength",
          "playBeep",
          "trim",
          "recordingStatusCallback",
          "recordingStatusCallbackMethod",
          "recordingStatusCallbackEvent",
          "transcribe",
          "transcribeCallback");

  private final Reading reading;
  private final Element element;

  RecordReader(Reading reading, Element element) {
    this.reading = reading;
    this.element = element;
  }

  Verb read() {
    reading.attributes(element, ATTRIBUTES);
    var transcribed = Reading.attribute(element, "transcribeCallback");
    var transcribe = reading.flag(element, "transcribe", transcribed != null, 13614);
    return new Verb.RecordCaller(
        Reading.attribute(element, "action"),
        reading.method(element, "method", 13610),
        Duration.ofSeconds(reading.number(element, "timeout", 5, SILENCE_SECONDS, 13611)),
        finishOnKey(),
        maxLength(transcribe),
        reading.flag(element, "playBeep", true, 13616),
        transcribe,
        transcribed,
        order("RecordVerb", 1, true));
  }

  /// What is recorded.
  ///
  /// @param trim whether silence at its ends is left out unless something else is said
  RecordingOrder order(String source, int channels, boolean trim) {
    var usual = trim ? "trim-silence" : "do-not-trim";
    var other = trim ? "do-not-trim" : "trim-silence";
    return new RecordingOrder(
        source,
        channels,
        source.equals("RecordVerb") ? "inbound" : "both",
        reading
            .choice(element, "trim", List.of(usual, other), Reading.SCHEMA)
            .equals("trim-silence"),
        callback(),
        reading.choices(
            element,
            "recordingStatusCallbackEvent",
            "completed",
            RecordingOrder.EVENTS,
            Reading.SCHEMA));
  }

  private Verb.@Nullable Callback callback() {
    var url = Reading.attribute(element, "recordingStatusCallback");
    var method = reading.method(element, "recordingStatusCallbackMethod", Reading.SCHEMA);
    return url == null ? null : new Verb.Callback(url, method);
  }

  private String finishOnKey() {
    var keys = Reading.attribute(element, "finishOnKey");
    if (keys == null) {
      return ANY_KEY;
    }
    if (!keys.matches("[0-9*#]*")) {
      reading.warn(13613, "finishOnKey='%s' are no keys".formatted(keys));
      return ANY_KEY;
    }
    return keys;
  }

  private Duration maxLength(boolean transcribe) {
    int usual = transcribe ? LONGEST_TRANSCRIBED : 3600;
    int seconds = reading.number(element, "maxLength", usual, LENGTH_SECONDS, 13612);
    if (transcribe && seconds > LONGEST_TRANSCRIBED) {
      reading.warn(13615, "maxLength is longer than 120 s, which is too long to be transcribed");
    }
    return Duration.ofSeconds(seconds);
  }
}
