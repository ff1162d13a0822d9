package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.frontdesk.sandbox.twilio.TestService.Asked;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls that are placed by REST, as Twilio's own client sees them.
class PlaceTest extends PhoneTest {
  private static final String SAM = "+12125550120";
  private static final String PERSON = "+12125550128";
  private static final String MACHINE = "+12125550124";

  @BeforeEach
  void rentANumber() {
    buy("");
  }

  @Test
  void whoeverPicksUpHearsTheDocument() throws Exception {
    service.onTwiml("/script", "<Say>This is Acme Plumbing.</Say><Pause length='5'/>");

    var placed = to(SAM).create(TwilioSdk.master(standIn));

    assertThat(placed.getStatus()).isEqualTo(Call.Status.QUEUED);
    assertThat(placed.getDirection()).isEqualTo("outbound-api");
    assertThat(placed.getQueueTime()).isEqualTo("0");
    assertThat(placed.getFrom()).isEqualTo(NUMBER);
    assertThat(placed.getTo()).isEqualTo(SAM);
    var report = reportAtTheEnd(placed.getSid());
    assertThat(words(report, "receptionist")).containsExactly("This is Acme Plumbing.");
    assertThat(words(report, "caller")).containsExactly("This is Sam. I will see to it.");
    assertThat(service.askedAt("/script"))
        .singleElement()
        .satisfies(
            asked ->
                assertThat(asked.form())
                    .containsEntry("CallSid", placed.getSid())
                    .containsEntry("Direction", "outbound-api")
                    .containsEntry("From", NUMBER)
                    .containsEntry("To", SAM)
                    .containsEntry("CallStatus", "in-progress")
                    .doesNotContainKey("AnsweredBy"));
    assertThat(fetch(placed).getStatus()).isEqualTo(Call.Status.COMPLETED);
    assertThat(warnings(report)).isEmpty();
  }

  @Test
  void aDocumentMayComeWithTheRequest() throws Exception {
    var placed =
        Call.creator(
                new PhoneNumber(SAM),
                new PhoneNumber(NUMBER),
                new Twiml("<Response><Say>Good morning.</Say></Response>"))
            .create(TwilioSdk.master(standIn));

    var report = reportAtTheEnd(placed.getSid());

    assertThat(words(report, "receptionist")).containsExactly("Good morning.");
  }

  @Test
  void itsSoundGoesToAStream() throws Exception {
    service.onTwiml("/script", service.connect());

    var placed = to(PERSON).create(TwilioSdk.master(standIn));

    var stream = service.stream();
    await().until(() -> words(report(placed.getSid()), "caller").contains("Hello? This is Sam."));
    stream.socket.close(1000, "");
    assertThat(reportAtTheEnd(placed.getSid()).path("streams")).hasSize(1);
  }

