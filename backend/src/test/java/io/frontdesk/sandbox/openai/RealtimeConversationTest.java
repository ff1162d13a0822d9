package io.frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.openai.realtime.Pace;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Whole conversations by ear: both sides know of each other only what is in the sound.
class RealtimeConversationTest {
  private static final String KEY = OpenAiStandIn.newApiKey();
  private static final Pace QUICK =
      new Pace(Duration.ofMillis(10), Duration.ofMillis(30), 100, Duration.ofMinutes(5));
  private static final OpenAiStandIn STAND_IN = OpenAiStandIn.start(0, KEY, QUICK);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUESTIONS =
      """
      You are the receptionist of a bicycle shop.
      # Questions
      - name: May I have your name?
      - bike: What kind of bicycle is it?
      """;

  @AfterAll
  static void stop() {
    STAND_IN.close();
  }

  @Test
  void aCallerBooksByEar() {
    try (RealtimeClient client = call(QUESTIONS, "when", "When the caller wants to come")) {
      client.send(
          "{\"type\":\"response.create\",\"response\":{\"instructions\":"
              + "\"Greet the caller with exactly: Two Wheels, good morning.\"}}");
      assertThat(client.hears()).isEqualTo("Two Wheels, good morning.");

      client.says("Hi, could you repair my bicycle?", 800);
      assertThat(client.hears()).isEqualTo("Of course. May I have your name?");
      client.says("It's Ann Lee.", 800);
      assertThat(client.hears()).isEqualTo("What kind of bicycle is it?");
      client.says("A racing bike.", 800);
      assertThat(client.hears()).isEqualTo("Could you tell me when you want to come?");
      client.says("Today at five.", 800);
      assertThat(client.calls("book_repair"))
          .hasToString("{\"name\":\"Ann Lee\",\"when\":\"Today at five\"}");

      client.returns("{\"ok\":false,\"say\":\"We close at four.\",\"argument\":\"when\"}");
      assertThat(client.hears())
          .isEqualTo("We close at four. Could you tell me when you want to come?");
      client.says("Then at three, please.", 800);
      assertThat(client.calls("book_repair"))
          .hasToString("{\"name\":\"Ann Lee\",\"when\":\"Then at three\"}");
      client.returns("{\"ok\":true,\"say\":\"Booked for three.\"}");
      assertThat(client.hears()).isEqualTo("Booked for three. Is there anything else?");

      client.says("No thanks, goodbye.", 800);
      assertThat(client.calls("end_call")).isEmpty();
      client.returns("{\"ok\":true,\"say\":\"Goodbye, Ann.\"}");
      assertThat(client.hears()).isEqualTo("Goodbye, Ann.");
    }
  }

  @Test
  void theConversationFollowsARenamedParameterAndARemovedQuestion() {
    String fewer = QUESTIONS.replace("- bike: What kind of bicycle is it?\n", "");
    try (RealtimeClient client = call(fewer, "damage", "What is broken?")) {
      client.says("Please repair my bicycle.", 800);
      assertThat(client.hears()).isEqualTo("Of course. May I have your name?");
      client.says("Ann.", 800);
      assertThat(client.hears()).isEqualTo("What is broken?");
      client.says("The brakes.", 800);
      assertThat(client.calls("book_repair"))
          .hasToString("{\"name\":\"Ann\",\"damage\":\"The brakes\"}");
    }
  }

  @Test
  void aReplayedConversationGoesOnWhereItWas() {
    try (RealtimeClient client = call(QUESTIONS, "when", "When the caller wants to come")) {
      item(client, "assistant", "output_text", "Two Wheels, good morning.");
      item(client, "user", "input_text", "Please repair my bicycle.");
      item(client, "assistant", "output_text", "Of course. May I have your name?");
      client.says("Ann Lee.", 800);

      assertThat(client.hears()).isEqualTo("What kind of bicycle is it?");
    }
  }

  @Test
  void aGarbledAnswerIsAskedForAgain() {
    try (RealtimeClient client = call(QUESTIONS, "when", "When the caller wants to come")) {
      client.says("Please repair my bicycle.", 800);
      client.await("response.done");
      byte[] speech = RealtimeClient.speech("My name is Ann Lee.");
      System.arraycopy(speech, 1_600, speech, 1_760, 160);
      client.append(speech);
      client.append(RealtimeClient.silence(800));

      assertThat(client.hears()).isEqualTo("Sorry, I did not catch that. May I have your name?");
    }
  }

  private static RealtimeClient call(String instructions, String parameter, String description) {
    RealtimeClient client = RealtimeClient.telephone(STAND_IN, KEY, "");
    ObjectNode update = JSON.createObjectNode().put("type", "session.update");
    ObjectNode session = update.putObject("session").put("type", "realtime");
    session.put("instructions", instructions);
    session.set("tools", RealtimeClient.json(tools(parameter, description)));
    client.send(update.toString());
    client.await("session.updated");
    return client;
  }

  private static String tools(String parameter, String description) {
    return """
    [{"type": "function", "name": "book_repair", "description": "Books the repair of a bicycle.",
      "parameters": {"type": "object", "additionalProperties": false,
        "properties": {
          "name": {"type": "string", "description": "The caller's name"},
          "%1$s": {"type": "string", "description": "%2$s"}},
        "required": ["name", "%1$s"]}},
     {"type": "function", "name": "end_call", "description": "Ends the call.",
      "parameters": {"type": "object", "properties": {}}}]
    """
        .formatted(parameter, description);
  }

  private static void item(RealtimeClient client, String role, String type, String text) {
    client.send(
        """
        {"type": "conversation.item.create", "item": {"type": "message", "role": "%s",
          "content": [{"type": "%s", "text": "%s"}]}}
        """
            .formatted(role, type, text));
    client.await("conversation.item.done");
  }
}
