package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Reading.Range;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Reads a `<Dial>` and its `<Number>`s.
/// Sources: https://www.twilio.com/docs/voice/twiml/dial, …/number
final class DialReader {
  static final Set<String> EVENTS = Set.of("initiated", "ringing", "answered", "completed");

  private static final List<String> RECORD =
      List.of(
          "do-not-record",
          "record-from-answer",
          "record-from-ringing",
          "record-from-answer-dual",
          "record-from-ringing-dual");

  private static final Range RINGING_SECONDS = new Range(5, 600);
  private static final Range LIMIT_SECONDS = new Range(1, 14_400);
  private static final int MOST_NUMBERS = 10;

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "action",
          "method",
          "timeout",
          "hangupOnStar",
          "timeLimit",
          "callerId",
          "answerOnBridge",
          "ringTone",
          "sequential",
          "record",
          "trim",
          "recordingStatusCallback",
          "recordingStatusCallbackMethod",
          "recordingStatusCallbackEvent");

  private static final Set<String> OF_A_NUMBER =
      Set.of(
          "sendDigits",
          "url",
          "method",
          "statusCallback",
          "statusCallbackEvent",
          "statusCallbackMethod");

  private final Reading reading;
  private final Element element;

  DialReader(Reading reading, Element element) {
    this.reading = reading;
    this.element = element;
  }

  Verb read() {
    reading.attributes(element, ATTRIBUTES);
    var queue = Reading.children(element).stream().filter(DialReader::isQueue).findFirst();
    if (queue.isPresent()) {
      return queue(queue.get());
    }
    var numbers = numbers();
    if (numbers.isEmpty()) {
      return new Verb.Failing(new Warning(13223, "Dial names nobody that could be called"));
    }
    return new Verb.Dial(
        numbers,
        Reading.attribute(element, "action"),
        reading.method(element, "method", 13210),
        Duration.ofSeconds(reading.number(element, "timeout", 30, RINGING_SECONDS, 13212)),
        Duration.ofSeconds(reading.number(element, "timeLimit", 14_400, LIMIT_SECONDS, 13216)),
        reading.flag(element, "hangupOnStar", false, 13213),
        Reading.attribute(element, "callerId"),
        reading.flag(element, "answerOnBridge", false, Reading.SCHEMA),
        reading.flag(element, "sequential", false, Reading.SCHEMA),
        taping());
  }

  private static boolean isQueue(Element child) {
    return child.getTagName().equals("Queue");
  }

  private Verb queue(Element queue) {
    reading.attributes(queue, Set.of());
    if (Reading.children(element).size() > 1) {
      reading.warn(13215, "a <Dial> of a <Queue> holds nothing else");
    }
    return new Verb.DialQueue(
        Reading.text(queue),
        Reading.attribute(element, "action"),
        reading.method(element, "method", 13210),
        Duration.ofSeconds(reading.number(element, "timeout", 30, RINGING_SECONDS, 13212)));
  }

  private Verb.@Nullable Taping taping() {
    var record = reading.choice(element, "record", RECORD, Reading.SCHEMA);
    if (record.equals("do-not-record")) {
      return null;
    }
    int channels = record.endsWith("-dual") ? 2 : 1;
    return new Verb.Taping(
        record.startsWith("record-from-ringing"),
        new RecordReader(reading, element).order("DialVerb", channels, false));
  }

  private List<Verb.Called> numbers() {
    var children = Reading.children(element);
    if (children.isEmpty() && !Reading.text(element).isEmpty()) {
      return List.of(new Verb.Called(Reading.text(element), null, null, Set.of(), null));
    }
    var numbers = new ArrayList<Verb.Called>();
    for (var child : children) {
      if (!child.getTagName().equals("Number")) {
        reading.warn(13215, "<%s> cannot be in a <Dial> here".formatted(child.getTagName()));
      } else if (numbers.size() == MOST_NUMBERS) {
        reading.warn(Reading.SCHEMA, "a <Dial> calls 10 numbers at most");
      } else {
        numbers.add(number(child));
      }
    }
    return List.copyOf(numbers);
  }

  private Verb.Called number(Element number) {
    reading.attributes(number, OF_A_NUMBER);
    return new Verb.Called(
        Reading.text(number),
        callback(number, "url", "method"),
        callback(number, "statusCallback", "statusCallbackMethod"),
        reading.choices(number, "statusCallbackEvent", "completed", EVENTS, Reading.SCHEMA),
        keys(number));
  }

  private Verb.@Nullable Callback callback(Element number, String url, String method) {
    var told = Reading.attribute(number, url);
    var by = reading.method(number, method, 13221);
    return told == null ? null : new Verb.Callback(told, by);
  }

  private @Nullable String keys(Element number) {
    var keys = Reading.attribute(number, "sendDigits");
    if (keys != null && !PromptReader.KEYS.matcher(keys).matches()) {
      reading.warn(13222, "sendDigits='%s' are no keys".formatted(keys));
      return null;
    }
    return keys;
  }
}
