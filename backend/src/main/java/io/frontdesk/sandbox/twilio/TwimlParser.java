package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Twiml.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reads TwiML documents. No document type, no entities of its own, at most 64 kB. For one
/// document.
final class TwimlParser {
  private static final int LONGEST_QUEUE = 64;
  private static final Reading.Range QUEUE_SIZE = new Reading.Range(1, 5000);

  private final List<Verb> verbs = new ArrayList<>();
  private final Reading reading = new Reading();

  private TwimlParser() {}

  /// The document's verbs and what is odd about them.
  ///
  /// @throws CallFault 12100 if it is not XML or not TwiML, 11750 if it is too large
  static Twiml parse(String document) throws CallFault {
    if (document.getBytes(StandardCharsets.UTF_8).length > Twiml.MAX_BYTES) {
      throw new CallFault(11750, "The document is longer than 64 kB");
    }
    var parser = new TwimlParser();
    parser.read(root(document));
    return new Twiml(List.copyOf(parser.verbs), parser.reading.warnings());
  }

  private static Element root(String document) throws CallFault {
    try {
      var root = builder().parse(new InputSource(new StringReader(document))).getDocumentElement();
      if (!root.getTagName().equals("Response")) {
        throw new CallFault(
            12100, "The document's root is <%s>, not <Response>".formatted(root.getTagName()));
      }
      return root;
    } catch (SAXException e) {
      throw new CallFault(12100, "The document cannot be parsed: " + e.getMessage());
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot be read", e);
    }
  }

  private static DocumentBuilder builder() {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has no XML parser that can be made safe", e);
    }
  }

  private void read(Element response) {
    for (Element element : Reading.children(response)) {
      var verb = verb(element);
      if (verb == null) {
        reading.warn(
            Reading.SCHEMA,
            "<%s> is no verb that the stand-in knows".formatted(element.getTagName()));
      } else {
        verbs.add(verb);
      }
    }
  }

  private @Nullable Verb verb(Element element) {
    var prompts = new PromptReader(reading);
    return switch (element.getTagName()) {
      case "Say" -> prompts.say(element);
      case "Play" -> prompts.play(element);
      case "Pause" -> prompts.pause(element);
      case "Gather" -> new GatherReader(reading, element).read();
      case "Dial" -> new DialReader(reading, element).read();
      case "Record" -> new RecordReader(reading, element).read();
      case "Enqueue" -> enqueue(element);
      case "Leave" -> leave(element);
      case "Connect" -> connect(element);
      case "Redirect" -> redirect(element);
      case "Hangup" -> hangup(element);
      case "Reject" -> reject(element);
      default -> null;
    };
  }

  private Verb connect(Element element) {
    reading.attributes(element, Set.of("action", "method"));
    var inside = Reading.children(element);
    if (inside.size() != 1 || !inside.getFirst().getTagName().equals("Stream")) {
      return new Verb.Failing(
          new Warning(Reading.SCHEMA, "Connect holds something else than one <Stream>"));
    }
    try {
      return new Verb.Connect(
          Reading.attribute(element, "action"),
          reading.method(element, "method", Reading.SCHEMA),
          new StreamReader(reading, inside.getFirst()).read());
    } catch (CallFault e) {
      return new Verb.Failing(e.warning());
    }
  }

  private Verb enqueue(Element element) {
    reading.attributes(
        element, Set.of("action", "method", "waitUrl", "waitUrlMethod", "maxQueueSize"));
    var name = Reading.text(element);
    if (name.isEmpty() || name.length() > LONGEST_QUEUE) {
      return new Verb.Failing(new Warning(Reading.SCHEMA, "a queue's name has 1 to 64 characters"));
    }
    var url = Reading.attribute(element, "waitUrl");
    var method = reading.method(element, "waitUrlMethod", Reading.SCHEMA);
    return new Verb.Enqueue(
        name,
        Reading.attribute(element, "action"),
        reading.method(element, "method", Reading.SCHEMA),
        url == null || url.isEmpty() ? null : new Verb.Callback(url, method),
        reading.number(element, "maxQueueSize", 1000, QUEUE_SIZE, Reading.SCHEMA));
  }

  private Verb leave(Element element) {
    reading.attributes(element, Set.of());
    return new Verb.Leave();
  }

  private Verb redirect(Element element) {
    reading.attributes(element, Set.of("method"));
    return new Verb.Redirect(Reading.text(element), reading.method(element, "method", 13710));
  }

  private Verb hangup(Element element) {
    reading.attributes(element, Set.of());
    return new Verb.Hangup();
  }

  private Verb reject(Element element) {
    reading.attributes(element, Set.of("reason"));
    var reason = reading.choice(element, "reason", List.of("rejected", "busy"), Reading.SCHEMA);
    return new Verb.Reject(reason.equals("busy"));
  }

  /// Keeps the parser from writing to the console; what it throws says it all.
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
