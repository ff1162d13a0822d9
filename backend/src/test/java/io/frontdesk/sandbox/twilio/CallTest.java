package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.security.RequestValidator;
import com.twilio.type.Twiml;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.wire.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Calls from the first ring to the status callback.
class CallTest extends PhoneTest {
  @Test
  void theWebhookIsSignedAndSaysWhoCallsWhom() throws Exception {
    buy("?v=1#rc=2");
    service.onTwiml("/voice", "<Hangup/>");

    var sid = call("silent");
    reportAtTheEnd(sid);

    var asked = service.askedAt("/voice").getFirst();
    assertThat(asked.form())
        .containsEntry("CallSid", sid)
        .containsEntry("AccountSid", standIn.accountSid())
        .containsEntry("From", SILENT.from())
        .containsEntry("Caller", SILENT.from())
        .containsEntry("To", NUMBER)
        .containsEntry("Called", NUMBER)
        .containsEntry("CallStatus", "ringing")
        .containsEntry("Direction", "inbound")
        .containsEntry("ApiVersion", "2010-04-01")
        .containsEntry("ToCity", "SAN FRANCISCO")
        .containsEntry("ToState", "CA")
        .containsEntry("FromCountry", "US")
        .doesNotContainKey("SandboxNow");
    assertThat(asked.url()).isEqualTo(service.uri("/voice?v=1").toString());
    assertThat(asked.header("I-Twilio-Idempotency-Token")).isNotEmpty();
    assertSigned(asked);
  }

