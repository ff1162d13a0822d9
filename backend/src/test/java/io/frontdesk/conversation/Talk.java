package io.frontdesk.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Leads a conversation through a call in a time of its own.
final class Talk {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final List<Effect> all = new ArrayList<>();
  private Conversation conversation;
  private Instant now = NOON;

  Talk(Limits limits, Script script) {
    conversation = Conversation.begin(limits, script, now);
  }

  /// A call with the default limits, on which the greeting was heard and both sides are ready.
  static Talk afterTheGreeting() {
    var talk = new Talk(Limits.DEFAULT, Script.english("Acme, hello!", true));
    talk.on(new ConversationEvent.StreamStarted());
    talk.on(new ConversationEvent.SpeechStarted(Conversation.GREETING));
    talk.on(new ConversationEvent.ModelReady());
    talk.on(new ConversationEvent.SpeechHeard(Conversation.GREETING, "Acme, hello!"));
    return talk;
  }

  /// The same with a receptionist who yields to whoever has spoken for half a second.
  static Talk withAPatientReceptionist() {
    return withAPatientReceptionist(Script.english("Acme, hello!", true));
  }

  static Talk withAPatientReceptionist(Script script) {
    var limits = Limits.DEFAULT.yieldingAfter(Duration.ofMillis(500), Duration.ofMillis(500));
    var talk = new Talk(limits, script);
    talk.on(new ConversationEvent.StreamStarted());
    talk.on(new ConversationEvent.SpeechStarted(Conversation.GREETING));
    talk.on(new ConversationEvent.ModelReady());
    return talk;
  }

  /// The effects of this event.
  List<Effect> on(ConversationEvent event) {
    Step step = conversation.on(event, now);
    conversation = step.next();
    all.addAll(step.effects());
    return step.effects();
  }

  /// The effects of so much time in which nothing else happens.
  List<Effect> pass(Duration time) {
    var effects = new ArrayList<Effect>();
    Instant end = now.plus(time);
    for (Optional<Instant> due = conversation.deadline();
        due.isPresent() && !due.get().isAfter(end);
        due = conversation.deadline()) {
      now = due.get().isAfter(now) ? due.get() : now;
      effects.addAll(on(new ConversationEvent.TimePassed()));
    }
    now = end;
    return effects;
  }

  List<Effect> pass(int seconds) {
    return pass(Duration.ofSeconds(seconds));
  }

  /// The caller says something, and the model begins to answer it.
  List<Effect> callerSays(String itemId, String words, String responseId) {
    var effects = new ArrayList<Effect>();
    effects.addAll(on(new ConversationEvent.CallerStartedSpeaking(itemId)));
    effects.addAll(on(new ConversationEvent.CallerStoppedSpeaking(itemId)));
    effects.addAll(on(new ConversationEvent.CallerTurnEnded(itemId)));
    effects.addAll(on(new ConversationEvent.ResponseStarted(responseId, null)));
    effects.addAll(on(new ConversationEvent.CallerTranscribed(itemId, words)));
    return effects;
  }

  /// The model's answer is made, played and heard.
  List<Effect> receptionistSays(String responseId, String itemId, String words) {
    var effects = new ArrayList<Effect>();
    effects.addAll(on(new ConversationEvent.SpeechStarted(itemId)));
    effects.addAll(completes(responseId));
    effects.addAll(on(new ConversationEvent.SpeechHeard(itemId, words)));
    return effects;
  }

  List<Effect> completes(String responseId, FunctionCall... calls) {
    return on(
        new ConversationEvent.ResponseEnded(
            responseId, ConversationEvent.Outcome.COMPLETED, List.of(calls)));
  }

  /// The model follows our latest request.
  List<Effect> follows(String responseId) {
    return on(new ConversationEvent.ResponseStarted(responseId, lastRequest()));
  }

  String lastRequest() {
    return all.stream()
        .filter(Effect.Speak.class::isInstance)
        .map(effect -> ((Effect.Speak) effect).request())
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  List<Turn> turns() {
    return all.stream()
        .filter(Effect.StoreTurn.class::isInstance)
        .map(effect -> ((Effect.StoreTurn) effect).turn())
        .toList();
  }

  /// What a tool that does nothing gives.
  static ToolCall done(FunctionCall call) {
    var empty = JsonNodeFactory.instance.objectNode();
    return new ToolCall(call.callId(), call.name(), empty, empty);
  }

  List<Effect> all() {
    return all;
  }

  Instant now() {
    return now;
  }

  boolean isOver() {
    return conversation.isOver();
  }
}
