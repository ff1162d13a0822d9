package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.testing.Owner;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One call over real sockets, both its ends driven by hand, and what it leaves.
final class HandCall implements AfterEachCallback {
  private final Owner owner = yieldingAfter(0);
  private final HandPhone phone = new HandPhone(HandMade.SERVICE, owner);
  private int greetingMarks;

  /// A new business whose receptionist yields to those who have spoken for so long.
  static Owner yieldingAfter(int ms) {
    Owner owner = Owner.signUp(HandMade.SERVICE, "Acme " + UUID.randomUUID());
    yieldsAfter(ms, owner);
    return owner;
  }

  /// From the next call on this business's receptionist yields to those who have spoken for so
  /// long. A turn that was over some seconds later may have been a noise: tests need not be quick.
  static void yieldsAfter(int ms, Owner owner) {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String receptionist = "/api/v1/receptionists/" + id;
    owner
        .api()
        .patch(
            receptionist, "{'listening': {'min_speech_ms': %d, 'silence_ms': 5000}}".formatted(ms));
    owner.api().post(receptionist + "/publish", "{}");
    var published =
        HandMade.SERVICE.bean(Receptionists.class).answering(owner.tenant(), null).config();
    assertThat(published.listening().leastSpeechMs()).isEqualTo(ms);
  }

  Owner owner() {
    return owner;
  }

  HandPhone phone() {
    return phone;
  }

  /// The words of the greeting; waits until they are recorded.
  String awaitsGreeting() {
    var receptionists = HandMade.SERVICE.bean(Receptionists.class);
    var receptionist =
        HandMade.SERVICE
            .bean(AsHeard.class)
            .now(owner.tenant(), receptionists.answering(owner.tenant(), null).config());
    await()
        .until(
            () ->
                HandMade.SERVICE
                    .bean(Greetings.class)
                    .find(owner.tenant(), receptionist)
                    .isPresent());
    return receptionist.opening();
  }

  /// A call on which the greeting, if one was played, has been heard.
  HandModel.Session talk() {
    phone.calls();
    var session = HandMade.MODEL.session(owner);
    session.awaits("session.update");
    phone.speaks(0);
    await().until(() -> session.audio().length >= 160);
    phone.hearsEverything();
    session.forgetAudio();
    greetingMarks = phone.received("mark").size();
    return session;
  }

  /// The caller hears these words to their end; waits until that is on the record.
  void hears(String text) {
    String path = "/api/v1/calls/" + record().get("id").asText() + "/transcript";
    await()
        .until(
            () -> {
              phone.hearsEverything();
              return owner.api().get(path).body().get("turns");
            },
            turns -> turns.findValuesAsText("text").contains(text));
  }

  /// Which mark is the first that follows a piece of what is said after the greeting.
  int marks() {
    return greetingMarks + 1;
  }

  /// Waits until so many marks have come since, besides the one with which it begins.
  void awaitsMarks(int more) {
    await().until(() -> phone.received("mark").size() >= marks() + more);
  }

  /// The call as the API shows it.
  JsonNode record() {
    return owner.api().get("/api/v1/calls").body().at("/data/0");
  }

  JsonNode awaitsEnd() {
    return await().until(this::record, call -> !call.get("ended_at").isNull());
  }

  /// Waits until that has happened, by the call's own log: what its two ends say comes by two
  /// sockets, in any order.
  ///
  /// @return all of the log
  String awaitsEvent(String type) {
    String path = "/api/v1/calls/" + record().get("id").asText() + "/events";
    return await().until(() -> owner.api().get(path).text(), log -> log.contains('"' + type + '"'));
  }

  /// The turn with these words; waits for it.
  JsonNode awaitsTurn(String text) {
    String path = "/api/v1/calls/" + record().get("id").asText() + "/transcript";
    await()
        .untilAsserted(
            () ->
                assertThat(owner.api().get(path).body().get("turns"))
                    .anyMatch(turn -> turn.get("text").asText().equals(text)));
    for (JsonNode turn : owner.api().get(path).body().get("turns")) {
      if (turn.get("text").asText().equals(text)) {
        return turn;
      }
    }
    throw new AssertionError(text);
  }

  /// Hangs up, and lets the model answer the next call as usual.
  @Override
  public void afterEach(ExtensionContext context) {
    HandMade.MODEL.confirms(true);
    HandMade.MODEL.refuses(false);
    HandMade.MODEL.expires(null);
    phone.close();
  }
}
