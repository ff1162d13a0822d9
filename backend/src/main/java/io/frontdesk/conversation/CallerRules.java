package io.frontdesk.conversation;

import io.frontdesk.call.Speaker;
import io.frontdesk.conversation.ResponseGate.Purpose;
import io.frontdesk.conversation.ResponseGate.Wish;
import io.frontdesk.conversation.State.Model;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What follows from what the caller does.
final class CallerRules {
  private static final int MOST_KEYS = 64;

  private final Draft draft;

  CallerRules(Draft draft) {
    this.draft = draft;
  }

  void startedSpeaking(String itemId) {
    draft.floor = draft.floor.taken(itemId, draft.now);
    draft.gate = draft.gate.without(Purpose.SILENCE);
    draft.fallSilent(false);
    hasMoreToSay();
  }

  void stoppedSpeaking(String itemId) {
    draft.floor = draft.floor.given(itemId, draft.now);
  }

  void turnEnded(String itemId) {
    Instant since = draft.floor.callerSince();
    draft.transcript =
        draft.transcript.callerSpoke(itemId, since == null ? draft.now : since, draft.now);
    draft.floor = draft.line.isLeft() ? Floor.FREE : draft.floor.replyDue(draft.now);
  }

  /// @param text null if it will never be known
  void transcribed(String itemId, @Nullable String text) {
    draft.transcript = draft.transcript.transcribed(itemId, text);
    if (text == null || !text.isBlank()) {
      draft.silence = draft.silence.forgotten();
    }
  }

  void pressed(char key) {
    if (!draft.line.isOpen() || draft.keypad.keys().length() >= MOST_KEYS) {
      return;
    }
    draft.fallSilent(true);
    hasMoreToSay();
    draft.silence = draft.silence.forgotten();
    draft.keypad = draft.keypad.pressed(key, draft.now);
    if (draft.keypad.isComplete()) {
      enterKeys();
    }
  }

  /// Takes the keys pressed so far for all of a number.
  void enterKeys() {
    String keys = draft.keypad.keys();
    if (keys.isEmpty()) {
      return;
    }
    draft.keypad = Keypad.EMPTY;
    draft.transcript = draft.transcript.callerKeyed(keys, draft.now);
    if (draft.model == Model.READY) {
      String told = "[The caller pressed these keys on the telephone: " + keys + "]";
      draft.effect(new Effect.TellModel(Speaker.CALLER, told, null));
      draft.wish(new Wish(Purpose.KEYS, null));
    }
  }

  /// Somebody who speaks up during the goodbye has more to say; only a call that is too long ends
  /// all the same.
  private void hasMoreToSay() {
    Ending ending = draft.ending;
    if (ending == null || draft.line.isLeft()) {
      return;
    }
    switch (ending.reason()) {
      case SILENCE -> {
        draft.ending = null;
        draft.gate = draft.gate.without(Purpose.GOODBYE);
      }
      case RECEPTIONIST_ENDED -> draft.ending = ending.suspend();
      case CALLER_HUNG_UP, TIME_LIMIT, MODEL_FAILED -> {}
    }
  }
}
