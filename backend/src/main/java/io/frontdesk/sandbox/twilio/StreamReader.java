package io.frontdesk.sandbox.twilio;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/// Reads the `<Stream>` of a `<Connect>` and refuses what Twilio refuses.
/// Source: https://www.twilio.com/docs/voice/twiml/stream
final class StreamReader {
  private static final int MAX_PARAMETER = 500;

  private final TwimlParser parser;
  private final Element element;

  StreamReader(TwimlParser parser, Element element) {
    this.parser = parser;
    this.element = element;
  }

  Verb.Stream read() throws CallFault {
    parser.attributes(
        element, Set.of("url", "name", "track", "statusCallback", "statusCallbackMethod"));
    var track = TwimlParser.attribute(element, "track");
    if (track != null && !track.equals("inbound_track")) {
      throw new CallFault(
          31941, "a bidirectional stream has the track inbound_track only, not " + track);
    }
    return new Verb.Stream(
        url(),
        TwimlParser.attribute(element, "name"),
        parameters(),
        TwimlParser.attribute(element, "statusCallback"),
        parser.method(element, "statusCallbackMethod"));
  }

  private String url() throws CallFault {
    var url = TwimlParser.attribute(element, "url");
    if (url == null) {
      throw new CallFault(31922, "the stream has no url");
    }
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new CallFault(31922, "the stream's url is not valid: " + url);
    }
    var plainOnThisMachine =
        "ws".equals(uri.getScheme()) && uri.getHost() != null && Reach.isLoopback(uri.getHost());
    if (!"wss".equals(uri.getScheme()) && !plainOnThisMachine) {
      throw new CallFault(31922, "the stream's url is not wss: " + url);
    }
    if (uri.getRawQuery() != null) {
      throw new CallFault(31920, "the stream's url has a query string: " + url);
    }
    return url;
  }

  private Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    for (var child : TwimlParser.children(element)) {
      var name = TwimlParser.attribute(child, "name");
      var value = child.getAttribute("value");
      if (!child.getTagName().equals("Parameter") || name == null || name.isEmpty()) {
        parser.warn(12200, "<Stream> holds something else than <Parameter name=\"\" value=\"\"/>");
      } else if (name.length() + value.length() >= MAX_PARAMETER) {
        parser.warn(12200, "the parameter %s is longer than 500 characters".formatted(name));
      } else {
        parameters.put(name, value);
      }
    }
    return parameters;
  }
}
