package io.frontdesk.voice;

import io.frontdesk.call.Speaker;
import io.frontdesk.call.Turn;
import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.Script;
import io.frontdesk.conversation.alarm.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks out, on one call, for words of the caller's from which something follows at once. Of one
/// event loop only.
final class Lookout {
  private Watch watch;
  private final List<String> said = new ArrayList<>();

  /// @param before the turns that the call has had
  Lookout(Watch watch, List<Turn> before) {
    this.watch = watch;
    said.addAll(saidIn(before));
  }

  /// What the caller said in these turns.
  static List<String> saidIn(List<Turn> turns) {
    return turns.stream().filter(turn -> turn.speaker() == Speaker.CALLER).map(Turn::text).toList();
  }

  /// What follows from what happened.
  Optional<ConversationEvent> happened(ConversationEvent event) {
    if (event instanceof ConversationEvent.ToolFinished finished) {
      Script.changed(finished.call()).ifPresent(tag -> watch = watch.speaking(tag));
    }
    if (!(event instanceof ConversationEvent.CallerTranscribed(_, String words))) {
      return Optional.empty();
    }
    Optional<ConversationEvent> follows =
        watch.hears(List.copyOf(said), words).map(ConversationEvent.Alarmed::new);
    said.add(words);
    return follows;
  }
}
