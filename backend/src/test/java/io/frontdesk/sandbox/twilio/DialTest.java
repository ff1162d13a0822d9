package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Say;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.caller.Script;
import io.frontdesk.sandbox.twilio.TestService.Asked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Somebody else is called, and joined to the call.
class DialTest extends PhoneTest {
  private static final String SAM = "+12125550120";
  private static final String TRANSFERRED = "I will connect you now.";

  @Test
  void whoeverAcceptsTheCallTalksToTheCaller() throws Exception {
    caller(talkative());
    service.on("/voice", dialling(dial(), sam().url("/whisper")));
    service.on("/whisper", accepting());
    service.onTwiml("/accepted", "<Say>Thank you.</Say>");
    service.onTwiml("/dialled", "<Say>Back again.</Say>");

    var report = reportAtTheEnd(call("somebody"));

    var dialled = dialled();
    assertThat(dialled.form())
        .containsEntry("DialCallStatus", "completed")
        .containsEntry("DialBridged", "true")
        .containsKey("DialCallSid")
        .containsEntry("CallStatus", "in-progress");
    assertThat(Integer.parseInt(dialled.told("DialCallDuration"))).isPositive();
    var leg = report(dialled.told("DialCallSid"));
    assertThat(words(leg, "receptionist"))
        .containsSubsequence("A call from a customer. Press 1 to take it.", "Thank you.")
        .contains("My garage door is stuck.");
    assertThat(words(leg, "caller")).contains("This is Sam. I will see to it.");
    assertThat(words(report, "receptionist"))
        .containsSubsequence(TRANSFERRED, "This is Sam. I will see to it.", "Back again.")
        .doesNotContain("A call from a customer. Press 1 to take it.", "Thank you.");
    assertThat(warnings(report)).isEmpty();
    assertThat(warnings(leg)).isEmpty();
  }

  @Test
  void theWhisperIsAskedAsTheLegItIsFor() throws Exception {
    caller(talkative());
    service.on("/voice", dialling(dial().callerId(NUMBER), sam().url("/whisper")));
    service.on("/whisper", accepting());
    service.onTwiml("/accepted", "");
    service.onTwiml("/dialled", "<Hangup/>");

    var sid = call("somebody");
    reportAtTheEnd(sid);

    var whisper = service.askedAt("/whisper").getFirst();
    assertThat(whisper.form())
        .containsEntry("ParentCallSid", sid)
        .containsEntry("CallSid", dialled().told("DialCallSid"))
        .containsEntry("Direction", "outbound-dial")
        .containsEntry("From", NUMBER)
        .containsEntry("To", SAM)
        .containsEntry("CallStatus", "in-progress");
    var leg = Call.fetcher(whisper.told("CallSid")).fetch(TwilioSdk.master(standIn));
    assertThat(leg.getParentCallSid()).isEqualTo(sid);
    assertThat(leg.getDirection()).isEqualTo("outbound-dial");
    assertThat(leg.getStatus()).isEqualTo(Call.Status.COMPLETED);
    assertThat(Call.reader().setParentCallSid(sid).read(TwilioSdk.master(standIn)))
        .extracting(Call::getSid)
        .containsExactly(leg.getSid());
  }

  @ParameterizedTest
  @CsvSource({
    "+12125550121, no-answer",
    "+12125550122, busy",
    "+12125550123, failed",
    "+12125550124, no-answer",
    "+12125550125, no-answer",
    "+12125550126, no-answer",
    "+12125550127, no-answer",
  })
  void whoeverDoesNotTakeTheCallIsNotJoinedToIt(String number, String status) throws Exception {
    caller(talkative());
    service.on("/voice", dialling(dial().timeout(5), new Number.Builder(number).url("/whisper")));
    service.on("/whisper", accepting());
    service.onTwiml("/dialled", "<Say>Nobody is there.</Say>");

    var report = reportAtTheEnd(call("somebody"));

    assertThat(dialled().form())
        .containsEntry("DialCallStatus", status)
        .containsEntry("DialBridged", "false");
    assertThat(service.askedAt("/accepted")).isEmpty();
    assertThat(words(report, "receptionist")).containsExactly(TRANSFERRED, "Nobody is there.");
  }

  @Test
  void whatBecomesOfALegIsTold() throws Exception {
    caller(talkative());
    service.on(
        "/voice",
        dialling(
            dial(),
            sam()
                .statusCallback("/leg")
                .statusCallbackEvents(
                    List.of(
                        Number.Event.INITIATED,
                        Number.Event.RINGING,
                        Number.Event.ANSWERED,
                        Number.Event.COMPLETED))));
    service.onTwiml("/dialled", "<Hangup/>");

    var sid = call("somebody");
    reportAtTheEnd(sid);

    await().until(() -> service.askedAt("/leg").size() == 4);
    assertThat(service.askedAt("/leg"))
        .extracting(
            asked -> asked.form().get("SequenceNumber") + " " + asked.form().get("CallStatus"))
        .containsExactlyInAnyOrder("0 initiated", "1 ringing", "2 in-progress", "3 completed");
    assertThat(service.askedAt("/leg"))
        .allSatisfy(asked -> assertThat(asked.form()).containsEntry("ParentCallSid", sid));
  }

