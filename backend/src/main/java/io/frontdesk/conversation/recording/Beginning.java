package io.frontdesk.conversation.recording;

import io.frontdesk.conversation.Conversation;
import io.frontdesk.conversation.Limits;
import io.frontdesk.conversation.Script;
import java.time.Instant;

/// All that a conversation is begun with.
///
/// @param turns how many the call had before, in conversations that ended before it did
public record Beginning(Limits limits, Script script, Instant at, int turns) {
  public Beginning(Limits limits, Script script, Instant at) {
    this(limits, script, at, 0);
  }

  public Conversation conversation() {
    return Conversation.resume(limits, script, at, turns);
  }
}
