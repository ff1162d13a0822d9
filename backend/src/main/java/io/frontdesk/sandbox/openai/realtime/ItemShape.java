package io.frontdesk.sandbox.openai.realtime;

import java.util.Map;

/// What a client may put into a conversation.
final class ItemShape {
  static final int MAX_TEXT = 8 * 1024 * 1024;
  static final Shape ID = Shapes.matching("^[a-zA-Z0-9_-]+$", 32);

  private static final Shape TEXT = Shapes.string(MAX_TEXT);
  private static final Shape INPUT_TEXT = new Fields().must("type", Shapes.ANY).must("text", TEXT);
  private static final Shape INPUT_AUDIO =
      new Fields()
          .must("type", Shapes.ANY)
          .must("audio", Shapes.string(InputBuffer.MAX_APPEND_CHARACTERS))
          .may("transcript", TEXT.orNull());
  private static final Shape INPUT_IMAGE =
      new Fields()
          .must("type", Shapes.ANY)
          .must("image_url", TEXT)
          .may("detail", Shapes.oneOf("auto", "low", "high"));

  private static final Shape MESSAGE =
      Shapes.byField(
          "role",
          Map.of(
              "system", message(Map.of("input_text", INPUT_TEXT)),
              "user",
                  message(
                      Map.of(
                          "input_text", INPUT_TEXT,
                          "input_audio", INPUT_AUDIO,
                          "input_image", INPUT_IMAGE)),
              "assistant", message(Map.of("output_text", INPUT_TEXT))));

  private static final Shape CALL =
      item().must("call_id", ID).must("name", Shapes.string(64)).must("arguments", TEXT);

  private static final Shape OUTPUT = item().must("call_id", ID).must("output", TEXT);

  /// An item to create.
  static final Shape CREATED =
      Shapes.byType(
          Map.of("message", MESSAGE, "function_call", CALL, "function_call_output", OUTPUT));

  /// An item of a response's own input.
  static final Shape INPUT =
      Shapes.byType(
          Map.of(
              "message",
              MESSAGE,
              "function_call",
              CALL,
              "function_call_output",
              OUTPUT,
              "item_reference",
              new Fields().must("type", Shapes.ANY).must("id", ID)));

  private ItemShape() {}

  private static Fields item() {
    return new Fields()
        .must("type", Shapes.ANY)
        .may("id", ID)
        .may("object", Shapes.oneOf("realtime.item"))
        .may("status", Shapes.oneOf("completed", "incomplete", "in_progress"));
  }

  private static Shape message(Map<String, Shape> parts) {
    return item().must("role", Shapes.ANY).must("content", Shapes.list(Shapes.byType(parts), 64));
  }
}
