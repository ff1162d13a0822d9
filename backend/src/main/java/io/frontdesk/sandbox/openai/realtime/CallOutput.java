package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/// Calls a function: streams its arguments.
final class CallOutput implements Output {
  private static final int PIECE_CHARACTERS = 24;

  private final Outgoing out;
  private final String responseId;
  private final String arguments;
  private final boolean whole;
  private final String name;
  private final Item item;

  CallOutput(Outgoing out, String responseId, String name, String arguments, int maxTokens) {
    this.out = out;
    this.responseId = responseId;
    this.name = name;
    this.whole = Tokens.ofText(arguments).total() <= maxTokens;
    this.arguments =
        whole ? arguments : arguments.substring(0, maxTokens * Tokens.CHARACTERS_PER_TOKEN);
    this.item = Item.called(Ids.next("item"), Ids.next("call"), name);
  }

  @Override
  public Item item() {
    return item;
  }

  @Override
  public void begin(Finished finished) {
    for (int at = 0; at < arguments.length(); at += PIECE_CHARACTERS) {
      String piece = arguments.substring(at, Math.min(arguments.length(), at + PIECE_CHARACTERS));
      send("response.function_call_arguments.delta", event -> event.put("delta", piece));
    }
    item.calls(arguments);
    finished.finished(whole);
  }

  @Override
  public void cut() {}

  @Override
  public void close() {
    send(
        "response.function_call_arguments.done",
        event -> event.put("name", name).put("arguments", arguments));
  }

  @Override
  public Tokens tokens() {
    return Tokens.ofText(arguments).plus(Tokens.ofText(name));
  }

  private void send(String type, Consumer<ObjectNode> fields) {
    out.send(
        type,
        event -> {
          event.put("response_id", responseId).put("item_id", item.id());
          event.put("output_index", 0).put("call_id", item.callId());
          fields.accept(event);
        });
  }
}
