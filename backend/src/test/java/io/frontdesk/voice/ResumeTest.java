package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.call.Resumption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A stream ends, and the call goes on in another.
@ExtendWith(Leaks.class)
class ResumeTest {
  private static final HandModel MODEL = HandMade.MODEL;
  private static final String SORRY = "Sorry, the line broke off for a moment. Where were we?";

  @RegisterExtension final HandCall call = new HandCall();
  private final HandPhone phone = call.phone();
  private final List<HandPhone> others = new ArrayList<>();

  @AfterEach
  void hangUp() {
    others.forEach(HandPhone::close);
  }

  @Test
  void aStreamThatBreaksIsFollowedByOneThatKnowsWhatWasSaid() {
    String greeting = call.awaitsGreeting();
    var first = call.talk();
    call.hears(greeting);
    asks(first, "u1", "Do you open on Sundays?", "We do not.");
    phone.breaks();

    var second = comesBack("stream-ended");

    String request = awaitsRequest(second, SORRY);
    assertThat(texts(second).getFirst()).startsWith("This call has been");
    assertThat(texts(second)).containsSubsequence("Do you open on Sundays?", "We do not.");
    second.begins("resp_2", request);
    second.speaks("resp_2", "a2", HandModel.A_SECOND);
    second.ends("resp_2", "a2", SORRY);
    others.getLast().awaits("mark");
    others.getLast().hearsEverything();
    call.awaitsTurn(SORRY);
    assertThat(call.record().get("ended_at").isNull()).isTrue();

    others.getLast().hangsUp();

    assertThat(call.awaitsEnd().get("state").asText()).isEqualTo("completed");
    assertThat(turns().findValuesAsText("text"))
        .containsExactly(greeting, "Do you open on Sundays?", "We do not.", SORRY);
    assertThat(turns().findValuesAsText("index")).containsExactly("0", "1", "2", "3");
    assertThat(call.record().at("/latency/answer_ms").isInt()).isTrue();
    assertThat(events().findValuesAsText("type")).contains("begun", "close");
  }

  @Test
  void whereTheModelIsLostTheCallGoesOnWithAnother() {
    var first = call.talk();
    first.breaks();
    phone.closedWith();

    awaitsRequest(comesBack("stream-ended"), SORRY);
    others.getLast().hangsUp();

    assertThat(call.awaitsEnd().get("state").asText()).isEqualTo("completed");
  }

  @Test
  void theAddressThatIsAskedWhenNobodyAnsweredGoesOnToo() {
    call.talk();
    phone.breaks();

    awaitsRequest(comesBack("fallback"), SORRY);
  }

  @Test
  void aCallThatNobodyKnowsYetIsAnsweredThere() {
    assertThat(phone.webhook("fallback", Map.of()).body()).contains("<Stream");

    assertThat(call.record().get("state").asText()).isEqualTo("in_progress");
  }

  @Test
  void aStreamThatEndsAgainAndAgainIsNoWayToTalk() {
    call.talk();
    phone.breaks();

    var answers =
        Stream.generate(() -> phone.webhook("stream-ended", Map.of()).body()).limit(4).toList();

    assertThat(answers.subList(0, 3)).allMatch(answer -> answer.contains("<Stream"));
    assertThat(answers.getLast()).contains("<Say").doesNotContain("<Stream", "<Hangup/>");
    assertThat(call.record().path("engine").asText()).isNotEqualTo("realtime");
  }

  @Test
  void whoeverSentTheCallAwayChoosesWithWhatItComesBack() {
    call.talk();
    var id = UUID.fromString(call.record().get("id").asText());
    var resumptions = HandMade.SERVICE.bean(CallResumptions.class);
    resumptions.redirected(call.owner().tenant(), id);
    phone.hangsUp();
    resumptions.waits(
        call.owner().tenant(),
        id,
        new Resumption(
            "Anna does not answer. Shall I take a message?",
            "[The transfer to Anna failed: no answer.]"));

    var second = comesBack("stream-ended");

    awaitsRequest(second, "Anna does not answer. Shall I take a message?");
    assertThat(texts(second)).endsWith("[The transfer to Anna failed: no answer.]");
    assertThat(call.record().get("ended_at").isNull())
        .as("the stream's end was not the call's")
        .isTrue();
    others.getLast().hangsUp();
    assertThat(call.awaitsEnd().get("state").asText()).isEqualTo("completed");
  }

  @Test
  void whatWasDoneAndNeverToldIsNotDoneAgain() {
    var first = call.talk();
    first.begins("resp_1", null);
    first.done(
        "resp_1",
        "completed",
        "[{'type':'function_call','status':'completed','call_id':'c1','name':'take_message',"
            + "'arguments':'{\\\"name\\\":\\\"Ann\\\",\\\"text\\\":\\\"Call me\\\"}'}]");
    first.awaits(m -> m.at("/item/call_id").asText().equals("c1"));
    phone.breaks();

    var second = comesBack("stream-ended");

    second.awaits(
        m ->
            m.at("/item/type").asText().equals("function_call")
                && m.at("/item/name").asText().equals("take_message"));
  }

  private HandModel.Session comesBack(String path) {
    int before = MODEL.sessions(call.owner()).size();
    others.add((others.isEmpty() ? phone : others.getLast()).comesBack(path));
    return await()
        .until(() -> MODEL.sessions(call.owner()), sessions -> sessions.size() > before)
        .getLast();
  }

  private void asks(HandModel.Session session, String item, String question, String answer) {
    session.hearsCaller(item);
    session.hearsSilence(item);
    session.writes(item, question);
    session.answers("resp_" + item, "a_" + item, answer, HandModel.A_SECOND);
    call.awaitsMarks(2);
    phone.hearsEverything();
    call.awaitsTurn(answer);
  }

  private static String awaitsRequest(HandModel.Session session, String words) {
    return session
        .awaits(m -> m.at("/response/instructions").asText().equals("Say exactly: " + words))
        .get("event_id")
        .asText();
  }

  private static List<String> texts(HandModel.Session session) {
    return session.received("conversation.item.create").stream()
        .map(m -> m.at("/item/content/0/text").asText())
        .toList();
  }

  private JsonNode turns() {
    return get("/transcript").get("turns");
  }

  private JsonNode events() {
    return get("/events?limit=200").get("data");
  }

  private JsonNode get(String of) {
    return call.owner().api().get("/api/v1/calls/" + call.record().get("id").asText() + of).body();
  }
}
