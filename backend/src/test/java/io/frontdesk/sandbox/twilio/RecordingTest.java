package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.call.Recording;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Say;
import com.twilio.type.Twiml;
import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.caller.Script;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/// What is said on calls is recorded, can be fetched, and can be deleted.
class RecordingTest extends PhoneTest {
  private static final String MESSAGE = "Please call me back about my broken boiler.";
  private static final String ASKING =
      "<Response><Say>Leave a message.</Say><Pause length='8'/><Say>Thank you.</Say></Response>";

  private static final String SAM = "+12125550120";

  @Test
  void aMessageIsRecordedAndFetched() throws Exception {
    caller(leaves(MESSAGE));
    service.on("/voice", recording(record().timeout(1)));
    service.onTwiml("/recorded", "<Say>Thank you.</Say>");

    var sid = call("somebody");
    var report = reportAtTheEnd(sid);

    var recorded = service.askedAt("/recorded").getFirst();
    assertThat(recorded.told("RecordingSid")).startsWith("RE");
    assertThat(Integer.parseInt(recorded.told("RecordingDuration"))).isBetween(2, 4);
    assertThat(recorded.form()).doesNotContainKey("Digits");
    assertThat(words(report, "receptionist")).endsWith("Thank you.");
    var wave = fetch(recorded.told("RecordingUrl"));
    assertThat(spoken(wave, 1, 0)).isEqualTo(MESSAGE);
    assertThat(fetch(recorded.told("RecordingUrl") + ".wav")).isEqualTo(wave);
    await().until(() -> service.askedAt("/ready").size() == 1);
    assertThat(service.askedAt("/ready").getFirst().form())
        .containsEntry("RecordingStatus", "completed")
        .containsEntry("RecordingSource", "RecordVerb")
        .containsEntry("RecordingChannels", "1")
        .containsEntry("CallSid", sid)
        .containsEntry("RecordingUrl", recorded.told("RecordingUrl"))
        .containsKeys("RecordingStartTime", "RecordingDuration", "AccountSid");
    assertThat(warnings(report)).isEmpty();
  }

