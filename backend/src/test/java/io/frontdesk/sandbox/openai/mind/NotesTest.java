package io.frontdesk.sandbox.openai.mind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Answers that the instructions want spelled, and that are noted with a function of their own.
class NotesTest {
  private static final String ASKS = "What is your e-mail address?";
  private static final Tool NOTE =
      Talk.tool(
          "update_intake",
          "Notes the caller's answer to one of the questions, or corrects it.",
          """
          "key": {"type": "string", "description": "Which question it answers, by its key."},
          "value": {"type": "string", "description": "The answer in the caller's own words."},
          "confirmed": {"type": "string", "enum": ["yes"],
                        "description": "Only after the caller agreed to it."}
          """,
          "key",
          "value");
  private static final Tool MESSAGE =
      Talk.tool("take_message", "Takes a message.", "\"text\": {\"type\": \"string\"}", "text");

  private final Talk talk =
      new Talk(
          """
          # Questions
          - email: What is your e-mail address?
            The answer is an e-mail address: have it spelled, and read it back.
          """,
          MESSAGE,
          NOTE,
          Bakery.END);

  @Test
  void itIsNotedReadBackAndNotedAgainOnceTheCallerAgrees() {
    talk.says();
    assertThat(talk.hears("I would like to leave a message.")).endsWith(ASKS);

    assertThat(talk.does("ann at example dot com"))
        .isEqualTo("update_intake {\"key\":\"email\",\"value\":\"ann at example dot com\"}");
    assertThat(
            talk.learns(
                "{\"ok\":true,\"say\":\"I have a n n at example dot com. Is that right?\"}"))
        .isEqualTo("I have a n n at example dot com. Is that right?");
    assertThat(talk.does("Yes, that is right."))
        .isEqualTo(
            "update_intake {\"key\":\"email\",\"value\":\"ann at example dot com\","
                + "\"confirmed\":\"yes\"}");
    assertThat(talk.learns("{\"ok\":true,\"say\":\"Thank you.\"}"))
        .as("on to what it was for")
        .isEqualTo("Thank you. What is the text?");
    assertThat(talk.does("Please call me back."))
        .isEqualTo("take_message {\"text\":\"Please call me back\"}");
  }

  @Test
  void whatTheCallerDoesNotAgreeToIsAskedAgain() {
    talk.says();
    talk.hears("I would like to leave a message.");
    talk.does("ann at example dot com");
    talk.learns("{\"ok\":true,\"say\":\"I have a n at example dot com. Is that right?\"}");

    assertThat(talk.hears("No, it is not.")).endsWith(ASKS);
    assertThat(talk.does("a n n at example dot com")).contains("a n n at example dot com");
  }

  @Test
  void whatCannotBeUnderstoodIsAskedAsTheFunctionSays() {
    talk.says();
    talk.hears("I would like to leave a message.");
    talk.does("you know it");

    assertThat(
            talk.learns(
                "{\"ok\":false,\"argument\":\"value\",\"say\":\"Could you spell it, please?\"}"))
        .isEqualTo("Could you spell it, please?");
    assertThat(talk.does("ann at example dot com")).contains("\"key\":\"email\"");
  }

  @Test
  void itIsNoErrandOfItsOwn() {
    talk.says();

    assertThat(talk.hears("Could you correct something about a question?"))
        .doesNotContain("intake");
  }
}
