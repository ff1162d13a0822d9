package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.wire.Socket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sends server events.
final class Outgoing {
  private final Socket socket;

  Outgoing(Socket socket) {
    this.socket = socket;
  }

  /// Sends an event.
  /// @param fields adds what the type alone does not say
  void send(String type, Consumer<ObjectNode> fields) {
    ObjectNode event =
        JsonNodeFactory.instance.objectNode().put("type", type).put("event_id", Ids.next("event"));
    fields.accept(event);
    socket.send(event.toString());
  }

  /// @param eventId the id of the client event at fault, null if it had none
  void error(EventError error, @Nullable String eventId) {
    send("error", event -> event.set("error", error.json(eventId)));
  }

  /// Sends that an item became part of the conversation (`added`) or is finished (`done`).
  void item(String what, @Nullable String previous, Item item) {
    send(
        "conversation.item." + what,
        event -> event.put("previous_item_id", previous).set("item", item.json()));
  }
}