  @Test
  void whatBecomesOfItIsTold() throws Exception {
    service.onTwiml("/script", "<Say>Hello.</Say>");

    var placed = telling(to(SAM)).create(TwilioSdk.master(standIn));
    reportAtTheEnd(placed.getSid());

    await().until(() -> service.askedAt("/progress").size() == 4);
    assertThat(service.askedAt("/progress"))
        .extracting(asked -> asked.told("SequenceNumber") + " " + asked.told("CallStatus"))
        .containsExactlyInAnyOrder("0 initiated", "1 ringing", "2 in-progress", "3 completed");
    assertThat(service.askedAt("/status")).as("the number's own callback is for callers").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+12125550121, no-answer, 487, no-answer",
    "+12125550122, busy, 486, busy",
    "+12125550123, failed, 404, failed",
  })
  void whoDoesNotPickUpIsTold(String number, String status, String sip, String fetched)
      throws Exception {
    var placed = telling(to(number)).setTimeout(5).create(TwilioSdk.master(standIn));

    var report = reportAtTheEnd(placed.getSid());

    var last = last();
    assertThat(last.form())
        .containsEntry("CallStatus", status)
        .containsEntry("SipResponseCode", sip)
        .containsEntry("CallDuration", "0");
    assertThat(fetch(placed).getStatus()).hasToString(fetched);
    assertThat(report.path("ended_by").asText()).isEqualTo("callee");
    assertThat(service.askedAt("/script")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+12125550128, Enable, human",
    "+12125550124, Enable, machine_start",
    "+12125550124, DetectMessageEnd, machine_end_silence",
    "+12125550120, Enable, unknown",
  })
  void aPersonIsToldFromAMachineWhileTheCallGoesOn(
      String number, String detection, String answeredBy) throws Exception {
    service.onTwiml("/script", "<Pause length='12'/>");

    var placed =
        telling(to(number))
            .setMachineDetection(detection)
            .setAsyncAmd("true")
            .setAsyncAmdStatusCallback(service.uri("/amd"))
            .create(TwilioSdk.master(standIn));
    reportAtTheEnd(placed.getSid());

    assertThat(service.askedAt("/amd"))
        .singleElement()
        .satisfies(
            asked ->
                assertThat(asked.form())
                    .containsEntry("CallSid", placed.getSid())
                    .containsEntry("AnsweredBy", answeredBy)
                    .containsKeys("AccountSid", "MachineDetectionDuration"));
    assertThat(service.askedAt("/script").getFirst().form()).doesNotContainKey("AnsweredBy");
    assertThat(last().form()).containsEntry("AnsweredBy", answeredBy);
    assertThat(fetch(placed).getAnsweredBy()).isEqualTo(answeredBy);
  }

  @Test
  void withoutAsyncTheDocumentWaitsForTheVerdict() throws Exception {
    service.onTwiml("/script", "<Say>Please call us back.</Say>");

    var placed = to(MACHINE).setMachineDetection("Enable").create(TwilioSdk.master(standIn));
    reportAtTheEnd(placed.getSid());

    assertThat(service.askedAt("/script").getFirst().form())
        .containsEntry("AnsweredBy", "machine_start");
  }

  @Test
  void itsDocumentIsChangedInMidCallAndNotBefore() throws Exception {
    service.onTwiml("/script", "<Pause length='30'/>");
    var placed = to(MACHINE).create(TwilioSdk.master(standIn));
    refuses(21220, () -> say(placed, "Too early."));
    await().until(() -> !service.askedAt("/script").isEmpty());

    say(placed, "Please call us back.");

    var report = reportAtTheEnd(placed.getSid());
    assertThat(words(report, "receptionist")).containsExactly("Please call us back.");
  }

  @Test
  void itIsCanceledWhileItRings() throws Exception {
    var placed = telling(to("+12125550121")).create(TwilioSdk.master(standIn));
    await().until(() -> fetch(placed).getStatus() == Call.Status.RINGING);

    Call.updater(placed.getSid())
        .setStatus(Call.UpdateStatus.CANCELED)
        .update(TwilioSdk.master(standIn));

    reportAtTheEnd(placed.getSid());
    assertThat(fetch(placed).getStatus()).isEqualTo(Call.Status.CANCELED);
    assertThat(last().form()).containsEntry("CallStatus", "canceled");
  }

  @Test
  void oneCallASecondIsDialledAndOthersWaitTheirTurn() {
    service.onTwiml("/script", "<Say>Hello.</Say>");

    to(SAM).create(TwilioSdk.master(standIn));
    var second = to(PERSON).create(TwilioSdk.master(standIn));

    assertThat(Integer.parseInt(second.getQueueTime())).isBetween(0, 1000);
    reportAtTheEnd(second.getSid());
    assertThat(fetch(second).getStatus()).isEqualTo(Call.Status.COMPLETED);
  }

  @Test
  void aDocumentThatCannotBeHadIsReplacedByTheFallback() throws Exception {
    service.onTwiml("/fallback", "<Say>One moment.</Say>");

    var placed =
        to(SAM)
            .setUrl(service.uri("/script"))
            .setFallbackUrl(service.uri("/fallback"))
            .create(TwilioSdk.master(standIn));

    var report = reportAtTheEnd(placed.getSid());
    assertThat(words(report, "receptionist")).containsExactly("One moment.");
    assertThat(service.askedAt("/fallback").getFirst().form()).containsKey("ErrorCode");
  }

  @Test
  void itGoesOnAfterARestart() throws Exception {
    service.onTwiml("/script", service.connect() + "<Say>Back again.</Say>");
    var placed = telling(to(PERSON)).create(TwilioSdk.master(standIn));
    service.stream();

    standIn.close();
    start();
    standIn.resumeCalls();

    var report = reportAtTheEnd(placed.getSid());
    assertThat(words(report, "receptionist")).contains("Back again.");
    assertThat(last().form())
        .containsEntry("CallStatus", "completed")
        .containsEntry("SequenceNumber", "3");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 21201",
    "12, 21211",
    "2125550120, 21211",
    "+902125550120, 21215",
  })
  void whomItCannotCallItRefuses(String number, int code) {
    refuses(code, () -> to(number).create(TwilioSdk.master(standIn)));
  }

  @Test
  void itRefusesWhatItCannotDo() {
    var sam = new PhoneNumber(SAM);
    var script = service.uri("/script");
    refuses(21213, () -> create(Call.creator(sam, new PhoneNumber(""), script)));
    refuses(21212, () -> create(Call.creator(sam, new PhoneNumber("me"), script)));
    refuses(21210, () -> create(Call.creator(sam, new PhoneNumber("+14155550199"), script)));
    refuses(21205, () -> create(Call.creator(sam, new PhoneNumber(NUMBER), URI.create("/script"))));
    refuses(
        21623,
        () -> create(withTwiml("<Response><Say>%s</Say></Response>".formatted("a".repeat(4000)))));
    refuses(12100, () -> create(withTwiml("<Response><Say>")));
    refuses(21208, () -> create(to(SAM).setTimeout(601)));
    refuses(21209, () -> create(to(SAM).setMethod(HttpMethod.DELETE)));
    refuses(21609, () -> create(to(SAM).setStatusCallback(URI.create("nowhere"))));
    refuses(20001, () -> create(to(SAM).setMachineDetection("Perhaps")));
    refuses(
        20001, () -> create(to(SAM).setMachineDetection("Enable").setMachineDetectionTimeout(2)));
    refuses(20001, () -> create(to(SAM).setSendDigits("1")));
    assertThat(Call.reader().read(TwilioSdk.master(standIn))).isEmpty();
  }

  @Test
  void anAccountOnTrialCallsOnlyItsOwnNumbers() throws Exception {
    control("POST", "/sandbox/accounts/" + standIn.accountSid(), "{\"trial\":true}");

    refuses(21219, () -> create(to(SAM)));
  }

  private CallCreator to(String number) {
    return Call.creator(new PhoneNumber(number), new PhoneNumber(NUMBER), service.uri("/script"));
  }

  private static CallCreator withTwiml(String document) {
    return Call.creator(new PhoneNumber(SAM), new PhoneNumber(NUMBER), new Twiml(document));
  }

  private void create(CallCreator creator) {
    creator.create(TwilioSdk.master(standIn));
  }

  private CallCreator telling(CallCreator call) {
    return call.setStatusCallback(service.uri("/progress"))
        .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"));
  }

  private Call fetch(Call call) {
    return Call.fetcher(call.getSid()).fetch(TwilioSdk.master(standIn));
  }

  private void say(Call call, String words) {
    Call.updater(call.getSid())
        .setTwiml(new Twiml("<Response><Say>%s</Say></Response>".formatted(words)))
        .update(TwilioSdk.master(standIn));
  }

  /// The callback that tells how it ended.
  private Asked last() {
    var over = List.of("completed", "busy", "no-answer", "failed", "canceled");
    await()
        .until(
            () ->
                service.askedAt("/progress").stream()
                    .anyMatch(asked -> over.contains(asked.told("CallStatus"))));
    return service.askedAt("/progress").stream()
        .filter(asked -> over.contains(asked.told("CallStatus")))
        .findFirst()
        .orElseThrow();
  }

  private static void refuses(int code, Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.getCode()).isEqualTo(code));
  }
}
