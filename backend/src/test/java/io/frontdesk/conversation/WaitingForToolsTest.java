package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.conversation.ConversationEvent.CallerStartedSpeaking;
import io.frontdesk.conversation.ConversationEvent.SpeechHeard;
import io.frontdesk.conversation.ConversationEvent.SpeechStarted;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.Effect.AnswerTool;
import io.frontdesk.conversation.Effect.Speak;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What a caller hears while a tool works.
class WaitingForToolsTest {
  private static final FunctionCall BOOK = new FunctionCall("c1", "schedule_appointment", "{}");
  private static final ToolFinished BOOKED = new ToolFinished(Talk.done(BOOK), false);

  private final Talk talk = Talk.afterTheGreeting();

  @Test
  void aCallerIsAskedOnceToWaitForAToolThatTakesItsTime() {
    asksForTheTool();

    assertThat(talk.pass(Duration.ofMillis(1499))).isEmpty();
    assertThat(talk.pass(Duration.ofMillis(1)))
        .containsExactly(new Speak("r1", "One moment, please."));
    talk.follows("resp_2");
    talk.receptionistSays("resp_2", "a2", "One moment, please.");
    assertThat(talk.pass(6)).isEmpty();
    assertThat(talk.on(BOOKED))
        .containsExactly(new AnswerTool(BOOKED.call()), new Speak("r2", null));
  }

  @Test
  void whatCameOfAToolWaitsForTheEndOfTheExcuse() {
    asksForTheTool();
    talk.pass(2);
    talk.follows("resp_2");
    talk.on(new SpeechStarted("a2"));

    assertThat(talk.on(BOOKED)).containsExactly(new AnswerTool(BOOKED.call()));
    assertThat(talk.completes("resp_2")).containsExactly(new Speak("r2", null));
  }

  @Test
  void aQuickToolNeedsNoExcuse() {
    asksForTheTool();
    talk.pass(1);

    assertThat(talk.on(BOOKED)).contains(new Speak("r1", null));
    talk.follows("resp_2");
    talk.receptionistSays("resp_2", "a2", "You are booked.");
    assertThat(talk.pass(6)).isEmpty();
  }

  @Test
  void timeInWhichSomebodySpeaksIsNotWaited() {
    talk.callerSays("u1", "Book me in.", "resp_1");
    talk.on(new SpeechStarted("a1"));
    talk.completes("resp_1", BOOK);

    assertThat(talk.pass(5)).isEmpty();
    talk.on(new SpeechHeard("a1", "Let me see."));
    assertThat(talk.pass(1)).isEmpty();
    talk.on(new CallerStartedSpeaking("u2"));
    assertThat(talk.pass(5)).isEmpty();
  }

  private void asksForTheTool() {
    talk.callerSays("u1", "Book me in.", "resp_1");
    talk.completes("resp_1", BOOK);
  }
}
