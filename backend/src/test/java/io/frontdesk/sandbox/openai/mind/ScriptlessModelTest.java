package io.frontdesk.sandbox.openai.mind;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.sandbox.openai.mind.Message.Note;
import io.frontdesk.sandbox.openai.mind.Message.Said;
import org.junit.jupiter.api.Test;

class ScriptlessModelTest {
  private static final String INSTRUCTIONS =
      """
      You are the receptionist of a bakery. Ask one question at a time.

      # Facts
      - Opening hours: Monday to Friday, seven to six.

      # Questions
      - name: May I have your name?
      - cake: Which cake would you like?
      - allergy (optional): Is there anything you must not eat?

      # Now
      Saturday 21 November 2026, 09:30, Europe/Vienna, closed.
      The caller's number is +4315550100.
      """;
  private static final Tool ORDER =
      Talk.tool(
          "order_cake",
          "Orders a cake to be picked up.",
          """
          "name": {"type": "string", "description": "The caller's name"},
          "pickup": {"type": "string", "description": "When the caller wants to pick it up"},
          "guests": {"type": "integer", "description": "How many people it is for"},
          "phone": {"type": "string", "description": "A phone number to ring back"},
          "size": {"type": "string", "enum": ["small", "large"]}
          """,
          "name",
          "pickup",
          "guests");
  private static final Tool MESSAGE =
      Talk.tool(
          "take_message",
          "Takes a message for the baker.",
          """
          "name": {"type": "string"},
          "text": {"type": "string", "description": "The message."},
          "urgency": {"type": "string", "description": "How urgent", "enum": ["low", "high"]}
          """,
          "name",
          "text",
          "urgency");
  private static final Tool END = Talk.tool("end_call", "Ends the call politely.", "");

  private final Talk talk = new Talk(INSTRUCTIONS, ORDER, MESSAGE, END);

  @Test
  void asksTheIntakeQuestionsThenTheMissingArgumentsThenCallsTheFunction() {
    assertThat(talk.says()).isEqualTo("Hello. How can I help you?");
    assertThat(talk.hears("Hi, I'd like to order a large birthday cake."))
        .isEqualTo("Of course. May I have your name?");
    assertThat(talk.hears("My name is Ann Lee.")).isEqualTo("Which cake would you like?");
    assertThat(talk.hears("The chocolate one, please."))
        .isEqualTo("Could you tell me when you want to pick it up?");
    assertThat(talk.hears("It's tomorrow at noon."))
        .isEqualTo("Could you tell me how many people it is for?");

    assertThat(talk.does("We are twelve."))
        .isEqualTo(
            "order_cake {\"name\":\"Ann Lee\",\"pickup\":\"tomorrow at noon\",\"guests\":12,"
                + "\"phone\":\"+4315550100\",\"size\":\"large\"}");
    assertThat(talk.learns("{\"ok\":true,\"say\":\"Your cake is ordered.\"}"))
        .isEqualTo("Your cake is ordered. Is there anything else?");
  }

  @Test
  void followsARenamedParameterAndARemovedQuestion() {
    Tool renamed =
        Talk.tool(
            "order_cake",
            "Orders a cake to be picked up.",
            """
            "customer": {"type": "string", "description": "The caller's full name"},
            "collection": {"type": "string", "description": "The day the caller collects it"}
            """,
            "customer",
            "collection");
    Talk changed = new Talk(INSTRUCTIONS.replaceAll("- (name|allergy).*\n", ""), renamed);

    assertThat(changed.hears("I want to order something.")).endsWith("Which cake would you like?");
    assertThat(changed.hears("Sacher.")).endsWith("What is your full name?");
    assertThat(changed.hears("This is Ann Lee."))
        .endsWith("Could you tell me the day you collect it?");
    assertThat(changed.does("Friday."))
        .isEqualTo("order_cake {\"customer\":\"Ann Lee\",\"collection\":\"Friday\"}");
  }

  @Test
  void picksTheFunctionThatTheWordsAreAbout() {
    talk.hears("Could I leave a message for the baker?");
    talk.hears("Ann.");
    talk.hears("None.");

    assertThat(talk.hears("The bread was great."))
        .isEqualTo("Could you tell me how urgent? You can say low or high.");
    assertThat(talk.hears("Purple."))
        .isEqualTo(
            "Sorry, I did not catch that. Could you tell me how urgent? You can say low or high.");
    assertThat(talk.does("Oh, it's rather low."))
        .isEqualTo(
            "take_message {\"name\":\"Ann\",\"text\":\"The bread was great\",\"urgency\":\"low\"}");
  }

  @Test
  void saysWhatItCanDoIfNothingFits() {
    assertThat(talk.hears("My dog is ill."))
        .isEqualTo("I can order a cake or take a message. Which would you like?");
    assertThat(talk.hears("Then a message.")).isEqualTo("Of course. May I have your name?");
  }

  @Test
  void takesYesForTheFirstThingItOffered() {
    talk.hears("My dog is ill.");
    talk.hears("Yes, please.");
    talk.hears("Ann.");

    assertThat(talk.hears("Sacher.")).endsWith("Could you tell me when you want to pick it up?");
  }

