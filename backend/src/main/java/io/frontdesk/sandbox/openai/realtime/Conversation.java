package io.frontdesk.sandbox.openai.realtime;

import io.frontdesk.sandbox.openai.mind.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The items of a conversation in their order.
final class Conversation {
  private static final int MAX_ITEMS = 2_000;

  private final List<Item> items = new ArrayList<>();
  private final String id = Ids.next("conv");

  String id() {
    return id;
  }

  /// Puts an item at the end.
  ///
  /// @return the id of the item before it, null if it is the first
  @Nullable String add(Item item) {
    String previous = items.isEmpty() ? null : items.getLast().id();
    items.add(item);
    forgetOldest();
    return previous;
  }

  /// Puts a client's item where the client wants it.
  ///
  /// @param after the id of the item before it, `root` for the front, null for the end
  /// @return the id of the item before it, null if it is the first
  @Nullable String insert(Item item, @Nullable String after) {
    if (find(item.id()).isPresent()) {
      throw EventError.invalidValue(
          "item.id",
          "Error creating item: the item with id '%s' already exists.".formatted(item.id()));
    }
    if (item.type().equals("function_call_output") && !called(item.callId())) {
      throw new EventError(
          "invalid_tool_call_id",
          "Tool call ID '%s' not found in conversation.".formatted(item.callId()),
          null);
    }
    if (after == null) {
      return add(item);
    }
    int at = after.equals("root") ? 0 : items.indexOf(require(after, "create")) + 1;
    items.add(at, item);
    forgetOldest();
    return at == 0 ? null : items.get(at - 1).id();
  }

  void delete(String itemId) {
    items.remove(require(itemId, "delete"));
  }

  /// The item of this id.
  ///
  /// @param intent what it is wanted for, part of the error's code
  Item require(String itemId, String intent) {
    return find(itemId)
        .orElseThrow(
            () ->
                new EventError(
                    "item_" + intent + "_invalid_item_id",
                    "Item with item_id '%s' not found.".formatted(itemId),
                    "item_id"));
  }

  private Optional<Item> find(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  private boolean called(String callId) {
    return items.stream()
        .anyMatch(item -> item.type().equals("function_call") && item.callId().equals(callId));
  }

  private void forgetOldest() {
    if (items.size() > MAX_ITEMS) {
      items.removeFirst();
    }
  }

  /// Forgets the oldest items when all of them are more than so many tokens, until they are no more
  /// than this part of that.
  void shorten(long mostTokens, double retained) {
    long tokens = items.stream().mapToLong(item -> item.tokens().total()).sum();
    if (tokens <= mostTokens) {
      return;
    }
    while (!items.isEmpty() && tokens > mostTokens * retained) {
      tokens -= items.removeFirst().tokens().total();
    }
  }

  /// The id of the item before this one, null if it is the first or gone.
  @Nullable String before(Item item) {
    int at = items.indexOf(item);
    return at <= 0 ? null : items.get(at - 1).id();
  }

  /// A copy of the list.
  List<Item> items() {
    return List.copyOf(items);
  }

  static List<Message> messages(List<Item> items) {
    return items.stream().map(Item::message).toList();
  }
}
