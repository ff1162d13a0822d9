package io.frontdesk.conversation;

import io.frontdesk.conversation.ResponseGate.Purpose;
import io.frontdesk.conversation.ResponseGate.Wish;
import io.frontdesk.conversation.State.Model;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What follows from nothing having happened for too long.
final class TimeRules {
  private final Draft draft;
  private final State state;

  TimeRules(Draft draft) {
    this.draft = draft;
    state = draft.before;
  }

  void passed() {
    if (state.line().isClosed()) {
      giveUpWaiting();
    } else if (state.line().isLeft()) {
      if (isDue(state.lineGivenUp())) {
        draft.line = draft.line.closed(draft.now);
      }
    } else {
      watchTheModel();
      draft.transcript = draft.transcript.withoutWordsDue(draft.limits.words(), draft.now);
      draft.overlap = draft.overlap.keeping(draft.transcript::awaitsWordsOf);
      if (isDue(state.doubtDue())) {
        new CallerRules(draft).reply();
      }
      if (isDue(state.excuseDue())) {
        draft.tools = draft.tools.excuse();
        draft.wish(new Wish(Purpose.EXCUSE, draft.script.oneMoment()));
      }
      if (isDue(state.keysDue())) {
        new CallerRules(draft).enterKeys();
      }
      watchTheClock();
    }
  }

  /// Expects nothing more of a model or a tool that is too slow for a line that is closed.
  private void giveUpWaiting() {
    if (isDue(state.wordsGivenUp())) {
      draft.model = Model.GONE;
    }
    if (isDue(state.toolsGivenUp())) {
      draft.tools = draft.tools.givenUp();
    }
  }

  private void watchTheModel() {
    if (isDue(state.modelDue())) {
      draft.fail("model_not_ready");
    } else if (isDue(state.firstWordDue())) {
      draft.fail("no_first_word");
    } else if (isDue(state.holdDue())) {
      askToHold();
    } else if (isDue(state.answerDue())) {
      draft.fail("no_answer");
    } else if (isDue(state.responseDue())) {
      draft.fail("answer_not_complete");
    } else if (isDue(state.replyDue())) {
      askForReply();
    }
  }

  /// Once. A model that has not even begun to answer may not know that it should.
  private void askToHold() {
    if (state.waiting().held()) {
      draft.fail("no_answer");
      return;
    }
    draft.waiting = draft.waiting.asked(draft.now);
    draft.effect(new Effect.AskToHold(Conversation.toHold(draft.waiting.asks())));
    if (state.floor().replyDueSince() != null) {
      askForReply();
    }
  }

  private void askForReply() {
    draft.floor = draft.floor.replying();
    draft.wish(new Wish(Purpose.REPLY, null));
  }

  private void watchTheClock() {
    if (draft.line.isLeft()) {
      return;
    }
    if (isDue(state.clockDue())) {
      draft.clockUntil = null;
      draft.effect(new Effect.ReadClock());
    }
    if (isDue(state.goodbyeDue()) && draft.ending != null) {
      draft.hangUp(draft.ending.reason());
    } else if (isDue(state.callDue())) {
      draft.timeIsUp();
    } else if (isDue(state.silenceDue())) {
      breakTheSilence();
    }
  }

  private void breakTheSilence() {
    if (draft.ending != null) {
      draft.hangUp(draft.ending.reason());
      return;
    }
    int asked = draft.silence.asked();
    if (asked < draft.script.stillThere().size()) {
      draft.wish(new Wish(Purpose.SILENCE, draft.script.stillThere().get(asked)));
      draft.silence = draft.silence.askedAgain();
    } else {
      draft.takeLeave(EndReason.SILENCE);
      draft.wish(new Wish(Purpose.GOODBYE, draft.script.nobodyThere()));
    }
  }

  private boolean isDue(@Nullable Instant due) {
    return due != null && !due.isAfter(draft.now);
  }
}
