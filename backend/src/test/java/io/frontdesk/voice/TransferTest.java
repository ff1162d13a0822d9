package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.frontdesk.conversation.recording.RecordedCall;
import io.frontdesk.conversation.recording.Replay;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A caller is handed over: what the telephone company is told to do, and what is made of what it
/// tells. Sam is rung first, then Alex.
@ExtendWith(Leaks.class)
class TransferTest {
  private static final String LEG = "CA" + "1".repeat(32);
  private static final String SAYS = "One moment, I will connect you with Sam.";

  @RegisterExtension final HandCall call = new HandCall();
  private final HandPhone phone = call.phone();

  @Test
  void whoeverTakesTheCallHearsFirstWhatItIsAbout() {
    String dial = rings();
    assertThat(dial)
        .contains(">+12125550120</Number>")
        .contains("callerId=\"" + phone.number() + "\"")
        .contains("timeout=\"20\"")
        .doesNotContain("<Say");
    assertThat(transfer().path("phase").asText()).isEqualTo("ringing");

    String whisper = asks(address(dial, "url"), Map.of());
    assertThat(whisper)
        .contains("1 2 1 2 5 5 5 0 1 4 2", "Ann wants her door fixed.", "Press 1", "<Hangup/>")
        .contains("numDigits=\"1\"");
    assertThat(transfer().path("phase").asText()).isEqualTo("briefed");

    assertThat(asks(address(whisper, "action"), Map.of("Digits", "1"))).endsWith("<Response/>");
    assertThat(transfer().path("phase").asText()).isEqualTo("bridged");
    assertThat(call.record().path("ended_at").isNull()).as("the call goes on").isTrue();

    assertThat(ended(dial, "completed", "true")).contains("<Hangup/>");
    callIsOver();
    JsonNode record = call.awaitsEnd();
    assertThat(record.path("outcome").asText()).isEqualTo("transferred");
    assertThat(transfer().path("result").asText()).isEqualTo("connected");
    assertThat(transfer().at("/legs/0/result").asText()).isEqualTo("connected");
    assertThat(call.owner().api().get("/api/v1/messages").body().path("data")).isEmpty();
    JsonNode stats = call.owner().api().get("/api/v1/stats/summary?period=7d").body();
    assertThat(stats.path("transfers").asInt()).isEqualTo(1);
    assertThat(stats.path("transfer_success_rate").asDouble()).isEqualTo(1.0);
  }

  @Test
  void thePersonIsRungOnceTheCallerHasHeardSo() {
    var session = wantsAPerson();
    assertThat(transfer().path("phase").asText()).isEqualTo("chosen");
    assertThat(phone.isClosed()).isFalse();

    says(session);
    phone.hearsEverything();

    assertThat(phone.closedWith()).isEqualTo(1000);
    assertThat(transfer().path("phase").asText()).isEqualTo("announced");
  }

  @ParameterizedTest
  @CsvSource({"no-answer, no_answer", "busy, busy", "failed, failed"})
  void theNextOneIsRungWhenSomebodyIsNotReached(String told, String result) {
    String first = rings();

    String second = ended(first, told, "false");

    assertThat(second).contains(">+12125550121</Number>");
    assertThat(transfer().path("phase").asText()).isEqualTo("ringing");
    assertThat(transfer().at("/legs/0/result").asText()).isEqualTo(result);
    assertThat(ended(first, told, "false")).as("told twice").isEqualTo(second);
  }

  @Test
  void whoeverPicksUpAndPressesNothingHasNotTakenIt() {
    String dial = rings();
    asks(address(dial, "url"), Map.of());

    assertThat(ended(dial, "no-answer", "false")).contains(">+12125550121</Number>");
    assertThat(transfer().at("/legs/0/result").asText()).isEqualTo("declined");
    assertThat(asks(address(dial, "url"), Map.of())).as("too late").contains("<Hangup/>");
    assertThat(asks(address(dial, "url"), Map.of("Digits", "1"))).contains("<Hangup/>");
  }

