package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.Speaker;
import io.frontdesk.conversation.ConversationEvent.CallerInsists;
import io.frontdesk.conversation.ConversationEvent.CallerStartedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerStoppedSpeaking;
import io.frontdesk.conversation.ConversationEvent.CallerTranscribed;
import io.frontdesk.conversation.ConversationEvent.CallerTurnEnded;
import io.frontdesk.conversation.ConversationEvent.KeyPressed;
import io.frontdesk.conversation.ConversationEvent.SpeechHeard;
import io.frontdesk.conversation.ConversationEvent.SpeechStarted;
import io.frontdesk.conversation.ConversationEvent.StreamEnded;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.Effect.Close;
import io.frontdesk.conversation.Effect.HandOver;
import io.frontdesk.conversation.Effect.HangUp;
import io.frontdesk.conversation.Effect.TellModel;
import org.junit.jupiter.api.Test;

/// The receptionist hands a caller over: not before they have heard so, and not against their will.
class HandingOverTest {
  private static final FunctionCall TRANSFER = new FunctionCall("c1", "transfer_call", "{}");
  private static final String SAYS = "One moment, I will connect you with Sam.";
  private final Talk talk = Talk.withAPatientReceptionist();

  @Test
  void theLineIsSomebodyElsesOnceTheCallerHasHeardIt() {
    announces();
    assertThat(talk.all()).noneMatch(HandOver.class::isInstance);

    assertThat(talk.on(new SpeechHeard("a2", SAYS))).contains(new HandOver());
    assertThat(talk.on(new StreamEnded())).endsWith(new Close(EndReason.HANDED_OVER));
    assertThat(talk.all()).noneMatch(HangUp.class::isInstance);
  }

  @Test
  void whatTheyHadSaidBeforeIsNoObjectionHoweverLateItIsWrittenDown() {
    announces(false);
    talk.on(new CallerTranscribed("u1", "I want to talk to a person."));

    assertThat(talk.on(new SpeechHeard("a2", SAYS))).contains(new HandOver());
  }

  @Test
  void whoeverSaysThankYouMeanwhileIsHandedOverAllTheSame() {
    announces();
    saysOverIt("Okay, thank you.");

    assertThat(talk.on(new SpeechHeard("a2", SAYS))).contains(new HandOver());
  }

  @Test
  void whoeverWantsSomethingElseStays() {
    announces();
    saysOverIt("No, wait, just take a message.");

    assertThat(talk.on(new SpeechHeard("a2", SAYS))).noneMatch(HandOver.class::isInstance);
    assertThat(talk.all())
        .anyMatch(
            effect ->
                effect instanceof TellModel told
                    && told.speaker() == Speaker.SYSTEM
                    && told.text().contains("still with you"));
    talk.follows("resp_3");
    talk.receptionistSays("resp_3", "a3", "Of course. What shall I write down?");
    assertThat(talk.pass(5)).noneMatch(HandOver.class::isInstance);
  }

  @Test
  void whoeverPressesAKeyStays() {
    announces();
    talk.on(new KeyPressed('0'));

    assertThat(talk.on(new SpeechHeard("a2", SAYS))).noneMatch(HandOver.class::isInstance);
  }

  @Test
  void whoeverIsHandedOverWhenTimeIsUpIsHandedOver() {
    announces();

    assertThat(talk.on(new ConversationEvent.BudgetSpent())).isEmpty();
    assertThat(talk.pass(20)).containsExactly(new HandOver());
  }

  @Test
  void whoeverHangsUpMeanwhileHasHungUp() {
    announces();

    assertThat(talk.on(new StreamEnded())).endsWith(new Close(EndReason.CALLER_HUNG_UP));
  }

  @Test
  void whereTheSentenceIsNotHeardInTimeTheCallerIsHandedOverWithoutIt() {
    announces();

    assertThat(talk.pass(30)).contains(new HandOver());
  }

  /// The model has the call handed over, and begins to say so.
  private void announces() {
    announces(true);
  }

  private void announces(boolean written) {
    talk.on(new SpeechHeard(Conversation.GREETING, "Acme, hello!"));
    talk.on(new CallerStartedSpeaking("u1"));
    talk.on(new CallerStoppedSpeaking("u1"));
    talk.on(new CallerTurnEnded("u1"));
    if (written) {
      talk.on(new CallerTranscribed("u1", "I want to talk to a person."));
    }
    talk.follows("resp_1");
    talk.completes("resp_1", TRANSFER);
    talk.on(new ToolFinished(Talk.done(TRANSFER), false, true, true));
    talk.follows("resp_2");
    talk.on(new SpeechStarted("a2"));
    talk.completes("resp_2");
  }

  private void saysOverIt(String words) {
    talk.on(new CallerStartedSpeaking("u2"));
    boolean brief = words.startsWith("Okay");
    if (!brief) {
      talk.on(new CallerInsists("u2"));
    }
    talk.on(new CallerStoppedSpeaking("u2"));
    talk.on(new CallerTurnEnded("u2"));
    talk.on(new CallerTranscribed("u2", words));
  }
}
