package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/// Writes something, all at once.
final class WrittenOutput implements Output {
  private final Outgoing out;
  private final String responseId;
  private final String text;
  private final boolean whole;
  private final Item item = Item.spoken(Ids.next("item"));

  WrittenOutput(Outgoing out, String responseId, String text, int maxTokens) {
    this.out = out;
    this.responseId = responseId;
    this.whole = Tokens.ofText(text).total() <= maxTokens;
    this.text = whole ? text : text.substring(0, maxTokens * Tokens.CHARACTERS_PER_TOKEN);
  }

  @Override
  public Item item() {
    return item;
  }

  @Override
  public void begin(Finished finished) {
    send("response.content_part.added", event -> event.set("part", part("")));
    item.writes(text);
    send("response.output_text.delta", event -> event.put("delta", text));
    finished.finished(whole);
  }

  @Override
  public void cut() {}

  @Override
  public void close() {
    send("response.output_text.done", event -> event.put("text", text));
    send("response.content_part.done", event -> event.set("part", part(text)));
  }

  @Override
  public Tokens tokens() {
    return Tokens.ofText(text);
  }

  private static ObjectNode part(String text) {
    return JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text);
  }

  private void send(String type, Consumer<ObjectNode> fields) {
    out.send(
        type,
        event -> {
          event.put("response_id", responseId).put("item_id", item.id());
          event.put("output_index", 0).put("content_index", 0);
          fields.accept(event);
        });
  }
}