  @Test
  void whoeverPressesAnotherKeyHasNotTakenIt() {
    String dial = rings();
    String whisper = asks(address(dial, "url"), Map.of());

    assertThat(asks(address(whisper, "action"), Map.of("Digits", "9"))).contains("<Hangup/>");
    assertThat(ended(dial, "no-answer", "false")).contains(">+12125550121</Number>");
  }

  @Test
  void whereNobodyTakesItTheReceptionistHasTheCallerAgainAndTheClockRuns() {
    String second = ended(rings(), "busy", "false");

    String after = ended(second, "no-answer", "false");

    assertThat(after).contains("<Redirect", "stream-ended");
    assertThat(transfer().path("result").asText()).isEqualTo("nobody");
    JsonNode promise = call.owner().api().get("/api/v1/messages").body().at("/data/0");
    assertThat(promise.path("text").asText()).isEqualTo("Ann wants her door fixed.");
    assertThat(promise.path("from_phone").asText()).isEqualTo("+12125550142");
    assertThat(Instant.parse(promise.path("due_at").asText())).isAfter(Instant.now());
  }

  @Test
  void theReceptionistWhoHasTheCallerAgainKnowsWhatHappened() {
    ended(ended(rings(), "busy", "false"), "no-answer", "false");

    try (var again = phone.comesBack()) {
      var session =
          await()
              .until(() -> HandMade.MODEL.sessions(call.owner()), all -> all.size() == 2)
              .getLast();
      session.awaits(m -> m.toString().contains("Sam (was busy), Alex (did not answer)"));
      JsonNode request = session.awaits("response.create");
      assertThat(request.at("/response/instructions").asText())
          .contains("nobody can take the call right now");
      again.hangsUp();
      assertThat(call.awaitsEnd().path("state").asText()).isEqualTo("completed");
    }
  }

  @Test
  void whoeverHangsUpWhileItRingsIsCalledBack() {
    String dial = rings();

    String answer =
        asks(
            address(dial, "action"),
            Map.of(
                "DialCallStatus", "canceled", "DialBridged", "false", "CallStatus", "completed"));

    assertThat(answer).contains("<Hangup/>");
    assertThat(transfer().path("result").asText()).isEqualTo("caller_hung_up");
    assertThat(call.owner().api().get("/api/v1/messages").body().at("/data/0/due_at").isTextual())
        .isTrue();
  }

  @Test
  void theCallsEndEndsItWhoeverTellsOfIt() {
    rings();

    callIsOver();

    call.awaitsEnd();
    assertThat(transfer().path("result").asText()).isEqualTo("caller_hung_up");
  }

  @Test
  void whoeverIsCutOffBeforeTheyHeardItIsNotHandedOver() {
    wantsAPerson();
    phone.breaks();

    await().until(() -> !phone.webhook("stream-ended", Map.of()).body().contains("<Dial"));
    await().until(() -> transfer().path("result").asText().equals("called_off"));
  }

  @Test
  void theLogTellsOfItAndIsReplayedAllTheSame() {
    ended(ended(rings(), "busy", "false"), "no-answer", "false");
    callIsOver();
    call.awaitsEnd();

    String path = "/api/v1/calls/" + call.record().get("id").asText() + "/events?limit=200";
    JsonNode events = call.owner().api().get(path).body();
    assertThat(events.path("data").findValuesAsText("type"))
        .contains("transfer_chosen", "transfer_announced", "transfer_ringing", "transfer_ended")
        .contains("hand_over");
    String file = "{\"about\":\"\",\"events\":" + events.path("data") + "}";
    assertThat(Replay.of(RecordedCall.parse(file).events()).firstDifference()).isEmpty();
  }