  @Test
  void knowsThatWhoeverWantsAVisitWantsAnAppointment() {
    Talk visit =
        new Talk(
            "",
            MESSAGE,
            Talk.tool(
                "schedule_appointment",
                "Books an appointment.",
                "\"when\": {\"type\": \"string\", \"description\": \"Day and time\"}",
                "when"));

    assertThat(visit.hears("Could somebody come and look at my roof?"))
        .isEqualTo("Of course. What is the day and time?");
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
  void doesNotInsistForEver() {
    talk.hears("I want to order a cake.");

    assertThat(talk.hears("Yes.")).isEqualTo("Sorry, I did not catch that. May I have your name?");
    assertThat(talk.hears("Yes.")).isEqualTo("Which cake would you like?");
  }

  @Test
  void saysItAgainIfTheCallerDidNotHear() {
    talk.hears("I want to order a cake.");

    assertThat(talk.hears("Sorry, could you say that again?")).isEqualTo("May I have your name?");
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
  void asksAgainForTheArgumentThatTheFunctionRefused() {
    order();

    assertThat(
            talk.learns(
                "{\"ok\":false,\"say\":\"We are closed then. Monday at nine is free.\","
                    + "\"argument\":\"pickup\"}"))
        .isEqualTo(
            "We are closed then. Monday at nine is free."
                + " Could you tell me when you want to pick it up?");
    assertThat(talk.does("Monday at nine, then."))
        .contains("\"pickup\":\"Monday at nine, then\"", "\"name\":\"Ann\"", "\"guests\":12");
  }

  @Test
  void doesNotRepeatAQuestionThatTheFunctionAsked() {
    order();

    assertThat(talk.learns("{\"ok\":false,\"say\":\"When exactly?\",\"argument\":\"pickup\"}"))
        .isEqualTo("When exactly?");
    assertThat(talk.does("At nine.")).contains("\"pickup\":\"At nine\"");
  }

  @Test
  void tellsWhateverAFunctionGivesBack() {
    order();
    assertThat(talk.learns("{\"error\":\"The oven is broken\"}"))
        .isEqualTo("The oven is broken. Is there anything else?");
  }

  @Test
  void tellsPlainTextToo() {
    order();

    assertThat(talk.learns("plain words")).startsWith("plain words.");
  }

  @Test
  void endsTheCallWithTheFunctionForIt() {
    order();
    talk.learns("{\"ok\":true,\"say\":\"Done.\"}");

    assertThat(talk.does("No thanks, that's all.")).isEqualTo("end_call {}");
    assertThat(talk.learns("{\"ok\":true,\"say\":\"Goodbye, Ann.\"}")).isEqualTo("Goodbye, Ann.");
  }

  @Test
  void saysGoodbyeItselfIfNoFunctionDoes() {
    assertThat(new Talk("").hears("Bye bye!")).isEqualTo("Thank you for calling. Goodbye.");
  }

  @Test
  void keepsANameForTheNextMatterButNotItsMessage() {
    Talk short_ = new Talk("", ORDER, MESSAGE);
    short_.hears("Take a message.");
    short_.hears("Ann.");
    short_.hears("First.");
    short_.does("Low.");
    short_.learns("{\"ok\":true,\"say\":\"Noted.\"}");

    assertThat(short_.hears("Yes, another message.")).endsWith("What is the message?");
    assertThat(short_.hears("Second.")).contains("how urgent");
    assertThat(short_.does("High."))
        .isEqualTo("take_message {\"name\":\"Ann\",\"text\":\"Second\",\"urgency\":\"high\"}");
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
  void answersFromItsInstructions() {
    assertThat(talk.hears("What are your opening hours?"))
        .isEqualTo("Opening hours: Monday to Friday, seven to six." + " Is there anything else?");
  }

  @Test
  void waitsForAFunctionThatTakesItsTime() {
    order();

    assertThat(talk.hears("Hello? Are you there?")).isEqualTo("One moment, please.");
    assertThat(talk.learns("{\"ok\":true,\"say\":\"Ordered.\"}")).startsWith("Ordered.");
  }

  @Test
  void callsNothingIfItMustNot() {
    talk.choosing(new ToolChoice.None());

    assertThat(talk.hears("Goodbye.")).isEqualTo("Thank you for calling. Goodbye.");
  }

  @Test
  void callsTheFunctionItMust() {
    talk.choosing(new ToolChoice.Function("end_call"));

    assertThat(talk.does("Hello.")).isEqualTo("end_call {}");
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

  @Test
  void fillsNestedArguments() {
    Talk nested =
        new Talk(
            "",
            Talk.tool(
                "deliver",
                "Delivers bread",
                """
                "where": {"type": "object", "required": ["street"], "properties":
                  {"street": {"type": "string"}, "floor": {"type": "integer"}}},
                "bell": {"type": "boolean", "description": "Should we ring?"}
                """,
                "where",
                "bell"));
    nested.hears("Deliver bread.");
    nested.hears("Main street.");

    assertThat(nested.does("Yes, of course."))
        .isEqualTo("deliver {\"where\":{\"street\":\"Main street\"},\"bell\":true}");
  }

  private void order() {
    talk.hears("I want to order a cake.");
    talk.hears("Ann.");
    talk.hears("Sacher.");
    talk.hears("Today at ten.");
    assertThat(talk.does("Twelve.")).startsWith("order_cake");
  }
}
