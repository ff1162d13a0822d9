package io.frontdesk.sandbox.caller;

import java.time.Duration;

/// Callers whom a business may know already, and those who only want to know something. The first
/// two call from the number of whoever books a visit, so that there is a visit to speak of.
final class Regulars {
  private static final String ANNA = "+12125550142";
  private static final String NUDGE = "Hello? Are you still there?";
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  private Regulars() {}

  static Scenario movesAVisit() {
    return answering(
            Scenario.script("moves_visit", "A customer moves a visit")
                .from(ANNA)
                .opens("Hi, I would like to move my appointment to another time."))
        .asked("when", "what day", "which day", "what time", "day and time", "suit", "suits")
        .says("Tomorrow at two in the afternoon.")
        .asked("would you like", "do you want")
        .says("I would like to move my appointment.")
        .otherwise("Yes, please.")
        .nudges(PATIENCE, NUDGE)
        .end();
  }

  static Scenario cancelsAVisit() {
    return answering(
            Scenario.script("cancels_visit", "A customer cancels a visit")
                .from(ANNA)
                .opens("Hi, I have to cancel my appointment."))
        .asked("would you like", "do you want")
        .says("I would like to cancel my appointment.")
        .otherwise("Yes, please.")
        .nudges(PATIENCE, NUDGE)
        .end();
  }

  static Scenario asksAboutParking() {
    return answering(
            Scenario.script("asks_a_question", "A caller asks about parking")
                .from("+12125550143")
                .opens("Hello. Do you have parking for bicycles?"))
        .otherwise("No, thank you. Goodbye.")
        .nudges(PATIENCE, NUDGE)
        .end();
  }

  /// Spells an address and hears it read back, which takes its time.
  static Scenario spellsAnAddress() {
    return answering(
            Scenario.script("spells_email", "A caller spells an e-mail address")
                .from("+12125550144")
                .opens("Hello. I would like to leave a message."))
        .asked("would you like", "do you want")
        .says("I would like to leave a message.")
        .otherwise("Yes, that is right.")
        .nudges(PATIENCE, NUDGE)
        .atMost(Duration.ofSeconds(90))
        .end();
  }

  private static Script answering(Script script) {
    return script
        .hearing("anything else", "something else")
        .says("No, thank you. Goodbye.")
        .hearing("how about {time}", "free are {time}", "free is {time}")
        .says("{time}, please.")
        .hearing("is that right")
        .says("Yes, that is right.")
        .asked("e-mail", "email")
        .says("Anna dot Miller at example dot com.")
        .asked("phone", "call you back", "reach you")
        .says("This number is fine.")
        .asked("address", "where", "street")
        .says("Twelve Oak Street.")
        .asked("name", "who is calling")
        .says("Anna Miller.")
        .asked("message", "tell", "pass on", "say")
        .says("Please call me back about my sink.")
        .asked("fix*", "problem*", "wrong", "issue*", "need*", "reason", "about", "happen*")
        .says("My kitchen sink is leaking.");
  }
}
