package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.voice.HandChat.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys that callers are offered after the greeting, and what follows if they press one.
@Execution(ExecutionMode.CONCURRENT)
class KeyMenuTest {
  private static final String MENU =
      """
      [{'key': '1', 'text': 'Our address', 'does': 'say', 'say': 'We are at 12 Oak Street.'},
       {'key': '2', 'text': 'Emergencies', 'does': 'transfer', 'target': 'Night watch'},
       {'key': '3', 'text': 'A message', 'does': 'message'},
       {'key': '9', 'text': 'Anything else', 'does': 'talk'}]\
      """;
  private static final String KEYS =
      "Our address: press 1. Emergencies: press 2. A message: press 3. Anything else: press 9.";

  private static HandChat chat;
  private static RunningService service;

  private String business;
  private Owner owner;
  private HandTalk talk;

  @BeforeAll
  static void start() {
    chat = new HandChat();
    service =
        RunningService.start(
            Map.of(
                "openai.api-url",
                chat.url() + "/v1",
                "openai.api-key",
                "key",
                "openai.realtime-url",
                "ws://127.0.0.1:9/v1/realtime"));
  }

  @AfterAll
  static void stop() {
    service.close();
    chat.close();
  }

  @BeforeEach
  void signUp() {
    business = "Acme " + UUID.randomUUID();
    owner = Owner.signUp(service, business);
    answersWith("turn_based");
    talk = new HandTalk(service, owner);
  }

