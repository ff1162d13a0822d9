package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.CallEvent;
import io.frontdesk.call.CallEvents;
import io.frontdesk.conversation.recording.Replay;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A call during which the database goes away for some seconds and comes back.
class DatabaseAwayTest {
  private final CutOff way =
      CutOff.start(Map.of("openai.realtime-url", HandMade.MODEL.url().toString()));
  private final RunningService service = way.service();
  private final Owner owner = Owner.signUp(service, "Acme Away");
  private final HandPhone phone = new HandPhone(service, owner);

  @AfterEach
  void stop() {
    phone.close();
    way.close();
  }

  @Test
  void theCallGoesOnAndNothingOfItIsLost() {
    phone.calls();
    var session = HandMade.MODEL.session(owner);
    phone.speaks(0);
    await().until(() -> session.audio().length >= 160);
    phone.hearsEverything();
    session.forgetAudio();

    way.cut();
    for (int i = 0; i < 5; i++) {
      talks(session, i);
    }
    await().until(() -> way.refused() >= 3);
    talks(session, 5);
    phone.hangsUp();
    await().until(session::isClosed);
    way.mend();

    await().ignoreExceptions().until(() -> !call().get("ended_at").isNull());
    assertThat(call().get("state").asText()).isEqualTo("completed");
    assertThat(turns().filter(text -> text.contains("number")))
        .containsExactlyElementsOf(
            IntStream.range(0, 6)
                .boxed()
                .flatMap(i -> Stream.of("Question number " + i, "Answer number " + i))
                .toList());
    assertThat(Replay.of(log()).firstDifference()).isEmpty();
    assertThat(log().getLast().effects()).isNotEmpty();
  }

  private List<CallEvent> log() {
    var tenant = owner.tenant();
    UUID id = UUID.fromString(call().get("id").asText());
    return service.bean(CallEvents.class).of(tenant, id, 0, 1000);
  }

  /// Both say something, and hear each other.
  private void talks(HandModel.Session session, int number) {
    int marks = phone.received("mark").size();
    session.hearsCaller("u" + number);
    phone.speaks(number);
    session.hearsSilence("u" + number);
    session.writes("u" + number, "Question number " + number);
    session.answers("resp_" + number, "a" + number, "Answer number " + number, HandModel.A_SECOND);
    await().until(() -> phone.received("mark").size() == marks + 3);
    await().until(() -> session.audio().length == 160 * (number + 1));
    phone.received("mark").stream()
        .skip(marks)
        .forEach(mark -> phone.hears(mark.at("/mark/name").asText()));
  }

  private Stream<String> turns() {
    String path = "/api/v1/calls/" + call().get("id").asText() + "/transcript";
    JsonNode turns = owner.api().get(path).body().get("turns");
    return StreamSupport.stream(turns.spliterator(), false).map(turn -> turn.get("text").asText());
  }

  private JsonNode call() {
    return owner.api().get("/api/v1/calls").body().at("/data/0");
  }
}
