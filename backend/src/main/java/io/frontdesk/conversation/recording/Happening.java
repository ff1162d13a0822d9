package io.frontdesk.conversation.recording;

import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.Effect;
import java.time.Instant;
import java.util.List;

/// An event that a conversation was given, and what it led to.
public record Happening(ConversationEvent event, Instant at, List<Effect> effects) {
  /// A happening whose effects nobody can change.
  public Happening {
    effects = List.copyOf(effects);
  }
}