  @Test
  void theEndIsToldOnceWithTheLength() throws Exception {
    buy("");
    service.onTwiml("/voice", "<Say>Goodbye.</Say>");

    var sid = call("silent");
    var report = reportAtTheEnd(sid);

    assertThat(service.askedAt("/status"))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.form())
                  .containsEntry("CallSid", sid)
                  .containsEntry("CallStatus", "completed")
                  .containsEntry("CallDuration", "1")
                  .containsEntry("Duration", "1")
                  .containsEntry("SequenceNumber", "0")
                  .containsEntry("CallbackSource", "call-progress-events");
              assertThat(asked.form().get("Timestamp"))
                  .matches("\\w{3}, \\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000");
              assertSigned(asked);
            });
    assertThat(report.path("status").asText()).isEqualTo("completed");
    assertThat(report.path("ended_by").asText()).isEqualTo("receptionist");
    assertThat(words(report, "receptionist")).containsExactly("Goodbye.");
    var call = Call.fetcher(sid).fetch(TwilioSdk.master(standIn));
    assertThat(call.getStatus()).isEqualTo(Call.Status.COMPLETED);
    assertThat(call.getDuration()).isEqualTo("1");
    assertThat(call.getStartTime()).isNotNull();
    assertThat(call.getDirection()).isEqualTo("inbound");
  }

  @Test
  void aBrokenServiceIsFollowedByTheFallbackUrl() throws Exception {
    buyWithFallback("");
    service
        .on("/voice", asked -> Response.text(500, "oops"))
        .onTwiml("/fallback", "<Say>Please call later.</Say>");

    var report = reportAtTheEnd(call("silent"));

    assertThat(service.askedAt("/voice")).hasSize(1);
    assertThat(service.askedAt("/fallback"))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.form())
                  .containsEntry("ErrorCode", "11200")
                  .containsEntry("ErrorUrl", service.uri("/voice").toString());
              assertSigned(asked);
            });
    assertThat(words(report, "receptionist")).containsExactly("Please call later.");
    assertThat(warnings(report)).containsExactly(11200);
  }

  @Test
  void withoutAnythingLeftTheCallerHearsThatThereWasAnError() throws Exception {
    buyWithFallback("");
    service
        .on("/voice", asked -> Response.text(404, "what?"))
        .on("/fallback", asked -> Response.text(500, "oops"));

    var report = reportAtTheEnd(call("silent"));

    assertThat(words(report, "receptionist"))
        .containsExactly("We are sorry, an application error has occurred. Goodbye.");
    assertThat(report.path("ended_by").asText()).isEqualTo("error");
    assertThat(report.path("status").asText()).isEqualTo("completed");
    assertThat(service.askedAt("/status")).hasSize(1);
  }

  @Test
  void badDocumentsAreFaults() throws Exception {
    buyWithFallback("");
    service
        .on("/voice", asked -> Response.xml(200, "<Response><Say>Hi</Response>"))
        .on("/fallback", asked -> Response.json(200, "{}"));

    var report = reportAtTheEnd(call("silent"));

    assertThat(warnings(report)).containsExactly(12100, 12300);
  }

  @Test
  void verbsAreDoneInOrderAndTheDocumentsEndHangsUp() throws Exception {
    buy("");
    service
        .onTwiml("/voice", "<Say>One.</Say><Dance/><Redirect>next</Redirect><Say>Never.</Say>")
        .onTwiml("/next", "<Pause length=\"1\"/><Say loop=\"2\">Two.</Say>");

    var report = reportAtTheEnd(call("silent"));

    assertThat(words(report, "receptionist")).containsExactly("One.", "Two.", "Two.");
    assertThat(warnings(report)).containsExactly(12200);
    assertThat(service.askedAt("/next").getFirst().form())
        .containsEntry("CallStatus", "in-progress");
    assertThat(report.path("documents")).hasSize(2);
  }

  @Test
  void rejectAsFirstVerbDoesNotAnswer() throws Exception {
    buy("");
    service.onTwiml("/voice", "<Reject reason=\"busy\"/>");

    var report = reportAtTheEnd(call("silent"));

    assertThat(report.path("status").asText()).isEqualTo("busy");
    assertThat(report.path("answered_at").isNull()).isTrue();
    assertThat(service.askedAt("/status").getFirst().form())
        .containsEntry("CallStatus", "busy")
        .containsEntry("CallDuration", "0");
  }

  @Test
  void rejectWithoutReasonIsNoAnswer() throws Exception {
    buy("");
    service.onTwiml("/voice", "<Reject/>");

    assertThat(reportAtTheEnd(call("silent")).path("status").asText()).isEqualTo("no-answer");
  }

  @Test
  void rejectLaterEndsTheCall() throws Exception {
    buy("");
    service.onTwiml("/voice", "<Say>Sorry.</Say><Reject/>");

    var report = reportAtTheEnd(call("silent"));

    assertThat(report.path("status").asText()).isEqualTo("completed");
    assertThat(words(report, "receptionist")).containsExactly("Sorry.");
  }

  @Test
  void soundFilesArePlayedBitForBit() throws Exception {
    buy("");
    var speech = io.frontdesk.sandbox.audio.Speech.of(VOICE, "From a file.", 3).ulaw();
    service
        .onTwiml("/voice", "<Play>sound</Play><Play>missing</Play>")
        .on("/sound", asked -> Response.of(200, "audio/basic", speech))
        .on("/missing", asked -> Response.text(404, "gone"));

    var report = reportAtTheEnd(call("silent"));

    assertThat(words(report, "receptionist")).containsExactly("From a file.");
    assertThat(warnings(report)).containsExactly(11200);
  }

  @Test
  void theCallerMayHangUpBeforeAnybodyAnswers() throws Exception {
    var impatient =
        Scenario.script("impatient", "Leaves at once").atMost(Duration.ofMillis(400)).end();
    standIn.close();
    scenarios.add(impatient);
    start();
    buy("");
    service.onTwiml("/voice", "<Pause length=\"30\"/><Say>Hello?</Say>");

    var report = reportAtTheEnd(call("impatient"));

    assertThat(report.path("status").asText()).isEqualTo("no-answer");
    assertThat(report.path("ended_by").asText()).isEqualTo("caller");
  }

  @Test
  void aScenariosTimeOfDayIsTold() throws Exception {
    standIn.close();
    scenarios.add(Scenario.script("night", "At night").atBusinessTime("21:30").end());
    start();
    buy("");
    service.onTwiml("/voice", "<Hangup/>");

    reportAtTheEnd(call("night"));

    assertThat(service.askedAt("/voice").getFirst().form().get("SandboxNow"))
        .matches("\\d{4}-\\d\\d-\\d\\dT21:30");
    assertThat(service.askedAt("/status").getFirst().form()).containsKey("SandboxNow");
  }

  @Test
  void aLiveCallIsEndedByRest() throws Exception {
    buy("");
    service.onTwiml("/voice", "<Say loop=\"0\">Still here.</Say>");
    var sid = call("silent");
    await().until(() -> report(sid).path("turns").size() > 1);

    Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(TwilioSdk.master(standIn));

    var report = reportAtTheEnd(sid);
    assertThat(report.path("status").asText()).isEqualTo("completed");
    assertThat(report.path("ended_by").asText()).isEqualTo("api");
    Assertions.assertThatThrownBy(
            () ->
                Call.updater(sid)
                    .setStatus(Call.UpdateStatus.COMPLETED)
                    .update(TwilioSdk.master(standIn)))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.getCode()).isEqualTo(21220));
  }

  @Test
  void aLiveCallIsSentToAnotherDocumentByRest() throws Exception {
    buy("");
    service
        .onTwiml("/voice", "<Say loop=\"0\">Still here.</Say>")
        .onTwiml("/elsewhere", "<Say>Second.</Say>");
    var sid = call("silent");
    await().until(() -> report(sid).path("turns").size() > 1);

    Call.updater(sid)
        .setTwiml(
            new Twiml(
                "<Response><Say>First.</Say><Redirect>%s</Redirect></Response>"
                    .formatted(service.uri("/elsewhere"))))
        .update(TwilioSdk.master(standIn));

    assertThat(words(reportAtTheEnd(sid), "receptionist")).endsWith("First.", "Second.");
  }

  @Test
  void foreignServersAreNotAsked() throws Exception {
    com.twilio.rest.api.v2010.account.IncomingPhoneNumber.creator(
            new com.twilio.type.PhoneNumber(NUMBER))
        .setVoiceUrl(URI.create("https://voice.example.com/voice"))
        .create(TwilioSdk.master(standIn));

    var report = reportAtTheEnd(call("silent"));

    assertThat(warnings(report)).containsExactly(11100);
    assertThat(report.path("warnings").get(0).path("message").asText())
        .isEqualTo("the stand-in asks only servers on this machine, not voice.example.com");
  }

  @Test
  void onlyNumbersOfTheAccountCanBeCalledAndOnlyByThoseWhoKnowItsToken() throws Exception {
    buy("");
    var stranger =
        java.net.http.HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(standIn.uri().resolve("/sandbox/scenarios"))
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());

    assertThat(stranger.statusCode()).isEqualTo(401);
    for (var body :
        List.of(
            "{\"scenario\":\"silent\",\"to\":\"+14155550199\"}",
            "{\"scenario\":\"nobody\",\"to\":\"" + NUMBER + "\"}",
            "{\"scenario\":\"silent\",\"from\":\"12\",\"to\":\"" + NUMBER + "\"}",
            "[1,",
            "")) {
      assertThat(control("POST", "/sandbox/calls", body).statusCode()).isEqualTo(400);
    }
    assertThat(control("GET", "/sandbox/calls/CA1", "").statusCode()).isEqualTo(404);
    assertThat(control("GET", "/sandbox/scenarios", "").body())
        .isEqualTo("[{\"id\":\"silent\",\"title\":\"Says nothing\"}]");
  }

  private void assertSigned(TestService.Asked asked) {
    var validator = new RequestValidator(standIn.authToken());
    var signature = asked.header("X-Twilio-Signature");
    assertThat(validator.validate(asked.url(), asked.form(), signature)).isTrue();
    assertThat(new RequestValidator("other").validate(asked.url(), Map.of(), signature)).isFalse();
  }
}
