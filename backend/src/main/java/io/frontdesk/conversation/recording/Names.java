package io.frontdesk.conversation.recording;

import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.Effect;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What events and effects are called in logs. A name once given stays, whatever its class is
/// called: logs are read for as long as calls are kept.
final class Names {
  private static final Map<Class<? extends ConversationEvent>, String> EVENTS =
      Map.ofEntries(
          Map.entry(ConversationEvent.StreamStarted.class, "stream_started"),
          Map.entry(ConversationEvent.ModelReady.class, "model_ready"),
          Map.entry(ConversationEvent.CallerStartedSpeaking.class, "caller_started_speaking"),
          Map.entry(ConversationEvent.CallerInsists.class, "caller_insists"),
          Map.entry(ConversationEvent.CallerStoppedSpeaking.class, "caller_stopped_speaking"),
          Map.entry(ConversationEvent.CallerTurnEnded.class, "caller_turn_ended"),
          Map.entry(ConversationEvent.CallerTranscribed.class, "caller_transcribed"),
          Map.entry(ConversationEvent.CallerNotTranscribed.class, "caller_not_transcribed"),
          Map.entry(ConversationEvent.KeyPressed.class, "key_pressed"),
          Map.entry(ConversationEvent.ResponseStarted.class, "response_started"),
          Map.entry(ConversationEvent.ResponseRefused.class, "response_refused"),
          Map.entry(ConversationEvent.ResponseEnded.class, "response_ended"),
          Map.entry(ConversationEvent.SpeechStarted.class, "speech_started"),
          Map.entry(ConversationEvent.SpeechHeard.class, "speech_heard"),
          Map.entry(ConversationEvent.SpeechCut.class, "speech_cut"),
          Map.entry(ConversationEvent.ToolFinished.class, "tool_finished"),
          Map.entry(ConversationEvent.AskedToSay.class, "asked_to_say"),
          Map.entry(ConversationEvent.Alarmed.class, "alarmed"),
          Map.entry(ConversationEvent.BudgetSpent.class, "budget_spent"),
          Map.entry(ConversationEvent.ClockRead.class, "clock_read"),
          Map.entry(ConversationEvent.FunctionCallBegun.class, "function_call_begun"),
          Map.entry(ConversationEvent.ModelFailed.class, "model_failed"),
          Map.entry(ConversationEvent.StreamEnded.class, "stream_ended"),
          Map.entry(ConversationEvent.TimePassed.class, "time_passed"));

  private static final Map<Class<? extends Effect>, String> EFFECTS =
      Map.ofEntries(
          Map.entry(Effect.PlayGreeting.class, "play_greeting"),
          Map.entry(Effect.AskToHold.class, "ask_to_hold"),
          Map.entry(Effect.TellModel.class, "tell_model"),
          Map.entry(Effect.TellModelHeard.class, "tell_model_heard"),
          Map.entry(Effect.ReadClock.class, "read_clock"),
          Map.entry(Effect.Speak.class, "speak"),
          Map.entry(Effect.RunTool.class, "run_tool"),
          Map.entry(Effect.AnswerTool.class, "answer_tool"),
          Map.entry(Effect.FallSilent.class, "fall_silent"),
          Map.entry(Effect.LetModelYield.class, "let_model_yield"),
          Map.entry(Effect.StoreTurn.class, "store_turn"),
          Map.entry(Effect.FinishCallerTurn.class, "finish_caller_turn"),
          Map.entry(Effect.HangUp.class, "hang_up"),
          Map.entry(Effect.HandOver.class, "hand_over"),
          Map.entry(Effect.FallBack.class, "fall_back"),
          Map.entry(Effect.Close.class, "close"));

  private static final Map<String, Class<? extends ConversationEvent>> BY_NAME =
      EVENTS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  static {
    expectAll(ConversationEvent.class, EVENTS.keySet());
    expectAll(Effect.class, EFFECTS.keySet());
  }

  private Names() {}

  static String of(ConversationEvent event) {
    return named(EVENTS, event.getClass());
  }

  static String of(Effect effect) {
    return named(EFFECTS, effect.getClass());
  }

  /// The events that have this name; null if none has, any more or yet.
  static @Nullable Class<? extends ConversationEvent> event(String name) {
    return BY_NAME.get(name);
  }

  private static <T> String named(Map<Class<? extends T>, String> names, Class<? extends T> type) {
    return Optional.ofNullable(names.get(type)).orElseThrow();
  }

  private static void expectAll(Class<?> sealed, Set<? extends Class<?>> named) {
    Set<Class<?>> all = Set.of(sealed.getPermittedSubclasses());
    if (!all.equals(named)) {
      throw new IllegalStateException("name each of " + all + " in the log");
    }
  }
}
