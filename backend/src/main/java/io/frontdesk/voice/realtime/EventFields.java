package io.frontdesk.voice.realtime;

import io.frontdesk.voice.wire.JsonCursor;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// The fields that the frequent events have in common, picked up in whatever order they come.
/// Filled again for each message.
final class EventFields {
  private final JsonCursor json = new JsonCursor();

  String type = "";
  @Nullable String responseId;
  @Nullable String itemId;
  private @Nullable String lastResponseId;
  private @Nullable String lastItemId;
  long contentIndex;
  boolean hasDelta;
  int deltaFrom;
  int deltaTo;

  /// How many bytes of sound the delta stands for; -1 if it is not base64.
  int deltaBytes;

  /// Reads a message; false if it is not one JSON object.
  boolean read(ByteBuf message) {
    clear();
    json.open(message);
    boolean isObject = json.object();
    while (isObject && json.nextField()) {
      field();
    }
    boolean whole = isObject && json.finished();
    json.close();
    return whole;
  }

  private void clear() {
    type = "";
    responseId = null;
    itemId = null;
    contentIndex = 0;
    hasDelta = false;
  }

  private void field() {
    if (json.is("type")) {
      type = json.string() ? json.text(RealtimeReader.AUDIO) : "";
    } else if (json.is("delta")) {
      hasDelta = json.string();
      deltaFrom = json.from();
      deltaTo = json.to();
      deltaBytes = hasDelta ? json.base64Length() : -1;
    } else if (json.is("item_id")) {
      lastItemId = text(lastItemId);
      itemId = lastItemId;
    } else if (json.is("response_id")) {
      lastResponseId = text(lastResponseId);
      responseId = lastResponseId;
    } else if (json.is("content_index")) {
      contentIndex = json.number();
    } else {
      json.skip();
    }
  }

  private @Nullable String text(@Nullable String known) {
    return json.string() ? json.text(known) : null;
  }
}
