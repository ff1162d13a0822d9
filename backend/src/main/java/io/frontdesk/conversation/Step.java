package io.frontdesk.conversation;

import java.util.List;

/// What an event leads to.
/// @param effects to be carried out in this order
public record Step(Conversation next, List<Effect> effects) {
  /// A step whose effects nobody can change.
  public Step {
    effects = List.copyOf(effects);
  }
}
