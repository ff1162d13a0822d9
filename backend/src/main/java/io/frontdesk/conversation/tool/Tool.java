package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// Something the model can do for the caller.
interface Tool {
  /// The name by which the model calls it.
  String name();

  /// When to use it and how, for the model.
  String description();

  /// What it must and may be told.
  Parameters parameters();

  /// The same as far as it differs from call to call. Asked for in a transaction of the tenant's or
  /// outside of any.
  default Parameters parameters(OnCall on) {
    return parameters();
  }

  /// Whether the model is told of it on this call; in the tenant's transaction.
  default boolean isOffered(OnCall on) {
    return true;
  }

  /// Whether the call is over once the model has said what came of it. Such a tool leaves nothing
  /// behind, so it needs no transaction.
  default boolean endsCall() {
    return false;
  }

  /// Whether, if it did what was asked of it, the line is somebody else's once the model has said
  /// so.
  default boolean handsOver() {
    return false;
  }

  /// Whether the caller must hear to its end what was done, so as to be able to object.
  default boolean isReadBack() {
    return false;
  }

  /// Whether it makes something new, so that the same arguments once more on one call are the same
  /// wish and no second one.
  default boolean makesSomething() {
    return false;
  }

  /// Whether these arguments mean something else by now than when they were told before: they are
  /// no longer the same wish.
  default boolean meansAnother(OnCall on, Arguments arguments) {
    return false;
  }

  /// The tools of which it takes back or alters what they made: the same wish of theirs after it is
  /// a new one.
  default Set<String> takesBack() {
    return Set.of();
  }

  /// Does it, in an open transaction of the tenant's, which must stay usable. What it throws undoes
  /// all.
  /// @return what the model is answered, made by [Output]
  ObjectNode run(OnCall on, Arguments arguments);
}
