package io.frontdesk.sandbox.openai.mind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractionTest {
  private static final String TRANSCRIPT =
      """
      Here is the transcript of a call.
      Receptionist: Bakery, hello. How can I help you?
      Caller: Hi, I'd like to order my birthday cake.
      Receptionist: Thanks. May I have your name?
      Caller: It's Ann Lee.
      Receptionist: Thanks. How many guests do you expect?
      Caller: About twelve.
      Receptionist: Thanks. Is it a surprise?
      Caller: Yes, it is.
      Receptionist: Thanks. When do you want to pick it up?
      Caller: Friday at noon.
      Receptionist: We are closed on Friday. When do you want to pick it up?
      Caller: Then Saturday, please.
      Receptionist: Thanks. Is there an allergy to think of?
      Caller: No.
      Receptionist: Your cake is ordered for Saturday. Is there anything else?
      Caller: No thanks, it is not urgent, goodbye.
      """;

  @Test
  void takesTheAnswersToTheQuestionsThatWereAsked() {
    assertThat(
            extract(
                """
                "name": {"type": ["string", "null"], "description": "May I have your name?"},
                "guests": {"type": ["integer", "null"], "description": "Number of guests"},
                "surprise": {"type": ["boolean", "null"], "description": "Is it a surprise?"},
                "pickup": {"type": ["string", "null"], "description": "When to pick it up"},
                "colour": {"type": ["string", "null"], "description": "Favourite colour"},
                "allergy": {"type": ["string", "null"], "description": "Allergy to think of"}
                """))
        .isEqualTo(
            "{\"name\":\"Ann Lee\",\"guests\":12,\"surprise\":true,\"pickup\":\"Then Saturday\","
                + "\"colour\":null,\"allergy\":null}");
  }

  @Test
  void namesAChoiceOnlyIfTheConversationDoes() {
    assertThat(
            extract(
                """
                "urgency": {"type": "string", "enum": ["urgent", "whenever"]},
                "mood": {"type": "string", "enum": ["positive", "neutral", "negative"]},
                "kind": {"type": ["string", "null"], "enum": ["complaint", "praise", null]}
                """))
        .isEqualTo("{\"urgency\":\"whenever\",\"mood\":\"neutral\",\"kind\":null}");
  }

  @Test
  void fillsObjectsWithinObjects() {
    assertThat(
            extract(
                """
                "lead": {"type": "object", "properties": {
                  "name": {"type": ["string", "null"]},
                  "phone": {"type": ["string", "null"]}}}
                """))
        .isEqualTo("{\"lead\":{\"name\":\"Ann Lee\",\"phone\":null}}");
  }

  @Test
  void summarisesInTheThirdPerson() {
    assertThat(extract("\"summary\": {\"type\": \"string\"}"))
        .isEqualTo(
            "{\"summary\":\"The caller said: they'd like to order their birthday cake."
                + " The receptionist answered: Your cake is ordered for Saturday.\"}");
  }

  @Test
  void anOpenQuestionIsAboutTheMatter() {
    assertThat(extract("\"reason\": {\"type\": [\"string\", \"null\"]}"))
        .isEqualTo("{\"reason\":\"I'd like to order my birthday cake\"}");
  }

  @Test
  void takesWhatTheCallerToldWithoutBeingAsked() {
    String schema =
        "{\"properties\":{\"issue\":{\"type\":\"string\",\"description\":\"What needs fixing?\"}}}";
    String transcript = "Caller: Hello, can somebody fix my kitchen sink before tonight?";

    assertThat(Extraction.fill(Talk.json(schema), List.of(transcript)))
        .hasToString("{\"issue\":\"can somebody fix my kitchen sink before tonight\"}");
  }

  @Test
  void knowsTheNumberThatTheCallerMeansOnlyIfItIsTold() {
    String schema =
        "{\"properties\":{\"phone\":{\"type\":[\"string\",\"null\"],\"description\":\"Phone\"}}}";
    String transcript = "Receptionist: What is your phone number?\nCaller: This number is fine.";
    String told = "The caller rang from: caller +4315550100.";

    assertThat(Extraction.fill(Talk.json(schema), List.of(transcript)))
        .hasToString("{\"phone\":null}");
    assertThat(Extraction.fill(Talk.json(schema), List.of(told, transcript)))
        .hasToString("{\"phone\":\"+4315550100\"}");
  }

  @Test
  void inventsNothing() {
    String schema =
        "{\"properties\":{\"name\":{\"type\":\"string\"},\"summary\":{\"type\":\"string\"}}}";

    assertThat(Extraction.fill(Talk.json(schema), List.of("Receptionist: Hello?\nCaller: ")))
        .hasToString("{\"name\":\"\",\"summary\":\"The caller did not say what they wanted.\"}");
  }

  @Test
  void passesOverWhatWasGarbled() {
    String transcript =
        """
        Receptionist: May I have your name?
        Caller: A\uFFFDe
        Receptionist: Sorry, I did not catch that. May I have your name?
        Caller: Ann.
        """;

    assertThat(
            Extraction.fill(
                Talk.json("{\"properties\":{\"name\":{\"type\":\"string\"}}}"),
                List.of(transcript)))
        .hasToString("{\"name\":\"Ann\"}");
  }

  private static String extract(String properties) {
    String schema = "{\"type\":\"object\",\"properties\":{" + properties + "}}";
    return Extraction.fill(Talk.json(schema), List.of(TRANSCRIPT)).toString();
  }
}
