package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Enqueue;
import com.twilio.twiml.voice.Queue;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.twilio.TestService.Asked;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Callers wait in a queue until somebody dials it.
class QueueTest extends PhoneTest {
  private static final String STAFF = "+12125550171";

  @BeforeEach
  void people() {
    standIn.close();
    scenarios.add(
        Scenario.script("customer", "Waits")
            .from("+12125550170")
            .nudges(Duration.ofSeconds(2), "My garage door is stuck.")
            .atMost(Duration.ofSeconds(90))
            .end());
    scenarios.add(
        Scenario.script("staff", "Serves the queue")
            .from(STAFF)
            .hearing("stuck")
            .says("I will come at once.")
            .atMost(Duration.ofSeconds(15))
            .end());
    start();
    buy("");
    service.onTwiml("/wait", "<Say>Please hold.</Say><Pause length='1'/>");
    service.onTwiml("/waited", "<Say>That was all.</Say>");
    service.onTwiml("/served", "<Hangup/>");
    service.on(
        "/voice",
        asked ->
            asked.told("From").equals(STAFF)
                ? io.frontdesk.sandbox.wire.Response.xml(200, serving().build().toXml())
                : io.frontdesk.sandbox.wire.Response.xml(200, waiting().build().toXml()));
  }

  @Test
  void whoWaitsTalksToWhoeverDialsTheQueue() throws Exception {
    var customer = call("customer");
    await().until(() -> service.askedAt("/wait").size() > 1);
    var staff = call("staff");

    reportAtTheEnd(staff);

    assertThat(words(report(customer), "receptionist"))
        .startsWith("Please hold.")
        .contains("I will come at once.")
        .endsWith("That was all.");
    assertThat(words(report(staff), "receptionist")).contains("My garage door is stuck.");
    assertThat(waited().form())
        .containsEntry("QueueResult", "bridged")
        .containsKeys("QueueSid", "QueueTime");
    var wait = service.askedAt("/wait").getFirst();
    assertThat(wait.form())
        .containsEntry("QueuePosition", "1")
        .containsEntry("CurrentQueueSize", "1")
        .containsEntry("MaxQueueSize", "1000")
        .containsKeys("QueueSid", "QueueTime", "AvgQueueTime");
    assertThat(warnings(report(customer))).isEmpty();
  }

  @Test
  void whoeverComesLaterIsServedByWhoeverWaitsForThem() throws Exception {
    var staff = call("staff");
    await().until(() -> service.askedAt("/voice").size() == 1);
    var customer = call("customer");

    reportAtTheEnd(customer);

    assertThat(words(report(customer), "receptionist")).contains("I will come at once.");
    assertThat(words(report(staff), "receptionist")).contains("My garage door is stuck.");
  }

  @Test
  void whoHangsUpWaitsNoMore() throws Exception {
    var customer = call("customer");
    await().until(() -> !service.askedAt("/wait").isEmpty());
    Call.updater(customer).setStatus(Call.UpdateStatus.COMPLETED).update(TwilioSdk.master(standIn));
    reportAtTheEnd(customer);
    await().until(() -> !service.askedAt("/waited").isEmpty());

    assertThat(waited().form()).containsEntry("QueueResult", "hangup");
    var staff = call("staff");
    await().until(() -> !service.askedAt("/served").isEmpty());
    assertThat(service.askedAt("/served").getFirst().form())
        .containsEntry("DialCallStatus", "no-answer")
        .containsEntry("DialBridged", "false");
    reportAtTheEnd(staff);
  }

  @Test
  void whoIsSentElsewhereByRestLeavesTheQueue() throws Exception {
    var customer = call("customer");
    await().until(() -> !service.askedAt("/wait").isEmpty());

    Call.updater(customer)
        .setTwiml(new com.twilio.type.Twiml("<Response><Say>Found you.</Say></Response>"))
        .update(TwilioSdk.master(standIn));

    assertThat(words(reportAtTheEnd(customer), "receptionist")).endsWith("Found you.");
    await().until(() -> !service.askedAt("/waited").isEmpty());
    assertThat(waited().form()).containsEntry("QueueResult", "redirected");
  }

  @Test
  void theWaitsDocumentMayLetTheCallerLeave() throws Exception {
    service.onTwiml("/wait", "<Say>Too long.</Say><Dial>+12125550120</Dial><Leave/>");

    var report = reportAtTheEnd(call("customer"));

    assertThat(waited().form()).containsEntry("QueueResult", "leave");
    assertThat(words(report, "receptionist")).containsExactly("Too long.", "That was all.");
    assertThat(warnings(report)).containsExactly(12200);
  }

  @Test
  void aFullQueueTakesNobody() throws Exception {
    service.onTwiml("/voice", "<Enqueue action='/waited' maxQueueSize='1'>support</Enqueue>");
    var first = call("customer");
    await().until(() -> report(first).path("documents").size() == 1);
    await()
        .until(
            () ->
                Call.fetcher(first).fetch(TwilioSdk.master(standIn)).getStatus()
                    == Call.Status.IN_PROGRESS);

    var second = call("customer");

    await().until(() -> !service.askedAt("/waited").isEmpty());
    assertThat(waited().form())
        .containsEntry("QueueResult", "queue-full")
        .containsEntry("CallSid", second);
    Call.updater(first).setStatus(Call.UpdateStatus.COMPLETED).update(TwilioSdk.master(standIn));
    reportAtTheEnd(first);
  }

  private Asked waited() {
    return service.askedAt("/waited").getFirst();
  }

  private static VoiceResponse.Builder waiting() {
    return new VoiceResponse.Builder()
        .enqueue(new Enqueue.Builder().name("support").action("/waited").waitUrl("/wait").build());
  }

  private static VoiceResponse.Builder serving() {
    return new VoiceResponse.Builder()
        .dial(
            new Dial.Builder()
                .action("/served")
                .timeout(5)
                .queue(new Queue.Builder("support").build())
                .build());
  }
}