  @Test
  void aKeyEndsIt() throws Exception {
    caller(
        Scenario.script("somebody", "Speaks and presses a key")
            .hearing("message")
            .saysAndPresses("Call me.", "*"));
    service.on("/voice", recording(record().timeout(0).finishOnKey("*")));
    service.onTwiml("/recorded", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    assertThat(service.askedAt("/recorded").getFirst().form()).containsEntry("Digits", "*");
  }

  @Test
  void whoHangsUpHasLeftAMessageToo() throws Exception {
    caller(Scenario.script("somebody", "Leaves").hearing("message").saysAndHangsUp(MESSAGE));
    service.on("/voice", recording(record()));

    reportAtTheEnd(call("somebody"));

    await().until(() -> !service.askedAt("/recorded").isEmpty());
    var recorded = service.askedAt("/recorded").getFirst();
    assertThat(recorded.form())
        .containsEntry("Digits", "hangup")
        .containsEntry("CallStatus", "completed");
    assertThat(spoken(fetch(recorded.told("RecordingUrl")), 1, 0)).isEqualTo(MESSAGE);
  }

  @Test
  void silenceIsNoMessage() throws Exception {
    buy("");
    service.on(
        "/voice", recording(record().timeout(1)).say(new Say.Builder("Nothing was said.").build()));

    var report = reportAtTheEnd(call("silent"));

    assertThat(service.askedAt("/recorded")).isEmpty();
    assertThat(words(report, "receptionist")).endsWith("Nothing was said.");
  }

  @Test
  void whatWasSaidIsWrittenDown() throws Exception {
    String story = MESSAGE + " It has been cold in here since yesterday evening.";
    caller(leaves(story));
    service.on(
        "/voice", recording(record().timeout(1).transcribe(true).transcribeCallback("/words")));
    service.onTwiml("/recorded", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    await().until(() -> !service.askedAt("/words").isEmpty());
    assertThat(service.askedAt("/words").getFirst().form())
        .containsEntry("TranscriptionStatus", "completed")
        .containsEntry("TranscriptionText", story)
        .containsKeys("TranscriptionSid", "RecordingSid", "RecordingUrl", "CallSid");
  }

  @Test
  void aCallIsRecordedByRestOnTwoChannels() throws Exception {
    caller(leaves(MESSAGE));
    service.onTwiml("/voice", "<Say>Good morning.</Say><Pause length='600'/>");
    var sid = call("somebody");
    await().until(() -> Call.fetcher(sid).fetch(client()).getStatus() == Call.Status.IN_PROGRESS);

    var begun =
        Recording.creator(sid)
            .setRecordingChannels("dual")
            .setRecordingStatusCallback(service.uri("/ready"))
            .setRecordingStatusCallbackEvent(List.of("in-progress", "completed"))
            .create(client());
    Call.updater(sid).setTwiml(new Twiml(ASKING)).update(client());
    reportAtTheEnd(sid);

    assertThat(begun.getStatus()).isEqualTo(Recording.Status.IN_PROGRESS);
    assertThat(begun.getChannels()).isEqualTo(2);
    assertThat(begun.getSource()).isEqualTo(Recording.Source.START_CALL_RECORDING_API);
    var kept = Recording.fetcher(sid, begun.getSid()).fetch(client());
    assertThat(kept.getStatus()).isEqualTo(Recording.Status.COMPLETED);
    assertThat(Integer.parseInt(kept.getDuration())).isGreaterThan(5);
    var wave = fetch(standIn.uri() + kept.getUri().replace(".json", ""));
    assertThat(spoken(wave, 2, 0)).startsWith(MESSAGE);
    assertThat(spoken(wave, 2, 1)).endsWith("Leave a message. Thank you.");
    await().until(() -> service.askedAt("/ready").size() == 2);
    assertThat(service.askedAt("/ready"))
        .extracting(asked -> asked.form().get("RecordingStatus"))
        .containsExactlyInAnyOrder("in-progress", "completed");
    assertThat(Recording.reader(sid).read(client()))
        .extracting(Recording::getSid)
        .containsExactly(begun.getSid());
  }

  @Test
  void aRecordingIsPausedGoesOnAndEndsInMidCall() throws Exception {
    buy("");
    service.onTwiml("/voice", "<Say loop='0'>Still here.</Say>");
    var sid = call("silent");
    await().until(() -> Call.fetcher(sid).fetch(client()).getStatus() == Call.Status.IN_PROGRESS);
    var begun = Recording.creator(sid).create(client());

    assertThat(status(sid, "Twilio.CURRENT", Recording.Status.PAUSED))
        .isEqualTo(Recording.Status.PAUSED);
    assertThat(status(sid, begun.getSid(), Recording.Status.IN_PROGRESS))
        .isEqualTo(Recording.Status.IN_PROGRESS);
    await().until(() -> report(sid).path("turns").size() > 2);
    assertThat(status(sid, "Twilio.CURRENT", Recording.Status.STOPPED))
        .isEqualTo(Recording.Status.COMPLETED);

    assertThatThrownBy(() -> status(sid, begun.getSid(), Recording.Status.PAUSED))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.getCode()).isEqualTo(21220));
    assertThatThrownBy(() -> status(sid, "Twilio.CURRENT", Recording.Status.STOPPED))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20404));
    Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(client());
    reportAtTheEnd(sid);
    assertThatThrownBy(() -> Recording.creator(sid).create(client()))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.getCode()).isEqualTo(21220));
  }

  @Test
  void aDeletedRecordingIsGoneWithItsSound() throws Exception {
    caller(leaves(MESSAGE));
    service.on("/voice", recording(record().timeout(1)));
    service.onTwiml("/recorded", "<Hangup/>");
    var sid = call("somebody");
    reportAtTheEnd(sid);
    var recorded = service.askedAt("/recorded").getFirst();

    com.twilio.rest.api.v2010.account.Recording.deleter(recorded.told("RecordingSid"))
        .delete(client());

    assertThat(answer(recorded.told("RecordingUrl"), true)).isEqualTo(404);
    assertThat(com.twilio.rest.api.v2010.account.Recording.reader().setCallSid(sid).read(client()))
        .isEmpty();
  }

  @Test
  void nobodyElseHearsIt() throws Exception {
    caller(leaves(MESSAGE));
    service.on("/voice", recording(record().timeout(1)));
    service.onTwiml("/recorded", "<Hangup/>");
    reportAtTheEnd(call("somebody"));

    var url = service.askedAt("/recorded").getFirst().told("RecordingUrl");

    assertThat(answer(url, true)).isEqualTo(200);
    assertThat(answer(url, false)).isEqualTo(401);
  }

  @Test
  void aDialledCallIsRecorded() throws Exception {
    caller(leaves(MESSAGE));
    service.on(
        "/voice",
        new VoiceResponse.Builder()
            .say(new Say.Builder("I connect you.").build())
            .dial(
                new Dial.Builder()
                    .action("/dialled")
                    .record(Dial.Record.RECORD_FROM_ANSWER_DUAL)
                    .recordingStatusCallback("/ready")
                    .number(new Number.Builder(SAM).build())
                    .build()));
    service.onTwiml("/dialled", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    var wave = fetch(service.askedAt("/dialled").getFirst().told("RecordingUrl"));
    assertThat(spoken(wave, 2, 0)).contains("Hello? Are you there?");
    assertThat(spoken(wave, 2, 1)).contains("This is Sam. I will see to it.");
    await().until(() -> !service.askedAt("/ready").isEmpty());
    assertThat(service.askedAt("/ready").getFirst().form())
        .containsEntry("RecordingSource", "DialVerb")
        .containsEntry("RecordingChannels", "2");
  }

  @Test
  void recordingsOutliveARestart() throws Exception {
    caller(leaves(MESSAGE));
    service.on("/voice", recording(record().timeout(1)));
    service.onTwiml("/recorded", "<Hangup/>");
    reportAtTheEnd(call("somebody"));
    var path = URI.create(service.askedAt("/recorded").getFirst().told("RecordingUrl"));

    standIn.close();
    start();

    assertThat(spoken(fetch(standIn.uri() + path.getPath()), 1, 0)).isEqualTo(MESSAGE);
  }

  private Recording.Status status(String call, String sid, Recording.Status status) {
    return Recording.updater(call, sid, status).update(client()).getStatus();
  }

  private com.twilio.http.TwilioRestClient client() {
    return TwilioSdk.master(standIn);
  }

  private void caller(Script script) {
    standIn.close();
    scenarios.add(script.atMost(Duration.ofSeconds(60)).end());
    scenarios.add(takesCalls());
    start();
    buy("");
  }

  private static Script leaves(String message) {
    return Scenario.script("somebody", "Leaves a message")
        .hearing("message")
        .says(message)
        .nudges(Duration.ofSeconds(3), "Hello? Are you there?");
  }

  private static VoiceResponse.Builder recording(Record.Builder record) {
    return new VoiceResponse.Builder()
        .say(new Say.Builder("Please leave a message.").build())
        .record(record.build());
  }

  private static Record.Builder record() {
    return new Record.Builder()
        .action("/recorded")
        .playBeep(false)
        .recordingStatusCallback("/ready");
  }

  /// The words on one channel of a WAV file.
  private static String spoken(byte[] wave, int channels, int channel) throws Exception {
    try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wave))) {
      assertThat(sound.getFormat().getChannels()).isEqualTo(channels);
      assertThat(sound.getFormat().getSampleRate()).isEqualTo(8000);
      var bytes = sound.readAllBytes();
      var ulaw = new byte[bytes.length / 2 / channels];
      for (int i = 0; i < ulaw.length; i++) {
        int at = 2 * (i * channels + channel);
        ulaw[i] = MuLaw.encode((short) ((bytes[at] & 0xFF) | (bytes[at + 1] << 8)));
      }
      return WatermarkReader.words(ulaw);
    }
  }

  private byte[] fetch(String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url)).header("Authorization", basic()).build(),
              BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  private int answer(String url, boolean known) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url));
    if (known) {
      request.header("Authorization", basic());
    }
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  private String basic() {
    var credentials = standIn.accountSid() + ":" + standIn.authToken();
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
