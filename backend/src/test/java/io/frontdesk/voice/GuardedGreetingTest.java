package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A caller who speaks while the greeting plays: it stops, or does not, as the business wants.
@ExtendWith(Leaks.class)
class GuardedGreetingTest {
  private static final int VOICE = 0x90;
  private static final int FRAMES_OF_A_SENTENCE = 60;

  @RegisterExtension final HandCall call = new HandCall();
  private final Owner owner = call.owner();
  private final HandPhone phone = call.phone();

  @Test
  void aGreetingThatMayNotBeInterruptedIsHeardToItsEndAndTheCallerIsAnsweredThen() {
    publish(false);
    var session = callerSpeaksDuringTheGreeting();
    await().until(() -> session.audio().length >= (FRAMES_OF_A_SENTENCE + 1) * 160);
    session.hearsSilence("u1");
    session.writes("u1", "When are you open?");
    assertThat(phone.received("clear")).isEmpty();
    phone.hearsEverything();

    session.awaits("response.create");
    JsonNode greeting = call.awaitsTurn(call.awaitsGreeting());
    assertThat(greeting.get("interrupted").asBoolean()).isFalse();
    assertThat(phone.received("clear")).isEmpty();
  }

  @Test
  void anyOtherGreetingStops() {
    publish(true);
    callerSpeaksDuringTheGreeting();

    phone.awaits("clear");
  }

  private HandModel.Session callerSpeaksDuringTheGreeting() {
    call.awaitsGreeting();
    phone.calls();
    var session = HandMade.MODEL.session(owner);
    phone.awaits("media");
    phone.speaks(VOICE);
    await().until(() -> session.audio().length >= 160);
    session.hearsCaller("u1");
    for (int i = 0; i < FRAMES_OF_A_SENTENCE; i++) {
      phone.speaks(VOICE);
    }
    return session;
  }

  private void publish(boolean interruptible) {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String path = "/api/v1/receptionists/" + id;
    var changed =
        owner.api().patch(path, "{'greeting_interruptible': %s}".formatted(interruptible));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    owner.api().post(path + "/publish", "{}");
  }
}
