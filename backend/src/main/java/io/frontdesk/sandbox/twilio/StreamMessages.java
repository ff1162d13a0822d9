package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Writes what Twilio says on one media stream. Numbers are strings, but for the format's. For one
/// thread at a time.
/// Source: https://www.twilio.com/docs/voice/media-streams/websocket-messages
final class StreamMessages {
  private final String streamSid;
  private final String callSid;
  private final String accountSid;
  private long sequence;
  private long chunk;

  StreamMessages(String streamSid, String callSid, String accountSid) {
    this.streamSid = streamSid;
    this.callSid = callSid;
    this.accountSid = accountSid;
  }

  String streamSid() {
    return streamSid;
  }

  static String connected() {
    return "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}";
  }

  String start(Map<String, String> parameters) {
    var message = message("start");
    var start =
        message
            .putObject("start")
            .put("accountSid", accountSid)
            .put("streamSid", streamSid)
            .put("callSid", callSid);
    start.set("tracks", Json.tree(List.of("inbound")));
    start
        .putObject("mediaFormat")
        .put("encoding", "audio/x-mulaw")
        .put("sampleRate", 8000)
        .put("channels", 1);
    start.set("customParameters", customParameters(parameters));
    return Json.write(message);
  }

  private static JsonNode customParameters(Map<String, String> parameters) {
    var node = Json.object();
    parameters.forEach(node::put);
    return node;
  }

  /// One frame of the caller's sound.
  ///
  /// @param timestamp milliseconds since the stream started
  String media(byte[] ulaw, long timestamp) {
    return "{\"event\":\"media\",\"sequenceNumber\":\""
        + ++sequence
        + "\",\"media\":{\"track\":\"inbound\",\"chunk\":\""
        + ++chunk
        + "\",\"timestamp\":\""
        + timestamp
        + "\",\"payload\":\""
        + Base64.getEncoder().encodeToString(ulaw)
        + "\"},\"streamSid\":\""
        + streamSid
        + "\"}";
  }

  String dtmf(String digit) {
    var message = message("dtmf");
    message.putObject("dtmf").put("track", "inbound_track").put("digit", digit);
    return Json.write(message);
  }

  String mark(String name) {
    var message = message("mark");
    message.putObject("mark").put("name", name);
    return Json.write(message);
  }

  String stop() {
    var message = message("stop");
    message.putObject("stop").put("accountSid", accountSid).put("callSid", callSid);
    return Json.write(message);
  }

  private ObjectNode message(String event) {
    return Json.object()
        .put("event", event)
        .put("sequenceNumber", "" + ++sequence)
        .put("streamSid", streamSid);
  }
}
