package io.frontdesk.sandbox.caller;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The callers that ship with the sandbox. They say what they would say to any business that sends
/// somebody to the house.
public final class Scenarios {
  private static final String[] ADDRESS = {"address", "where", "street", "location"};
  private static final String[] DAY_AND_TIME = {
    "when", "what day", "which day", "what time", "which time", "day and time", "suit", "suits"
  };
  private static final String[] EMAIL = {"email", "e-mail"};
  private static final String[] FREE_TIME = {
    "free are {time}",
    "free is {time}",
    "free at {time}",
    "free times are {time}",
    "free time is {time}",
    "offer you {time}",
    "how about {time}"
  };
  private static final String[] MORE = {"anything else", "something else"};
  private static final String[] NAME = {"name", "who is calling", "who am I"};
  private static final String[] NEED = {
    "fix*",
    "problem*",
    "wrong",
    "issue*",
    "service*",
    "help",
    "need*",
    "reason",
    "repair*",
    "about",
    "happen*",
    "trouble"
  };
  private static final String[] OPEN = {"what", "which", "how", "who", "where", "why"};
  private static final String[] OTHER_DAY = {"other day", "another day", "other time"};
  private static final String[] PHONE = {"phone", "number", "call you back", "reach you"};
  private static final String[] TEXT = {"message", "tell", "pass on", "say"};
  private static final String[] URGENCY = {"urgent", "emergency", "how soon"};
  private static final String[] WISH = {"would you like", "do you want", "would you prefer"};
  private static final String NOT_SURE = "I am not sure.";
  private static final String NUDGE = "Hello? Are you still there?";
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  private static final List<Scenario> SHIPPED =
      Stream.concat(
              Stream.of(
                  newLeadBooksVisit(),
                  messageAfterHours(),
                  callerInterrupts(),
                  hangsUpMidWord(),
                  saysNothing(),
                  Customers.isInDanger(),
                  Regulars.movesAVisit(),
                  Regulars.cancelsAVisit(),
                  Regulars.asksAboutParking()),
              Customers.all().stream())
          .toList();

  /// Those who take their time.
  private static final List<Scenario> PATIENT =
      List.of(asksForAPerson(), Customers.smellsGas(), Regulars.spellsAnAddress(), pressesAKey());

  private static final List<Scenario> CALLED =
      List.of(
          Scenario.script("takes_calls", "Presses a key to take the call")
              .hearing("press")
              .presses("1")
              .hearing("{anything}")
              .says("This is Sam. I will see to it.")
              .end(),
          Scenario.script("declines_calls", "Has no time for the call")
              .hearing("{anything}")
              .saysAndHangsUp("Not now, please.")
              .end(),
          Scenario.script("presses_nothing", "Picks up and does nothing")
              .answers("Hello? Hello?")
              .atMost(Duration.ofSeconds(20))
              .end(),
          Scenario.script("answering_machine", "A machine answers")
              .answers("You have reached Sam. Please leave a message after the tone.")
              .atMost(Duration.ofSeconds(60))
              .end(),
          Scenario.script("answers_the_telephone", "Says hello and hears what it is about")
              .answers("Hello? This is Sam.")
              .hearing(MORE)
              .says("No, thank you. Goodbye.")
              .hearing("good time", "a moment")
              .says("Yes, go ahead.")
              .asked(NAME)
              .says("Sam Reed.")
              .asked(DAY_AND_TIME)
              .says("Tomorrow at ten in the morning.")
              .asked(TEXT)
              .says("Please tell them that I will be there.")
              .asked(OPEN)
              .says(NOT_SURE)
              .otherwise("Yes, that is right.")
              .nudges(PATIENCE, NUDGE)
              .atMost(Duration.ofSeconds(60))
              .end(),
          Scenario.script("hangs_up_at_once", "Picks up and hangs up")
              .answersAndHangsUp("Hello?")
              .end());

  private Scenarios() {}

  /// Those who leave within 45 seconds.
  public static List<Scenario> shipped() {
    return SHIPPED;
  }

  /// Those who wait for somebody, for up to two minutes.
  public static List<Scenario> patient() {
    return PATIENT;
  }

  public static Optional<Scenario> find(String id) {
    return Stream.concat(SHIPPED.stream(), PATIENT.stream())
        .filter(scenario -> scenario.id().equals(id))
        .findFirst();
  }

  /// What people do who are called.
  public static List<Scenario> called() {
    return CALLED;
  }

