package io.frontdesk.sandbox.openai.realtime;

import java.util.Map;

/// The shapes of the events that a client may send.
/// Source: https://platform.openai.com/docs/api-reference/realtime-client-events
final class ClientEvent {
  private static final Shape ITEM_ID = Shapes.string(64);

  /// Any client event, told apart by its type.
  static final Shape SHAPE =
      Shapes.byType(
          Map.ofEntries(
              Map.entry("session.update", event().must("session", SessionShape.UPDATE)),
              Map.entry(
                  "input_audio_buffer.append",
                  event().must("audio", Shapes.string(InputBuffer.MAX_APPEND_CHARACTERS))),
              Map.entry("input_audio_buffer.commit", event()),
              Map.entry("input_audio_buffer.clear", event()),
              Map.entry("output_audio_buffer.clear", event()),
              Map.entry(
                  "conversation.item.create",
                  event()
                      .may("previous_item_id", ITEM_ID.orNull())
                      .must("item", ItemShape.CREATED)),
              Map.entry(
                  "conversation.item.truncate",
                  event()
                      .must("item_id", ITEM_ID)
                      .must("content_index", Shapes.integer(0, Integer.MAX_VALUE))
                      .must("audio_end_ms", Shapes.integer(0, Integer.MAX_VALUE))),
              Map.entry("conversation.item.delete", event().must("item_id", ITEM_ID)),
              Map.entry("conversation.item.retrieve", event().must("item_id", ITEM_ID)),
              Map.entry("response.create", event().may("response", SessionShape.RESPONSE.orNull())),
              Map.entry("response.cancel", event().may("response_id", ITEM_ID.orNull()))));

  private ClientEvent() {}

  private static Fields event() {
    return new Fields().must("type", Shapes.ANY).may("event_id", Shapes.string(512));
  }
}
