package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What callers say in danger and in anger, on calls that are held by TwiML: what follows does so
/// at once, and no model is asked.
class AlarmByTwimlTest {
  private static final RunningService SERVICE = RunningService.shared();
  private static final Pattern ACTION =
      Pattern.compile("action=\"[^\"]*/api/v1/voice/([^\"#]*)[^\"]*\"");

  private final Owner owner = Owner.signUp(SERVICE, "Ace Garage Doors");
  private final HandTalk talk = new HandTalk(SERVICE, owner);

  @AfterEach
  void hangUp() {
    talk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn_based", "scripted"})
  void anEmergencyReachesWhoeverIsOnCallAtAnyHour(String engine) {
    answersWith(engine, "'emergency': {'words': ['smell gas'], 'text': 'Get out now.'}");
    String opening = talk.asks("incoming", Map.of("SandboxNow", "2026-11-24T03:00:00"));

    String told = talk.says(opening, "Hello, I smell gas here!");

    assertThat(told).contains("Get out now.", "I will connect you", "/voice/stream-ended");
    String dial = talk.asks("stream-ended", Map.of());
    assertThat(dial).contains("<Dial", ">+12125550120</Number>");
    assertThat(talk.turns().findValuesAsText("text"))
        .contains("Hello, I smell gas here!")
        .anyMatch(text -> text.startsWith("Get out now."));

    String back = nobodyAnswers(dial);
    assertThat(back).contains("<Gather").contains("nobody can take the call");
    assertThat(talk.says(back, "I still smell gas")).as("once").doesNotContain("Get out now.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn_based", "scripted"})
  void whoIsInDangerHearsToItsEndWhereHelpIs(String engine) {
    answersWith(engine, "'self_harm_text': 'Please call 988.'");

    String told = talk.says(talk.rings(), "I want to end my life.");

    assertThat(told).contains("Please call 988.").containsPattern("</Say><Gather");
    assertThat(talk.turns().toString()).contains("Please call 988.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn_based", "scripted"})
  void whoStaysAngryIsConnected(String engine) {
    answersWith(engine, "'anger': {'after': 1, 'target': 'Night watch'}");

    String told = talk.says(talk.rings(), "This is ridiculous!");

    assertThat(told).contains("I am sorry", "I will connect you", "/voice/stream-ended");
    JsonNode turns = talk.turns();
    assertThat(turns.get(turns.size() - 1).path("text").asText()).contains("frustrating");
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn_based", "scripted"})
  void whoStaysAngryAndIsConnectedWithNobodyIsPromisedACallBack(String engine) {
    answersWith(engine, "'anger': {'after': 1}");
    String opening = talk.rings();

    String told = talk.says(opening, "This is ridiculous!");

    assertThat(told).contains("I am sorry").doesNotContain("I will connect you");
    JsonNode promises = owner.api().get("/api/v1/messages?status=open").body().path("data");
    assertThat(promises).hasSize(1);
    assertThat(promises.get(0).path("due_at").isTextual()).isTrue();
    assertThat(promises.get(0).path("urgency").asText()).isEqualTo("high");
    talk.says(talk.waits(told), "This is really ridiculous!");
    assertThat(owner.api().get("/api/v1/messages?status=open").body().path("data")).hasSize(1);
  }

  private void answersWith(String engine, String escalation) {
    HandTalk.change(
        owner,
        """
        {'engine': '%s', 'escalation': {%s}, 'transfer_targets': [
          {'name': 'Night watch', 'number': '+12125550120', 'reachable': 'always', 'urgent_only': true}]}\
        """
            .formatted(engine, escalation));
  }

  private String nobodyAnswers(String dial) {
    Matcher action = ACTION.matcher(dial);
    assertThat(action.find()).as(dial).isTrue();
    String path = action.group(1).replace("&amp;", "&");
    return talk.waits(
        talk.asks(path, Map.of("DialCallStatus", "no-answer", "DialBridged", "false")));
  }
}