  @AfterEach
  void hangUp() {
    talk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn_based", "scripted"})
  void theyAreToldAfterTheGreetingAndOneIsEnough(String engine) {
    answersWith(engine);

    String greeting = talk.rings();

    assertThat(greeting)
        .contains("input=\"speech dtmf\"", "numDigits=\"1\"")
        .containsSubsequence(business, KEYS);
    assertThat(talk.turns().at("/0/text").asText()).contains(KEYS);
    assertThat(talk.rings()).as("asked again").isEqualTo(greeting);
  }

  @Test
  void theyMayBePressedWhileTheyAreToldThoughTheGreetingIsHeardToItsEnd() {
    HandTalk.change(owner, "{'greeting_interruptible': false}");

    assertThat(talk.rings()).containsSubsequence(business, "<Gather", "Our address: press 1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn_based", "scripted"})
  void oneTellsSomething(String engine) {
    answersWith(engine);

    assertThat(talk.presses(talk.rings(), "1")).contains("We are at 12 Oak Street.", "<Gather");
    assertThat(talk.turns().at("/1/text").asText()).isEqualTo("[pressed 1]");
    assertThat(chat.asked(business)).as("no model is needed").isEmpty();
  }

  @Test
  void whoWasToldSomethingMayPressAnother() {
    String told = talk.presses(talk.rings(), "1");
    assertThat(told).contains("numDigits=\"1\"").doesNotContain("press 2");

    assertThat(talk.presses(told, "9")).contains("How can I help you?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn_based", "scripted"})
  void oneReachesAPerson(String engine) {
    answersWith(engine);

    String told = talk.presses(talk.rings(), "2");

    assertThat(told).contains("I will connect you", "/voice/stream-ended");
    String dial = talk.asks("stream-ended", Map.of());
    assertThat(dial).contains(">+12125550120</Number>");
    String after = talk.does(dial, Map.of("DialCallStatus", "busy", "DialBridged", "false"));
    assertThat(after).contains("stream-ended");
    assertThat(talk.waits(talk.asks("stream-ended", Map.of())))
        .contains("nobody can take the call", "<Gather");
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn_based", "scripted"})
  void whereThatPersonIsNotThereTheCallerIsToldSo(String engine) {
    answersWith(engine);
    HandTalk.change(
        owner,
        "{'transfer_targets': [{'name': 'Night watch', 'number': '+12125550120',"
            + " 'reachable': 'own_hours', 'hours': {}}]}");

    String told = talk.presses(talk.rings(), "2");

    assertThat(told).contains("nobody can take the call", "<Gather");
    if (engine.equals("turn_based")) {
      chat.next(business, new Answer.Says("Go ahead."));
      assertThat(talk.waits(talk.says(told, "A message, then."))).contains("Go ahead.");
    }
  }

  @Test
  void oneLeavesAMessage() {
    chat.next(
        business,
        new Answer.Calls("take_message", "{'name': 'Tom', 'text': 'The boiler is cold.'}"),
        new Answer.Says("I passed it on."));

    String asked = talk.presses(talk.rings(), "3");
    assertThat(asked).contains("What is your name, and what is your message?");

    assertThat(talk.waits(talk.says(asked, "Tom. The boiler is cold.")))
        .contains("I passed it on.");
    assertThat(talk.messages()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "9"})
  void theScriptTakesAMessageOfWhoeverWantsAnythingElse(String key) {
    answersWith("scripted");

    assertThat(talk.presses(talk.rings(), key)).contains("your name", "<Gather");
  }

  @Test
  void theScriptOffersThemEachTimeItAsksFromTheStart() {
    answersWith("scripted");

    String again = talk.saysNothing(talk.rings());
    assertThat(again).contains(KEYS, "your name", "numDigits=\"1\"");

    String unknown = talk.presses(again, "5");
    assertThat(unknown).contains(KEYS, "numDigits=\"1\"");

    assertThat(talk.presses(unknown, "1")).contains("We are at 12 Oak Street.", "your name");
  }

  @Test
  void whoWasToldSomethingByTheScriptMayPressAnotherUntilTheyHaveTheirNameTold() {
    answersWith("scripted");
    String told = talk.presses(talk.rings(), "1");

    String more = talk.presses(told, "1");
    assertThat(more).contains("We are at 12 Oak Street.");
    String next = talk.says(more, "Tom Baker.");

    assertThat(next).doesNotContain(KEYS, "numDigits=\"1\"");
    assertThat(talk.presses(next, "1")).doesNotContain("12 Oak Street");
  }

  @Test
  void whoSpeaksIsAnsweredAsEver() {
    chat.next(business, new Answer.Says("Until six."));

    String answer = talk.waits(talk.says(talk.rings(), "Until when are you open?"));

    assertThat(answer).contains("Until six.").doesNotContain("numDigits");
    chat.next(business, new Answer.Says("You pressed one."));
    assertThat(talk.waits(talk.presses(answer, "1")))
        .as("the keys mean nothing any more")
        .contains("You pressed one.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "*", "#", "0"})
  void anotherKeyIsNobodys(String key) {
    String again = talk.presses(talk.rings(), key);
    assertThat(again).contains("Nothing is behind that key.", KEYS, "numDigits=\"1\"");

    String last = talk.presses(again, key);
    assertThat(last).contains("Just tell me what you need.").doesNotContain("numDigits", KEYS);
  }

  @Test
  void whoDoesNothingHearsThemOnceMoreAndIsAskedThen() {
    String again = talk.saysNothing(talk.rings());
    assertThat(again).contains(KEYS, "numDigits=\"1\"");

    String asked = talk.saysNothing(again);
    assertThat(asked).contains("Press 1 if you would like to leave a message");
    assertThat(talk.saysNothing(asked)).contains("I cannot hear you", "<Hangup/>");
    assertThat(chat.asked(business)).as("no model is paid for silence").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn_based", "scripted"})
  void withoutAMenuNothingIsOffered(String engine) {
    answersWith(engine);
    HandTalk.change(owner, "{'menu': []}");

    assertThat(talk.rings()).doesNotContain("press 1", "numDigits");
  }

  @Test
  void theyAreToldInTheLanguageOfTheReceptionist() {
    HandTalk.change(owner, "{'languages': ['de-DE']}");

    String greeting = talk.rings();
    assertThat(greeting).contains("Our address: die 1.", "language=\"de-DE\"");
    assertThat(talk.presses(greeting, "7")).contains("Diese Taste ist nicht belegt.");
  }

  /// Over a simulated line, by a caller who presses what is offered first.
  @ParameterizedTest
  @ValueSource(strings = {"turn_based", "scripted"})
  void aSimulatedCallerPressesAKey(String engine) {
    Owner garage = Owner.signUp(RunningService.shared(), "Ace Garage Doors");
    HandTalk.change(
        garage,
        "{'engine': '%s', 'greeting': 'Ace.', 'menu': [{'key': '1', 'text': 'Our address', 'does': 'say', 'say': 'We are at 12 Oak Street.'}]}"
            .formatted(engine));

    Rung rung = Rung.ring(garage, "presses_a_key");

    assertThat(rung.call().path("engine").asText()).isEqualTo(engine);
    assertThat(rung.call().path("state").asText()).isEqualTo("completed");
    List<String> receptionist = rung.words("receptionist");
    assertThat(receptionist.getFirst()).contains("Our address: press 1.");
    assertThat(receptionist.get(1)).contains("We are at 12 Oak Street.");
    assertThat(rung.words("caller").getFirst()).isEqualTo("[pressed 1]");
    assertThat(rung.seen().path("warnings").findValuesAsText("code")).isEmpty();
  }

  @Test
  void itIsPartOfWhatIsPublishedAndCompared() {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String path = "/api/v1/receptionists/" + id;

    owner.api().patch(path, "{'menu': []}");
    assertThat(talk.rings()).as("what is published counts").contains("press 1");

    JsonNode differences = owner.api().get(path + "/differences").body().path("differences");
    assertThat(differences.findValuesAsText("pointer")).allMatch(at -> at.startsWith("/menu"));
    assertThat(differences).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/menu/0/key   | [{'key': 'x', 'text': 'A', 'does': 'talk'}]",
        "/menu/0/key   | [{'key': '11', 'text': 'A', 'does': 'talk'}]",
        "/menu/0/key   | [{'text': 'A', 'does': 'talk'}]",
        "/menu/0/text  | [{'key': '1', 'text': ' ', 'does': 'talk'}]",
        "/menu/0/text  | [{'key': '1', 'does': 'talk'}]",
        "/menu/0/does  | [{'key': '1', 'text': 'A'}]",
        "/menu/0/does  | [{'key': '1', 'text': 'A', 'does': 'dance'}]",
        "/menu/0/say   | [{'key': '1', 'text': 'A', 'does': 'say', 'say': ''}]",
        "/menu/1/key   | [{'key': '1', 'text': 'A', 'does': 'talk'}, {'key': '1', 'text': 'B',"
            + " 'does': 'talk'}]",
        "/menu         | [null]",
        "/menu         | [{'key': '1', 'text': 'A', 'does': 'talk'}, {'key': '2', 'text': 'A',"
            + " 'does': 'talk'}, {'key': '3', 'text': 'A', 'does': 'talk'}, {'key': '4', 'text':"
            + " 'A', 'does': 'talk'}, {'key': '5', 'text': 'A', 'does': 'talk'}, {'key': '6',"
            + " 'text': 'A', 'does': 'talk'}, {'key': '7', 'text': 'A', 'does': 'talk'}, {'key':"
            + " '8', 'text': 'A', 'does': 'talk'}, {'key': '9', 'text': 'A', 'does': 'talk'},"
            + " {'key': '0', 'text': 'A', 'does': 'talk'}]"
      })
  void whatMakesNoSenseIsPointedAt(String row) {
    String[] parts = row.split("\\|", 2);
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();

    var answer =
        owner.api().patch("/api/v1/receptionists/" + id, "{'menu': %s}".formatted(parts[1]));

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(parts[0].strip());
  }

  private void answersWith(String engine) {
    HandTalk.change(
        owner,
        """
        {'engine': '%s', 'menu': %s, 'transfer_targets': [
          {'name': 'Night watch', 'number': '+12125550120', 'reachable': 'always', 'urgent_only': true}]}\
        """
            .formatted(engine, MENU));
  }
}