  @Test
  void whatIsToldAtOnceAndOverAgainIsTakenInOnce() throws InterruptedException {
    String dial = rings();
    String whisper = address(dial, "url");
    var answers = new ConcurrentLinkedQueue<String>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 5; i++) {
      threads.add(Thread.startVirtualThread(() -> asks(whisper, Map.of())));
      threads.add(Thread.startVirtualThread(() -> asks(whisper, Map.of("Digits", "9"))));
      threads.add(Thread.startVirtualThread(() -> answers.add(ended(dial, "no-answer", "false"))));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(answers)
        .hasSize(5)
        .allMatch(twiml -> twiml.contains(">+12125550121</Number>"))
        .containsOnly(answers.element());
    assertThat(transfer().path("phase").asText()).isEqualTo("ringing");
    assertThat(transfer().path("leg").asInt()).isEqualTo(1);
  }

  @Test
  void whoeverCannotRingAnyMoreIsNotRungAgainBecauseAWordWasLost() {
    String dial = rings();
    assertThat(dial).as("asked again after a failure").contains("transfer-status", "#rc=3");
    assertThat(lineFree()).as("the same question, twice").isEqualTo(dial);

    ago(Duration.ofSeconds(26));
    assertThat(lineFree()).contains(">+12125550121</Number>");
    assertThat(transfer().at("/legs/0/result").asText()).isEqualTo("no_answer");
  }

  @Test
  void whoeverHasTalkedIsNotRungAgainBecauseAWordWasLost() {
    String whisper = asks(address(rings(), "url"), Map.of());
    asks(address(whisper, "action"), Map.of("Digits", "1"));

    assertThat(lineFree()).contains("<Hangup/>");
    assertThat(transfer().path("result").asText()).isEqualTo("connected");
  }

  @Test
  void whoHasTalkedIsNotAnsweredAnewHoweverOftenTheCarrierAsks() {
    String dial = rings();
    String whisper = asks(address(dial, "url"), Map.of());
    asks(address(whisper, "action"), Map.of("Digits", "1"));
    assertThat(ended(dial, "completed", "true")).contains("<Hangup/>");

    for (int i = 0; i < 3; i++) {
      assertThat(lineFree()).contains("<Hangup/>").doesNotContain("<Connect");
    }
    assertThat(ended(dial, "completed", "true")).contains("<Hangup/>");
  }

  @Test
  void whoseHoursHaveEndedMeanwhileIsNotRung() {
    var business = call.owner().api();
    business.patch("/api/v1/business", "{'time_zone': '%s'}".formatted(Rung.noon()));
    business.patch("/api/v1/business", Rung.open(_ -> true));
    HandTalk.change(
        call.owner(),
        """
        {'transfer_targets': [
          {'name': 'Sam', 'number': '+12125550120', 'reachable': 'always'},
          {'name': 'Alex', 'number': '+12125550121', 'reachable': 'opening_hours'}]}\
        """);
    String dial = rings();
    assertThat(transfer().path("legs")).hasSize(2);

    business.patch("/api/v1/business", Rung.open(_ -> false));

    assertThat(ended(dial, "busy", "false")).contains("stream-ended").doesNotContain("<Dial");
    assertThat(transfer().path("result").asText()).isEqualTo("nobody");
  }

  private String lineFree() {
    return phone.webhook("stream-ended", Map.of()).body();
  }

  /// The last thing that happened to the transfer happened so long ago.
  private void ago(Duration time) {
    int changed =
        HandMade.SERVICE
            .bean(Tenancy.class)
            .run(
                call.owner().tenant(),
                () ->
                    HandMade.SERVICE
                        .bean(JdbcOperations.class)
                        .prepareStatement(
                            "update tenant.transfer"
                                + " set updated_at = now() - ? * interval '1 second'",
                            statement -> {
                              statement.setLong(1, time.toSeconds());
                              return statement.executeUpdate();
                            }));
    assertThat(changed).isEqualTo(1);
  }