  @Test
  void theCallerMayHangUpWhileItRings() throws Exception {
    caller(
        Scenario.script("somebody", "Does not wait")
            .hearing("connect")
            .saysAndHangsUp("Too long."));
    service.on("/voice", dialling(dial(), new Number.Builder("+12125550121")));

    var sid = call("somebody");
    var report = reportAtTheEnd(sid);

    assertThat(report.path("ended_by").asText()).isEqualTo("caller");
    await().until(() -> !service.askedAt("/dialled").isEmpty());
    assertThat(dialled().form())
        .containsEntry("DialCallStatus", "canceled")
        .containsEntry("CallStatus", "completed");
    assertThat(Call.reader().setParentCallSid(sid).read(TwilioSdk.master(standIn)))
        .singleElement()
        .satisfies(leg -> assertThat(leg.getStatus()).isEqualTo(Call.Status.CANCELED));
  }

  @Test
  void ofSeveralWhoRingTheFirstIsJoinedAndTheOthersRingNoMore() throws Exception {
    caller(talkative());
    callee("+12125550130", "no_answer", 0, "takes_calls");
    service.on(
        "/voice",
        new VoiceResponse.Builder()
            .say(new Say.Builder(TRANSFERRED).build())
            .dial(
                dial()
                    .number(new Number.Builder("+12125550130").build())
                    .number(sam().build())
                    .build()));
    service.onTwiml("/dialled", "<Hangup/>");

    var sid = call("somebody");
    reportAtTheEnd(sid);

    assertThat(dialled().form()).containsEntry("DialBridged", "true");
    assertThat(Call.reader().setParentCallSid(sid).read(TwilioSdk.master(standIn)))
        .extracting(leg -> leg.getTo() + " " + leg.getStatus())
        .containsExactlyInAnyOrder("+12125550130 canceled", SAM + " completed");
  }

