package io.frontdesk.voice.mediastream;

import io.frontdesk.voice.wire.JsonCursor;
import io.netty.buffer.ByteBuf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of one message, picked up in whatever order they come. Filled again for each message.
final class MessageFields {
  private static final int MAX_PARAMETERS = 64;
  private static final int MAX_TEXT = 512;
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final JsonCursor json = new JsonCursor();

  @Nullable String event;
  @Nullable String streamSid;
  long sequence;

  boolean inbound;
  boolean playable;
  long timestamp;
  int samples;
  int payloadFrom;
  int payloadTo;

  @Nullable String mark;
  @Nullable String digit;
  @Nullable String accountSid;
  @Nullable String callSid;
  final Map<String, String> parameters = new LinkedHashMap<>();

  /// Reads a message; false if it is not one JSON object.
  /// @param stream the stream's id if it is known already
  boolean read(ByteBuf message, @Nullable String stream) {
    clear();
    json.open(message);
    boolean isObject = json.object();
    while (isObject && json.nextField()) {
      field(stream);
    }
    boolean whole = isObject && json.finished();
    json.close();
    return whole;
  }

  private void clear() {
    event = null;
    streamSid = null;
    sequence = -1;
    inbound = true;
    clearMedia();
    mark = null;
    digit = null;
    accountSid = null;
    callSid = null;
    if (!parameters.isEmpty()) {
      parameters.clear();
    }
  }

  private void clearMedia() {
    playable = false;
    timestamp = -1;
    samples = 0;
  }

  private void field(@Nullable String stream) {
    if (json.is("event")) {
      event = json.string() ? kind() : null;
    } else if (json.is("streamSid")) {
      streamSid = sid(stream);
    } else if (json.is("sequenceNumber")) {
      sequence = json.number();
    } else if (json.is("media")) {
      media();
    } else if (json.is("mark")) {
      mark = only("name");
    } else if (json.is("dtmf")) {
      digit = only("digit");
    } else if (json.is("start")) {
      start();
    } else {
      json.skip();
    }
  }

  /// The frequent ones cost no text of their own.
  private String kind() {
    return json.is("media") ? "media" : json.text("mark");
  }

  private void media() {
    clearMedia();
    if (!json.object()) {
      return;
    }
    while (json.nextField()) {
      if (json.is("payload")) {
        payload();
      } else if (json.is("timestamp")) {
        timestamp = json.number();
      } else if (json.is("track")) {
        inbound = json.string() && json.is("inbound");
      } else {
        json.skip();
      }
    }
  }

  private void payload() {
    playable = false;
    if (json.string()) {
      payloadFrom = json.from();
      payloadTo = json.to();
      samples = json.base64Length();
      playable = samples > 0;
    }
  }

  private void start() {
    if (!json.object()) {
      return;
    }
    while (json.nextField()) {
      if (json.is("accountSid")) {
        accountSid = sid(null);
      } else if (json.is("callSid")) {
        callSid = sid(null);
      } else if (json.is("mediaFormat")) {
        playable = muLaw();
      } else if (json.is("customParameters")) {
        parameters();
      } else {
        json.skip();
      }
    }
  }

  private boolean muLaw() {
    boolean encoding = false;
    long rate = 0;
    long channels = 0;
    if (json.object()) {
      while (json.nextField()) {
        if (json.is("encoding")) {
          encoding = json.string() && json.is("audio/x-mulaw");
        } else if (json.is("sampleRate")) {
          rate = json.number();
        } else if (json.is("channels")) {
          channels = json.number();
        } else {
          json.skip();
        }
      }
    }
    return encoding && rate == 8000 && channels == 1;
  }

  private void parameters() {
    if (!json.object()) {
      return;
    }
    while (json.nextField()) {
      String name = json.text();
      String value = shortText(null);
      if (value != null && parameters.size() < MAX_PARAMETERS) {
        parameters.put(name, value);
      }
    }
  }

  /// The string in this field of an object; null if there is none.
  private @Nullable String only(String field) {
    String value = null;
    if (json.object()) {
      while (json.nextField()) {
        if (json.is(field)) {
          value = shortText(null);
        } else {
          json.skip();
        }
      }
    }
    return value;
  }

  private @Nullable String sid(@Nullable String known) {
    String text = shortText(known);
    boolean good = text != null && (text.equals(known) || SID.matcher(text).matches());
    return good ? text : null;
  }

  private @Nullable String shortText(@Nullable String known) {
    return json.string() && json.to() - json.from() <= MAX_TEXT ? json.text(known) : null;
  }
}