  @Test
  void anotherBusinesssWordAboutItIsNobodys() {
    String dial = rings();
    Owner other = Owner.signUp(HandMade.SERVICE, "Other");
    other.api().get("/api/v1/sandbox");

    try (var stranger = new HandPhone(HandMade.SERVICE, other)) {
      assertThat(stranger.webhook(address(dial, "url"), Map.of("Digits", "1")).body())
          .contains("<Hangup/>");
      assertThat(stranger.webhook(address(dial, "action"), Map.of("DialCallStatus", "busy")).body())
          .contains("<Redirect");
    }
    assertThat(transfer().path("phase").asText()).isEqualTo("ringing");
    assertThat(transfer().path("leg").asInt()).isZero();
    String path = "/api/v1/calls/" + call.record().get("id").asText() + "/transfers";
    assertThat(other.api().get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "transfer-status, <Redirect",
    "transfer-status?transfer=x&leg=y, <Redirect",
    "transfer-status?transfer=01900000-0000-7000-8000-000000000000&leg=0, <Redirect",
    "transfer-whisper, <Hangup/>",
    "transfer-whisper?transfer=01900000-0000-7000-8000-000000000000&leg=-1, <Hangup/>",
    "transfer, <Redirect",
  })
  void whatNobodyKnowsIsAnsweredToo(String path, String answer) {
    assertThat(phone.webhook(path, Map.of("DialCallStatus", "?")).body()).contains(answer);
    assertThat(phone.send(path, Map.of(), "wrong").status()).isEqualTo(403);
  }

  /// The model has the call handed over, the caller hears so, and Twilio asks what follows.
  private String rings() {
    says(wantsAPerson());
    phone.hearsEverything();
    phone.closedWith();
    return phone.webhook("stream-ended", Map.of()).body();
  }

  private HandModel.Session wantsAPerson() {
    var session = call.talk();
    session.begins("resp_1", null);
    session.done(
        "resp_1",
        "completed",
        "[{'type':'function_call','status':'completed','call_id':'c1','name':'transfer_call',"
            + "'arguments':'{\\'reason\\':\\'A door.\\',\\'to\\':\\'Sam\\',"
            + "\\'summary\\':\\'Ann wants her door fixed.\\'}'}]");
    JsonNode output = session.awaits(m -> m.at("/item/call_id").asText().equals("c1"));
    assertThat(output.at("/item/output").asText()).contains(SAYS);
    return session;
  }

  private void says(HandModel.Session session) {
    String request = session.awaits("response.create").get("event_id").asText();
    session.begins("resp_2", request);
    session.speaks("resp_2", "a2", HandModel.A_SECOND);
    session.ends("resp_2", "a2", SAYS);
    call.awaitsMarks(2);
  }

  private String ended(String dial, String status, String bridged) {
    return asks(
        address(dial, "action"),
        Map.of("DialCallStatus", status, "DialBridged", bridged, "CallStatus", "in-progress"));
  }

  private String asks(String address, Map<String, String> fields) {
    boolean leg = address.startsWith("transfer-whisper");
    var more = new java.util.TreeMap<>(fields);
    if (leg) {
      more.put("CallSid", LEG);
      more.put("ParentCallSid", phone.callSid());
      more.put("From", phone.number());
      more.put("To", "+12125550120");
    }
    var answer = phone.webhook(address, more);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  /// What stands in this attribute, after the path that all of them share.
  private static String address(String twiml, String attribute) {
    Matcher found = Pattern.compile(attribute + "=\"[^\"]*/voice/([^\"#]*)[^\"]*\"").matcher(twiml);
    assertThat(found.find()).as(twiml).isTrue();
    return found.group(1).replace("&amp;", "&");
  }

  private void callIsOver() {
    phone.webhook("call-status", Map.of("CallStatus", "completed"));
  }

  private JsonNode transfer() {
    UUID id = UUID.fromString(call.record().get("id").asText());
    JsonNode all = call.owner().api().get("/api/v1/calls/" + id + "/transfers").body();
    JsonNode transfers = all.path("transfers");
    return transfers.isEmpty() ? MissingNode.getInstance() : transfers.get(transfers.size() - 1);
  }
}
