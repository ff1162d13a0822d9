package io.frontdesk.voice;

import io.frontdesk.call.CallMoment;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.conversation.Unfinished;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.event.ApplicationEventPublisher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whoever watches a call what is being said, as it is said, and what is being done. Of the
/// receptionist's words those that were heard; of the caller's what is understood so far.
final class Captions {
  private static final Logger LOG = LoggerFactory.getLogger(Captions.class);

  private final TenantId tenant;
  private final UUID callId;
  private final ApplicationEventPublisher<CallMoment> audience;
  private final Map<String, StringBuilder> callersWords = new HashMap<>();
  private Map<Integer, Caption> shown = new TreeMap<>();

  private record Caption(Speaker speaker, String text) {
    static final Caption NONE = new Caption(Speaker.SYSTEM, "");
  }

  Captions(TenantId tenant, UUID callId, ApplicationEventPublisher<CallMoment> audience) {
    this.tenant = tenant;
    this.callId = callId;
    this.audience = audience;
  }

  /// More words of the caller's are understood.
  void callerSaid(String itemId, String words) {
    callersWords.computeIfAbsent(itemId, _ -> new StringBuilder()).append(words);
  }

  /// A turn goes into the record, which will show it from now on.
  void stored(int index) {
    shown.remove(index);
  }

  /// Shows what has changed in what is being said.
  void show(List<Unfinished> turns, Playback playback) {
    if (turns.isEmpty() && shown.isEmpty()) {
      return;
    }
    var now = new TreeMap<Integer, Caption>();
    for (Unfinished turn : turns) {
      now.put(turn.index(), new Caption(turn.speaker(), words(turn, playback)));
    }
    callersWords.keySet().retainAll(turns.stream().map(Unfinished::itemId).toList());
    now.forEach(
        (index, caption) -> {
          if (!caption.equals(shown.get(index))) {
            tell(index, caption);
          }
        });
    shown.keySet().stream()
        .filter(index -> !now.containsKey(index))
        .forEach(index -> tell(index, Caption.NONE));
    shown = now;
  }

  void toolStarted(String tool) {
    publish(new CallMoment.ToolStarted(tenant, callId, tool));
  }

  void toolFinished(ToolCall done) {
    publish(
        new CallMoment.ToolFinished(
            tenant, callId, done.tool(), done.output().path("ok").asBoolean()));
  }

  void over() {
    publish(new CallMoment.LineClosed(tenant, callId));
  }

  private String words(Unfinished turn, Playback playback) {
    String known = turn.words();
    if (known != null) {
      return known;
    }
    return turn.speaker() == Speaker.CALLER
        ? String.valueOf(callersWords.getOrDefault(turn.itemId(), new StringBuilder()))
        : playback.heardWords(turn.itemId());
  }

  private void tell(int index, Caption caption) {
    publish(new CallMoment.Speaking(tenant, callId, index, caption.speaker(), caption.text()));
  }

  /// Whatever the audience does: the call goes on.
  private void publish(CallMoment moment) {
    try {
      audience.publishEvent(moment);
    } catch (RuntimeException e) {
      LOG.warn("Nobody was told what happens on call {}", callId, e);
    }
  }
}
