package io.frontdesk.sandbox.openai.mind;

import static io.frontdesk.sandbox.openai.mind.Bakery.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.sandbox.openai.mind.Message.Note;
import io.frontdesk.sandbox.openai.mind.Message.Said;
import org.junit.jupiter.api.Test;

/// How the model understands callers, and what was not heard.
class UnderstandingTest {
  private final Talk talk = Bakery.talk();

  @Test
  void saysItAgainIfTheCallerDidNotHear() {
    talk.hears("I want to order a cake.");

    assertThat(talk.hears("Sorry, could you say that again?")).isEqualTo("May I have your name?");
    assertThat(talk.hears("Ann.")).endsWith("Which cake would you like?");
  }

  @Test
  void doesNotInsistForEver() {
    talk.hears("I want to order a cake.");

    assertThat(talk.hears("Yes.")).isEqualTo("Sorry, I did not catch that. May I have your name?");
    assertThat(talk.hears("Yes.")).isEqualTo("Which cake would you like?");
  }

  @Test
  void asksAgainForWhatItDidNotHear() {
    talk.hears("I want to order a cake.");

    assertThat(talk.hears("")).isEqualTo("Sorry, I did not catch that. May I have your name?");
    assertThat(talk.hears("An\uFFFD Lee"))
        .isEqualTo("Sorry, I did not catch that. May I have your name?");
    assertThat(talk.hears("Ann.")).endsWith("Which cake would you like?");
  }

  @Test
  void forgetsAQuestionThatTheCallerDidNotHear() {
    talk.hears("I want to order a cake.");
    talk.cutAt("Of course. May");

    assertThat(talk.hears("Sorry, the line was bad.")).isEqualTo("May I have your name?");
  }

  @Test
  void takesAQuestionForHeardIfMostOfItWas() {
    talk.hears("I want to order a cake.");
    talk.cutAt("Of course. May I have your na");

    assertThat(talk.hears("Ann.")).endsWith("Which cake would you like?");
  }

  @Test
  void keepsItsQuestionWhenTheServicePutsWordsIn() {
    talk.hears("I want to order a cake.");
    talk.toldTo("Say exactly: Are you still there?");

    assertThat(talk.hears("Yes, I'm here."))
        .isEqualTo("Sorry, I did not catch that. May I have your name?");
    assertThat(talk.hears("Ann.")).endsWith("Which cake would you like?");
  }

  @Test
  void knowsWhichNumberThisNumberIs() {
    Tool ring = Talk.tool("ring_back", "Rings back", "\"phone\": {\"type\": \"string\"}", "phone");
    Talk ringing = new Talk("The caller rings from: caller +4315550100.", ring);
    ringing.hears("Please ring me back.");

    assertThat(ringing.does("This number is fine."))
        .isEqualTo("ring_back {\"phone\":\"+4315550100\"}");
  }

  @Test
  void lowAndHighAreTheEndsOfAScale() {
    Talk urgency = new Talk("", MESSAGE);
    urgency.hears("Take a message.");
    urgency.hears("Ann.");
    urgency.hears("I was here.");

    assertThat(urgency.does("It is not urgent."))
        .isEqualTo("take_message {\"name\":\"Ann\",\"text\":\"I was here\",\"urgency\":\"low\"}");
    urgency.learns("{\"ok\":false,\"say\":\"Really?\",\"argument\":\"urgency\"}");
    assertThat(urgency.does("Well, yes, it is urgent.")).contains("\"urgency\":\"high\"");
  }

  @Test
  void doesNotAskWhatTheCallerHasJustTold() {
    Talk repair = new Talk("- issue: What needs fixing?\n- address: Where is it?", MESSAGE);

    assertThat(repair.hears("My kitchen sink leaks, can somebody fix it soon? A message, please."))
        .isEqualTo("Of course. Where is it?");
    assertThat(new Talk("- issue: What needs fixing?", MESSAGE).hears("Take a message."))
        .isEqualTo("Of course. What needs fixing?");
  }

  @Test
  void saysGivenWordsVerbatim() {
    assertThat(talk.toldTo("Say exactly: One moment; I am looking it up."))
        .isEqualTo("One moment; I am looking it up.");
    assertThat(talk.toldTo("Greet the caller with exactly: \"Bakery, hello!\" Then wait."))
        .isEqualTo("Bakery, hello!");
  }

  @Test
  void doesNotGreetTwice() {
    talk.with(new Said("Bakery, good morning, how can I help?"));

    assertThat(talk.hears("A cake, please.")).isEqualTo("Of course. May I have your name?");
  }

  @Test
  void greetsAsTheSessionWantsIt() {
    Talk greeting = new Talk("Greet the caller with exactly: Ann's bakery.\nBe kind.");

    assertThat(greeting.says()).isEqualTo("Ann's bakery.");
  }

  @Test
  void readsTypedWordsAndNotes() {
    Talk typed =
        new Talk(
            "",
            Talk.tool(
                "call_back",
                "Rings the caller back",
                "\"phone\": {\"type\": \"string\", \"description\": \"Phone number\"}"));
    typed.with(new Note("Caller is +4315550199, a customer"));

    assertThat(typed.does("Please ring me back."))
        .isEqualTo("call_back {\"phone\":\"+4315550199\"}");
  }
}
