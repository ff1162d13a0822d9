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

  private final Reading reading;
  private final Element element;

  StreamReader(Reading reading, Element element) {
    this.reading = reading;
    this.element = element;
  }

  Verb.Stream read() throws CallFault {
    reading.attributes(
        element, Set.of("url", "name", "track", "statusCallback", "statusCallbackMethod"));
    var track = Reading.attribute(element, "track");
    if (track != null && !track.equals("inbound_track")) {
      throw new CallFault(
          31941, "a bidirectional stream has the track inbound_track only, not " + track);
    }
    return new Verb.Stream(
        url(),
        Reading.attribute(element, "name"),
        parameters(),
        Reading.attribute(element, "statusCallback"),
        reading.method(element, "statusCallbackMethod", Reading.SCHEMA));
  }

  private String url() throws CallFault {
    var url = Reading.attribute(element, "url");
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
    for (var child : Reading.children(element)) {
      var name = Reading.attribute(child, "name");
      var value = child.getAttribute("value");
      if (!child.getTagName().equals("Parameter") || name == null || name.isEmpty()) {
        reading.warn(12200, "<Stream> holds something else than <Parameter name=\"\" value=\"\"/>");
      } else if (name.length() + value.length() >= MAX_PARAMETER) {
        reading.warn(12200, "the parameter %s is longer than 500 characters".formatted(name));
      } else {
        parameters.put(name, value);
      }
    }
    return parameters;
  }
}
