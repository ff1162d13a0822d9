package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Twiml.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// What is read of one document's elements, and what is odd about it. What cannot be used is warned
/// of, with Twilio's code, and its default is taken.
final class Reading {
  /// A document that is not as its schema says.
  static final int SCHEMA = 12200;

  private final List<Warning> warnings = new ArrayList<>();

  List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  void warn(int code, String message) {
    warnings.add(new Warning(code, message));
  }

  /// Warns of attributes that are not among these.
  void attributes(Element element, Set<String> known) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var name = attributes.item(i).getNodeName();
      if (!known.contains(name)) {
        warn(SCHEMA, "<%s> has the unknown attribute '%s'".formatted(element.getTagName(), name));
      }
    }
  }

  /// `GET` or `POST`, which is the default.
  String method(Element element, String name, int code) {
    var method = attribute(element, name);
    if (method == null) {
      return "POST";
    }
    var upper = method.toUpperCase(Locale.ROOT);
    if (!upper.equals("GET") && !upper.equals("POST")) {
      warn(code, "'%s' is no method".formatted(method));
      return "POST";
    }
    return upper;
  }

  /// A whole number; one above the maximum is the maximum.
  int number(Element element, String name, int otherwise, Range range, int code) {
    var text = attribute(element, name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < range.min()) {
      warn(code, "<%s> has %s='%s'".formatted(element.getTagName(), name, text));
      return otherwise;
    }
    return Math.min(range.max(), Integer.parseInt(text));
  }

  /// Which numbers may be.
  record Range(int min, int max) {}

  boolean flag(Element element, String name, boolean otherwise, int code) {
    var text = attribute(element, name);
    if (text == null) {
      return otherwise;
    }
    if (!text.equals("true") && !text.equals("false")) {
      warn(code, "<%s> has %s='%s'".formatted(element.getTagName(), name, text));
      return otherwise;
    }
    return text.equals("true");
  }

  /// One of a few words.
  String choice(Element element, String name, List<String> choices, int code) {
    var text = attribute(element, name);
    if (text == null) {
      return choices.getFirst();
    }
    if (!choices.contains(text)) {
      warn(code, "<%s> has %s='%s'".formatted(element.getTagName(), name, text));
      return choices.getFirst();
    }
    return text;
  }

  /// Some of a few words, separated by blanks.
  Set<String> choices(Element element, String name, String otherwise, Set<String> known, int code) {
    var text = attribute(element, name);
    var chosen = Set.copyOf(Arrays.asList((text == null ? otherwise : text).split("\\s+", -1)));
    if (!known.containsAll(chosen)) {
      warn(code, "<%s> has %s='%s'".formatted(element.getTagName(), name, text));
      return Set.of(otherwise.split(" ", -1));
    }
    return chosen;
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

  static String text(Element element) {
    return element.getTextContent().strip();
  }
}
