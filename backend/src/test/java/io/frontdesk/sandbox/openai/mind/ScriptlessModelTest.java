package io.frontdesk.sandbox.openai.mind;

import static io.frontdesk.sandbox.openai.mind.Bakery.INSTRUCTIONS;
import static io.frontdesk.sandbox.openai.mind.Bakery.MESSAGE;
import static io.frontdesk.sandbox.openai.mind.Bakery.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptlessModelTest {
  private final Talk talk = Bakery.talk();

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
  void takesYesForTheFirstTimeThatTheFunctionOffered() {
    order();

    talk.learns(
        "{\"ok\":false,\"say\":\"How about Monday at 10 AM, or 11 AM?\",\"argument\":\"pickup\"}");

    assertThat(talk.does("Yes, please.")).contains("\"pickup\":\"Monday at 10 AM\"");
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

  @Test
  void hasAFunctionFindOutWhatNothingAnswers() {
    Tool search =
        Talk.tool(
            "search_knowledge",
            "Looks something up.",
            """
            "question": {"type": "string", "description": "What the caller wants to know"}
            """,
            "question");
    Talk asking = new Talk(INSTRUCTIONS, MESSAGE, search);

    assertThat(asking.does("Are dogs allowed?"))
        .isEqualTo("search_knowledge {\"question\":\"Are dogs allowed\"}");
    assertThat(
            asking.learns(
                """
                {"ok": true, "found": [{"entry_id": "0190", "title": "Dogs", "text": "On a lead."},
                                       {"entry_id": "0191", "title": "Cats", "text": "No."}]}
                """))
        .isEqualTo("Dogs. On a lead. Is there anything else?");
  }

  @Test
  void answersFromQuestionsThatOthersWroteDown() {
    Talk told =
        new Talk("# Knowledge\n\n> Q: Do you fix gates? A: Yes, from 300 dollars.\n", MESSAGE);

    assertThat(told.hears("Do you fix garden gates?"))
        .isEqualTo("Yes, from 300 dollars. Is there anything else?");
  }
}
