package io.frontdesk.conversation.recording;

import io.frontdesk.conversation.Conversation;
import io.frontdesk.conversation.Limits;
import io.frontdesk.conversation.Script;
import java.time.Instant;

/// All that a conversation is begun with.
public record Beginning(Limits limits, Script script, Instant at) {
  public Conversation conversation() {
    return Conversation.begin(limits, script, at);
  }
}
