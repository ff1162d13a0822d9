package io.frontdesk.conversation;

import io.frontdesk.call.Speaker;
import io.frontdesk.conversation.ResponseGate.Purpose;
import io.frontdesk.conversation.ResponseGate.Wish;
import io.frontdesk.conversation.State.Model;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What follows from what the caller does.
final class CallerRules {
  private static final int MOST_KEYS = 64;

  private static final String NOISE =
      "[That was a noise: the caller said nothing. Go on from where you were cut off.]";

  private final Draft draft;

  CallerRules(Draft draft) {
    this.draft = draft;
  }

  /// Whoever speaks into silence has the floor at once; whoever speaks over the receptionist must
  /// go on for a while, unless the model is to judge that.
  void startedSpeaking(String itemId) {
    draft.floor = draft.floor.taken(itemId, draft.now);
    if (draft.ending != null) {
      draft.ending = draft.ending.hearing(itemId);
    }
    draft.gate = draft.gate.without(Purpose.SILENCE).without(Purpose.RESUMPTION);
    draft.overlap = draft.overlap.undoubted();
    draft.waiting = draft.waiting.over();
    if (draft.limits.isModelsOwn() || !draft.transcript.isReceptionistAnswering()) {
      insists(itemId);
    }
  }

  void insists(String itemId) {
    boolean news = itemId.equals(draft.floor.callerItem()) && !draft.floor.insists();
    if (!news) {
      return;
    }
    draft.floor = draft.floor.demanded();
    giveWay();
    hasMoreToSay();
  }

  /// Falls silent, unless what is being said is to be heard to its end.
  void giveWay() {
    String item = draft.floor.callerItem();
    if (item == null || draft.isGuarded()) {
      return;
    }
    boolean ours = !draft.limits.isModelsOwn();
    if (ours && draft.transcript.isReceptionistAnswering()) {
      boolean allWasMade = draft.gate.running() == null;
      draft.overlap = draft.overlap.interruptedBy(item, allWasMade, draft.ending);
    }
    draft.fallSilent(ours || !draft.modelMayYield);
  }

  void stoppedSpeaking(String itemId) {
    draft.floor = draft.floor.given(itemId, draft.now);
  }

  void turnEnded(String itemId) {
    Instant since = draft.floor.callerSince();
    draft.transcript =
        draft.transcript.callerSpoke(itemId, since == null ? draft.now : since, draft.now);
    if (draft.line.isLeft()) {
      draft.floor = Floor.FREE;
    } else if (draft.limits.isModelsOwn()) {
      draft.floor = draft.floor.replyDue(draft.now);
      replyAfterWhatIsGuarded();
    } else {
      boolean insisted = draft.floor.insists();
      draft.floor = draft.floor.free();
      answer(itemId, insisted, since == null ? draft.now : since);
    }
  }

  /// A model that answers by itself does not while it is making an answer that it must not stop.
  private void replyAfterWhatIsGuarded() {
    if (!draft.modelMayYield && draft.gate.running() != null) {
      draft.floor = draft.floor.free();
      reply();
    }
  }

  /// Answers a turn, unless nobody may have said anything.
  private void answer(String itemId, boolean insisted, Instant since) {
    boolean brief = Duration.between(since, draft.now).compareTo(draft.limits.doubt()) < 0;
    if (draft.overlap.isBy(itemId) && brief) {
      draft.overlap = draft.overlap.doubted(draft.now);
    } else if (!insisted && draft.transcript.isReceptionistAnswering()) {
      draft.overlap = draft.overlap.withAside(itemId);
    } else {
      reply();
    }
  }

  /// Lets the model answer what the caller said.
  void reply() {
    draft.overlap = draft.overlap.answered();
    draft.wish(new Wish(Purpose.REPLY, null));
  }

  /// Goes on with what was not heard, for nobody had said anything; but only once.
  private void goOn() {
    Overlap then = draft.overlap;
    if (then.resumed()) {
      reply();
      return;
    }
    draft.overlap = then.goingOn();
    if (then.ending() != null) {
      draft.takeLeave(then.ending().reason());
    }
    boolean known = then.whole() && !then.unheard().isEmpty();
    if (!known) {
      draft.effect(new Effect.TellModel(Speaker.SYSTEM, NOISE, null));
    }
    draft.wish(new Wish(Purpose.RESUMPTION, known ? then.unheard() : null));
  }

  /// @param text null if it will never be known
  void transcribed(String itemId, @Nullable String text) {
    boolean doubted = draft.overlap.isDoubted(itemId);
    boolean aside = draft.overlap.isAside(itemId);
    boolean nothing = text == null || text.isBlank();
    draft.transcript = draft.transcript.transcribed(itemId, doubted && nothing ? "" : text);
    boolean said = text == null ? !doubted && !aside : !text.isBlank();
    if (said) {
      draft.silence = draft.silence.forgotten();
    }
    boolean now = draft.ending != null && draft.ending.meanwhile().contains(itemId);
    if (now && text != null && !Acknowledgement.isAllOf(text)) {
      draft.callOffHandover();
    }
    if (doubted && nothing) {
      goOn();
    } else if (doubted) {
      reply();
    } else if (aside) {
      draft.overlap = draft.overlap.keeping(other -> !other.equals(itemId));
      if (text != null && !Acknowledgement.isAllOf(text)) {
        hasMoreToSay();
        reply();
      }
    }
  }

  void pressed(char key) {
    if (!draft.line.isOpen() || draft.keypad.keys().length() >= MOST_KEYS) {
      return;
    }
    if (!draft.isGuarded()) {
      draft.fallSilent(true);
    }
    draft.overlap = draft.overlap.answered();
    hasMoreToSay();
    draft.callOffHandover();
    draft.silence = draft.silence.forgotten();
    draft.waiting = draft.waiting.over();
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
      case CALLER_HUNG_UP, TIME_LIMIT, MODEL_FAILED, HANDED_OVER -> {}
    }
  }
}
