package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Twiml.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reads TwiML documents. No document type, no entities of its own, at most 64 kB. For one
/// document.
final class TwimlParser {
  private static final int MAX_LOOP = 1000;
  private static final int MAX_SAY = 4096;
  private static final int MAX_PAUSE_SECONDS = 3600;

  private final List<Verb> verbs = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

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
    return new Twiml(List.copyOf(parser.verbs), List.copyOf(parser.warnings));
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
    for (Element element : children(response)) {
      var verb =
          switch (element.getTagName()) {
            case "Say" -> say(element);
            case "Play" -> play(element);
            case "Pause" -> pause(element);
            case "Connect" -> connect(element);
            case "Redirect" -> redirect(element);
            case "Hangup" -> hangup(element);
            case "Reject" -> reject(element);
            default -> null;
          };
      if (verb == null) {
        warn(12200, "<%s> is no verb that the stand-in knows".formatted(element.getTagName()));
      } else {
        verbs.add(verb);
      }
    }
  }

  private Verb say(Element element) {
    attributes(element, Set.of("voice", "language", "loop"));
    var text = text(element);
    return text.length() > MAX_SAY
        ? new Verb.Failing(new Warning(13520, "Say has more than 4096 characters"))
        : new Verb.Say(text, loop(element));
  }

  private Verb play(Element element) {
    attributes(element, Set.of("loop"));
    var url = text(element);
    return url.isEmpty()
        ? new Verb.Failing(new Warning(13420, "Play names no file"))
        : new Verb.Play(url, loop(element));
  }

  private Verb pause(Element element) {
    attributes(element, Set.of("length"));
    var seconds = number(element, "length", 1, MAX_PAUSE_SECONDS);
    return new Verb.Pause(Duration.ofSeconds(seconds));
  }

  private Verb connect(Element element) {
    attributes(element, Set.of("action", "method"));
    var inside = children(element);
    if (inside.size() != 1 || !inside.getFirst().getTagName().equals("Stream")) {
      return new Verb.Failing(new Warning(12200, "Connect holds something else than one <Stream>"));
    }
    try {
      return new Verb.Connect(
          attribute(element, "action"),
          method(element, "method"),
          new StreamReader(this, inside.getFirst()).read());
    } catch (CallFault e) {
      return new Verb.Failing(e.warning());
    }
  }

  private Verb redirect(Element element) {
    attributes(element, Set.of("method"));
    return new Verb.Redirect(text(element), method(element, "method"));
  }

  private Verb hangup(Element element) {
    attributes(element, Set.of());
    return new Verb.Hangup();
  }

  private Verb reject(Element element) {
    attributes(element, Set.of("reason"));
    var reason = attribute(element, "reason");
    if (reason != null && !Set.of("busy", "rejected").contains(reason)) {
      warn(12200, "Reject has the unknown reason '%s'".formatted(reason));
    }
    return new Verb.Reject("busy".equals(reason));
  }

  void attributes(Element element, Set<String> known) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var name = attributes.item(i).getNodeName();
      if (!known.contains(name)) {
        warn(12200, "<%s> has the unknown attribute '%s'".formatted(element.getTagName(), name));
      }
    }
  }

  void warn(int code, String message) {
    warnings.add(new Warning(code, message));
  }

  String method(Element element, String name) {
    var method = attribute(element, name);
    if (method == null) {
      return "POST";
    }
    var upper = method.toUpperCase(Locale.ROOT);
    if (!upper.equals("GET") && !upper.equals("POST")) {
      warn(12200, "'%s' is no method".formatted(method));
      return "POST";
    }
    return upper;
  }

  private int loop(Element element) {
    return number(element, "loop", 1, MAX_LOOP);
  }

  private int number(Element element, String name, int otherwise, int max) {
    var text = attribute(element, name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}")) {
      warn(12200, "%s='%s' is no number".formatted(name, text));
      return otherwise;
    }
    return Math.min(max, Integer.parseInt(text));
  }

  static @Nullable String attribute(Element element, String name) {
    return element.hasAttribute(name) ? element.getAttribute(name).strip() : null;
  }

  static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element element) {
    return element.getTextContent().strip();
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