  @Test
  void oneAfterTheOtherUntilSomebodyTakesIt() throws Exception {
    caller(talkative());
    service.on(
        "/voice",
        new VoiceResponse.Builder()
            .dial(
                dial()
                    .sequential(true)
                    .number(new Number.Builder("+12125550122").build())
                    .number(sam().build())
                    .build()));
    service.onTwiml("/dialled", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    assertThat(dialled().form()).containsEntry("DialCallStatus", "completed");
  }

  @Test
  void aNumberThatIsNotOursCannotBeShown() throws Exception {
    caller(talkative());
    service.on("/voice", dialling(dial().callerId("+12125550199"), sam()));
    service.onTwiml("/dialled", "<Hangup/>");

    var report = reportAtTheEnd(call("somebody"));

    assertThat(warnings(report)).containsExactly(13214);
    assertThat(dialled().form()).containsEntry("DialCallStatus", "failed");
  }

  @Test
  void whatIsNoNumberIsNotCalled() throws Exception {
    caller(talkative());
    service.on("/voice", dialling(dial(), new Number.Builder("911")));
    service.onTwiml("/dialled", "<Hangup/>");

    var sid = call("somebody");
    var report = reportAtTheEnd(sid);

    assertThat(warnings(report)).containsExactly(13223);
    assertThat(dialled().form())
        .containsEntry("DialCallStatus", "failed")
        .doesNotContainKey("DialCallSid");
    assertThat(Call.reader().setParentCallSid(sid).read(TwilioSdk.master(standIn)))
        .as("no leg is left ringing")
        .isEmpty();
  }

  @Test
  void aLegThatWasDialledCannotDial() throws Exception {
    caller(talkative());
    service.on("/voice", dialling(dial(), sam().url("/whisper")));
    service.onTwiml("/whisper", "<Dial>+12125550122</Dial><Say>Hello.</Say>");
    service.onTwiml("/dialled", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    assertThat(warnings(report(dialled().told("DialCallSid")))).containsExactly(13201);
  }

  @Test
  void withoutAnActionTheNextVerbFollows() throws Exception {
    caller(talkative());
    service.onTwiml("/voice", "<Dial timeout='5'>+12125550122</Dial><Say>Sorry.</Say>");

    var report = reportAtTheEnd(call("somebody"));

    assertThat(words(report, "receptionist")).containsExactly("Sorry.");
  }

  @Test
  void theCallIsTakenBackByRestInMidTalk() throws Exception {
    caller(talkative());
    callee(SAM, "picks_up", 0, "presses_nothing");
    service.on("/voice", dialling(dial(), sam()));
    var sid = call("somebody");
    await().until(() -> said(report(sid), "Hello? Hello?"));

    Call.updater(sid)
        .setTwiml(new com.twilio.type.Twiml("<Response><Say>Back here.</Say></Response>"))
        .update(TwilioSdk.master(standIn));

    var report = reportAtTheEnd(sid);
    assertThat(words(report, "receptionist")).endsWith("Back here.");
    assertThat(service.askedAt("/dialled")).isEmpty();
  }

  @Test
  void aLegIsHungUpByRest() throws Exception {
    caller(talkative());
    callee(SAM, "picks_up", 0, "presses_nothing");
    service.on("/voice", dialling(dial(), sam()));
    service.onTwiml("/dialled", "<Say>Back here.</Say>");
    var sid = call("somebody");
    await().until(() -> said(report(sid), "Hello? Hello?"));
    var leg = Call.reader().setParentCallSid(sid).read(TwilioSdk.master(standIn)).iterator().next();

    Call.updater(leg.getSid())
        .setStatus(Call.UpdateStatus.COMPLETED)
        .update(TwilioSdk.master(standIn));

    assertThat(words(reportAtTheEnd(sid), "receptionist")).endsWith("Back here.");
    assertThat(dialled().form()).containsEntry("DialCallStatus", "completed");
  }

  @Test
  void aRestartDialsAgain() throws Exception {
    caller(talkative());
    service.on("/voice", dialling(dial(), new Number.Builder("+12125550121")));
    var sid = call("somebody");
    await().until(() -> !legs(sid).isEmpty());

    standIn.close();
    start();
    standIn.resumeCalls();

    await().until(() -> legs(sid).size() == 2 && legs(sid).contains(Call.Status.CANCELED));
  }

  @Test
  void whoPicksUpIsSaidByHand() throws Exception {
    buy("");
    callee("+12125550131", "busy", 1.5, "declines_calls");

    var list = control("GET", "/sandbox/callees", "").body();

    assertThat(list)
        .contains("\"number\":\"+12125550131\",\"answer\":\"busy\",\"rings_s\":1.5")
        .contains("answering_machine");
    for (var body :
        List.of(
            "{\"number\":\"12\"}",
            "{\"number\":\"+12125550131\",\"answer\":\"maybe\"}",
            "{\"number\":\"+12125550131\",\"rings_s\":-1}",
            "{\"number\":\"+12125550131\",\"scenario\":\"nobody\"}",
            "[1,")) {
      assertThat(control("POST", "/sandbox/callees", body).statusCode()).isEqualTo(400);
    }
  }

  private List<Call.Status> legs(String parent) {
    var statuses = new ArrayList<Call.Status>();
    Call.reader()
        .setParentCallSid(parent)
        .read(TwilioSdk.master(standIn))
        .forEach(leg -> statuses.add(leg.getStatus()));
    return statuses;
  }

  private static boolean said(JsonNode report, String words) {
    return words(report, "receptionist").contains(words);
  }

  private Asked dialled() {
    assertThat(service.askedAt("/dialled")).hasSize(1);
    return service.askedAt("/dialled").getFirst();
  }

  private void callee(String number, String answer, double rings, String scenario)
      throws Exception {
    var body =
        "{\"number\":\"%s\",\"answer\":\"%s\",\"rings_s\":%s,\"scenario\":\"%s\"}"
            .formatted(number, answer, rings, scenario);
    assertThat(control("POST", "/sandbox/callees", body).statusCode()).isEqualTo(200);
  }

  private void caller(Script script) {
    standIn.close();
    scenarios.add(script.atMost(Duration.ofSeconds(90)).end());
    scenarios.add(takesCalls());
    start();
    buy("");
  }

  private static Script talkative() {
    return Scenario.script("somebody", "Has a wish")
        .hearing("Sam")
        .says("My garage door is stuck.")
        .nudges(Duration.ofSeconds(2), "My garage door is stuck.");
  }

  private static VoiceResponse.Builder dialling(Dial.Builder dial, Number.Builder number) {
    return new VoiceResponse.Builder()
        .say(new Say.Builder(TRANSFERRED).build())
        .dial(dial.number(number.build()).build());
  }

  /// Whoever presses 1 takes the call.
  private static VoiceResponse.Builder accepting() {
    return new VoiceResponse.Builder()
        .gather(
            new Gather.Builder()
                .numDigits(1)
                .action("/accepted")
                .say(new Say.Builder("A call from a customer. Press 1 to take it.").build())
                .build())
        .hangup(new Hangup.Builder().build());
  }

  private static Dial.Builder dial() {
    return new Dial.Builder().action("/dialled");
  }

  private static Number.Builder sam() {
    return new Number.Builder(SAM);
  }
}