  private static Scenario newLeadBooksVisit() {
    return Scenario.script("new_lead_books_visit", "A new customer books a visit")
        .from("+12125550142")
        .opens("Hi, my kitchen sink is leaking. I need an appointment.")
        .hearing(MORE)
        .says("No, thank you. Goodbye.")
        .hearing(FREE_TIME)
        .says("{time}, please.")
        .asked(OTHER_DAY)
        .says("On Wednesday at ten in the morning.")
        .asked(WISH)
        .says("I would like to book an appointment.")
        .asked(PHONE)
        .says("This number is fine.")
        .asked(ADDRESS)
        .says("Twelve Oak Street.")
        .asked(NAME)
        .says("Anna Miller.")
        .asked(DAY_AND_TIME)
        .says("Tomorrow at ten in the morning.")
        .asked(URGENCY)
        .says("It is not urgent.")
        .asked(EMAIL)
        .says("I do not have one.")
        .asked(NEED)
        .says("My kitchen sink is leaking.")
        .asked(OPEN)
        .says(NOT_SURE)
        .otherwise("Yes, please.")
        .nudges(PATIENCE, NUDGE)
        .end();
  }

  private static Scenario pressesAKey() {
    return Scenario.script("presses_a_key", "A caller presses the key that is offered first")
        .from("+12125550171")
        .hearing("press 1")
        .presses("1")
        .hearing("{anything}")
        .saysAndHangsUp("Thank you. Goodbye.")
        .atMost(Duration.ofSeconds(100))
        .end();
  }

  private static Scenario asksForAPerson() {
    return Scenario.script("asks_for_a_person", "A caller wants to talk to a person")
        .from("+12125550168")
        .opens("Hello. I would like to speak to a person, please.")
        .hearing("see to it")
        .saysAndHangsUp("Thank you. Goodbye.")
        .hearing(MORE)
        .says("No, thank you. Goodbye.")
        .hearing("nobody can take")
        .says("Please pass on the message that I called about my boiler.")
        .asked(PHONE)
        .says("This number is fine.")
        .asked(ADDRESS)
        .says("Twelve Oak Street.")
        .asked(NAME)
        .says("Peter Young.")
        .asked(TEXT)
        .says("My boiler is broken.")
        .asked(NEED)
        .says("My boiler is broken.")
        .asked(URGENCY)
        .says("It is not urgent.")
        .asked(OPEN)
        .says(NOT_SURE)
        .otherwise("Yes, please.")
        .nudges(PATIENCE, NUDGE)
        .atMost(Duration.ofMinutes(2))
        .end();
  }

  private static Scenario messageAfterHours() {
    return Scenario.script("message_after_hours", "A caller leaves a message at night")
        .from("+12125550157")
        .atBusinessTime("21:30")
        .opens("Good evening. I would like to leave a message.")
        .hearing(MORE)
        .says("No, thank you. Goodbye.")
        .asked(WISH)
        .says("I would like to leave a message.")
        .asked(PHONE)
        .says("This number is fine.")
        .asked(ADDRESS)
        .says("Four Mill Lane.")
        .asked(NAME)
        .says("Tom Baker.")
        .asked(URGENCY)
        .says("It is not urgent.")
        .asked(EMAIL)
        .says("I do not have one.")
        .asked(TEXT)
        .says("Please call me back about my broken boiler.")
        .asked(DAY_AND_TIME)
        .says("Tomorrow morning.")
        .asked(NEED)
        .says("My boiler is broken.")
        .asked(OPEN)
        .says(NOT_SURE)
        .otherwise("Yes, please.")
        .nudges(PATIENCE, NUDGE)
        .end();
  }

  private static Scenario callerInterrupts() {
    return Scenario.script("caller_interrupts", "A caller talks over the greeting")
        .from("+12125550163")
        .opens("I want to leave a message.")
        .interrupts(4, "Sorry to interrupt. I want to leave a message.")
        .hearing(MORE)
        .says("No, thank you. Goodbye.")
        .asked(WISH)
        .says("I would like to leave a message.")
        .asked(PHONE)
        .says("This number is fine.")
        .asked(ADDRESS)
        .says("Nine River Road.")
        .asked(NAME)
        .says("Joe Carter.")
        .asked(URGENCY)
        .says("Yes, it is urgent.")
        .asked(EMAIL)
        .says("I do not have one.")
        .asked(TEXT)
        .says("My garage door does not open.")
        .asked(DAY_AND_TIME)
        .says("As soon as possible.")
        .asked(NEED)
        .says("My garage door does not open.")
        .asked(OPEN)
        .says(NOT_SURE)
        .otherwise("Yes, please.")
        .nudges(PATIENCE, NUDGE)
        .end();
  }

  private static Scenario hangsUpMidWord() {
    return Scenario.script("hangs_up_mid_word", "A caller hangs up in mid-word")
        .from("+12125550178")
        .opens("Hello, I have a question about my heating.")
        .hearing("{anything}")
        .saysAndHangsUpInWord(5, "Well, it is about the radiators in my living room.")
        .nudges(PATIENCE, NUDGE)
        .atMost(Duration.ofSeconds(40))
        .end();
  }

  private static Scenario saysNothing() {
    return Scenario.script("says_nothing", "A caller says nothing")
        .from("+12125550189")
        .atMost(Duration.ofSeconds(42))
        .end();
  }
}
