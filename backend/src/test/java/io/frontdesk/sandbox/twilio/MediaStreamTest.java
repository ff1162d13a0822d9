package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.security.RequestValidator;
import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.wire.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Twilio's end of a media stream, message by message.
class MediaStreamTest extends PhoneTest {
  private static final String NEXT = "<Redirect>next</Redirect>";

  @Override
  Duration beat() {
    return Duration.ofMillis(20);
  }

  @BeforeEach
  void hangUpNext() {
    service.onTwiml("/next", "<Hangup/>").onTwiml("/action", "<Hangup/>");
  }

  @Test
  void theHandshakeIsSignedOverTheUrlAsWritten() throws Exception {
    connected(service.connect());

    var signature = service.handshake.orElseThrow().header("x-twilio-signature").orElse("");
    assertThat(
            new RequestValidator(standIn.authToken())
                .validate(service.mediaUrl(), Map.of(), signature))
        .isTrue();
  }

  @Test
  void beginsWithConnectedAndStart() throws Exception {
    buy("");
    service.onTwiml("/voice", service.connect());
    var sid = call("silent");
    var stream = service.stream();

    assertThat(stream.next("connected").toString())
        .isEqualTo("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    var start = stream.next("start");
    assertThat(start.path("sequenceNumber").isTextual()).isTrue();
    assertThat(start.path("sequenceNumber").asText()).isEqualTo("1");
    assertThat(start.path("streamSid").asText()).matches("MZ[0-9a-f]{32}");
    var body = start.path("start");
    assertThat(body.path("accountSid").asText()).isEqualTo(standIn.accountSid());
    assertThat(body.path("callSid").asText()).isEqualTo(sid);
    assertThat(body.path("streamSid")).isEqualTo(start.path("streamSid"));
    assertThat(body.path("tracks").toString()).isEqualTo("[\"inbound\"]");
    assertThat(body.path("mediaFormat").toString())
        .isEqualTo("{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}");
    assertThat(body.path("customParameters").toString()).isEqualTo("{\"word\":\"a&b\"}");
  }

  @Test
  void sendsAFrameEvery20MillisecondsOfRealTime() throws Exception {
    var began = System.nanoTime();
    var stream = connected(service.connect());

    await().until(() -> stream.mediaCount() >= 100);

    var took = Duration.ofNanos(System.nanoTime() - began).toMillis();
    assertThat(took).as("a clock that was late makes up for no more than 5").isGreaterThan(94 * 20);
    var media = stream.all.stream().filter(m -> m.path("event").asText().equals("media")).toList();
    var first = media.getFirst().path("media").path("timestamp").asLong();
    for (var i = 0; i < 100; i++) {
      var message = media.get(i);
      assertThat(message.path("sequenceNumber").isTextual()).isTrue();
      assertThat(message.path("sequenceNumber").asInt()).isEqualTo(i + 2);
      var body = message.path("media");
      assertThat(body.path("track").asText()).isEqualTo("inbound");
      assertThat(body.path("chunk").isTextual()).isTrue();
      assertThat(body.path("chunk").asInt()).isEqualTo(i + 1);
      assertThat(body.path("timestamp").isTextual()).isTrue();
      assertThat(body.path("timestamp").asLong()).isEqualTo(first + 20L * i);
      assertThat(Base64.getDecoder().decode(body.path("payload").asText()))
          .hasSize(160)
          .containsOnly(MuLaw.SILENCE);
    }
  }

  @Test
  void marksComeBackWhenTheSoundBeforeThemHasBeenPlayed() throws Exception {
    var stream = connected(service.connect());

    stream.mark("empty");
    stream.media(sound(Duration.ofMillis(500)));
    stream.mark("half");
    stream.media(sound(Duration.ofMillis(500)));
    stream.mark("whole");

    assertThat(markName(stream.next("mark"))).isEqualTo("empty");
    assertThat(markName(stream.next("mark"))).isEqualTo("half");
    var last = stream.next("mark");
    assertThat(markName(last)).isEqualTo("whole");
    assertThat(framesBefore(stream, "half"))
        .as("20 ms of the caller's go out while 20 ms are played")
        .isGreaterThanOrEqualTo(framesBefore(stream, "empty") + 25);
    assertThat(framesBefore(stream, "whole"))
        .isGreaterThanOrEqualTo(framesBefore(stream, "half") + 25);
    assertThat(last.path("sequenceNumber").isTextual()).isTrue();
  }

  @Test
  void clearDropsTheSoundAndReturnsEveryMarkAtOnce() throws Exception {
    var stream = connected(service.connect());
    var on = ", on and on, so that it never ends".repeat(8);
    stream.media(Speech.of(VOICE, "Nobody will hear the end" + on + " of a sentence.", 1).ulaw());
    stream.mark("one");
    stream.media(sound(Duration.ofSeconds(60)));
    stream.mark("two");
    await().until(() -> stream.mediaCount() > 40);

    stream.clear();

    assertThat(markName(stream.next("mark"))).isEqualTo("one");
    assertThat(markName(stream.next("mark"))).isEqualTo("two");
    assertThat(framesBefore(stream, "two")).as("long before it was played").isLessThan(60 * 50);
    stream.mark("three");
    assertThat(markName(stream.next("mark"))).isEqualTo("three");
    var report = endedByServer(stream);
    assertThat(words(report, "receptionist")).hasSize(1);
    assertThat(words(report, "receptionist").getFirst())
        .startsWith("Nobody")
        .doesNotContain("sentence", "\uFFFD");
    assertThat(report.path("frames").path("clears").asInt()).isEqualTo(1);
    assertThat(report.path("frames").path("echoes").asInt()).isEqualTo(3);
  }

  @Test
  void payloadsMayHaveAnySize() throws Exception {
    var stream = connected(service.connect());
    var speech = Speech.of(VOICE, "In pieces of any size.", 1).ulaw();

    for (var at = 0; at < speech.length; at += 333) {
      stream.media(Arrays.copyOfRange(speech, at, Math.min(speech.length, at + 333)));
    }
    stream.mark("said");
    stream.next("mark");

    assertThat(words(endedByServer(stream), "receptionist"))
        .containsExactly("In pieces of any size.");
  }

  @Test
  void messagesThatMakeNoSenseAreCountedAndTheStreamGoesOn() throws Exception {
    var stream = connected(service.connect());
    var sid = stream.streamSid();

    for (var message :
        new String[] {
          "not json",
          "[]",
          "{\"event\":\"stop\",\"streamSid\":\"" + sid + "\"}",
          "{\"event\":\"clear\",\"streamSid\":\"MZ0\"}",
          "{\"event\":\"clear\"}",
          "{\"event\":\"media\",\"streamSid\":\"" + sid + "\",\"media\":{\"payload\":\"*\"}}",
          "{\"event\":\"media\",\"streamSid\":\"" + sid + "\",\"media\":{\"payload\":\"\"}}",
          "{\"event\":\"media\",\"streamSid\":\"" + sid + "\"}",
          "{\"event\":\"mark\",\"streamSid\":\"" + sid + "\",\"mark\":\"a\"}",
        }) {
      stream.socket.send(message);
    }
    stream.mark("still here");

    assertThat(markName(stream.next("mark"))).isEqualTo("still here");
    var report = endedByServer(stream);
    assertThat(report.path("frames").path("refused").asInt()).isEqualTo(9);
    assertThat(warnings(report)).hasSize(10).containsOnly(31951, 31921);
  }

  @Test
  void aHangUpIsStopAndThenAClose() throws Exception {
    buy("");
    service.onTwiml("/voice", service.connect() + NEXT);
    var sid = call("silent");
    var stream = service.stream().started();
    stream.media(sound(Duration.ofSeconds(30)));
    stream.mark("never played");
    await().until(() -> stream.mediaCount() > 5);

    Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(TwilioSdk.master(standIn));

    var stop = stream.next("stop");
    assertThat(stop.path("stop").path("callSid").asText()).isEqualTo(sid);
    assertThat(stop.path("stop").path("accountSid").asText()).isEqualTo(standIn.accountSid());
    assertThat(stop.path("sequenceNumber").asInt()).isEqualTo(stream.mediaCount() + 2);
    assertThat(stream.next("closed").path("code").asInt()).isEqualTo(1000);
    assertThat(stream.all.getLast()).isEqualTo(stop);
    reportAtTheEnd(sid);
    assertThat(service.askedAt("/next")).isEmpty();
  }

  @Test
  void whenTheServerClosesTheNextVerbIsDone() throws Exception {
    var stream = connected(service.connect() + NEXT);

    var report = endedByServer(stream);

    assertThat(service.askedAt("/next")).hasSize(1);
    assertThat(warnings(report)).containsExactly(31921);
    assertThat(stream.all).noneMatch(m -> m.path("event").asText().equals("stop"));
    assertThat(report.path("streams")).hasSize(1);
  }

  @Test
  void whenTheServerClosesTheActionIsAskedInsteadOfTheNextVerb() throws Exception {
    var stream =
        connected(service.connect().replace("<Connect>", "<Connect action=\"action\">") + NEXT);

    endedByServer(stream);

    assertThat(service.askedAt("/action")).hasSize(1);
    assertThat(service.askedAt("/next")).isEmpty();
  }

  @Test
  void whenTheLineBreaksTheNextVerbIsDone() throws Exception {
    var stream = connected(service.connect() + NEXT);

    stream.socket.abort();

    await().until(() -> standIn.liveCalls() == 0);
    assertThat(service.askedAt("/next")).hasSize(1);
  }

  @Test
  void aRefusedHandshakeIsFollowedByTheNextVerb() throws Exception {
    buy("");
    service.refusal = Optional.of(Response.text(403, "not you"));
    service.onTwiml("/voice", service.connect() + NEXT);

    var report = reportAtTheEnd(call("silent"));

    assertThat(service.askedAt("/next")).hasSize(1);
    assertThat(warnings(report)).containsExactly(31920);
  }

  @Test
  void anUnreachableServerIsFollowedByTheNextVerb() throws Exception {
    buy("");
    service.onTwiml("/voice", "<Connect><Stream url=\"ws://127.0.0.1:1/media\"/></Connect>" + NEXT);

    var report = reportAtTheEnd(call("silent"));

    assertThat(service.askedAt("/next")).hasSize(1);
    assertThat(warnings(report)).containsExactly(31901);
  }

  @Test
  void theStreamsStatusIsToldToItsCallback() throws Exception {
    var stream =
        connected(
            service.connect().replace("<Stream ", "<Stream name=\"n\" statusCallback=\"stream\" "));

    endedByServer(stream);

    await().until(() -> service.askedAt("/stream").size() == 2);
    assertThat(service.askedAt("/stream"))
        .extracting(asked -> asked.form().get("StreamEvent"))
        .containsExactlyInAnyOrder("stream-started", "stream-stopped");
    assertThat(service.askedAt("/stream").getFirst().form())
        .containsEntry("StreamSid", stream.streamSid())
        .containsEntry("StreamName", "n")
        .containsKeys("CallSid", "AccountSid", "Timestamp");
  }

  @Test
  void keysThatTheCallerPressesAreTold() throws Exception {
    restartWith(Scenario.script("keys", "Presses keys").hearing("press").presses("1#").end());
    buy("");
    service.onTwiml("/voice", service.connect());
    call("keys");
    var stream = service.stream().started();

    stream.say(VOICE, "Please press one.", 1);

    var one = stream.next("dtmf");
    assertThat(one.path("dtmf").toString())
        .isEqualTo("{\"track\":\"inbound_track\",\"digit\":\"1\"}");
    assertThat(one.path("sequenceNumber").isTextual()).isTrue();
    assertThat(stream.next("dtmf").path("dtmf").path("digit").asText()).isEqualTo("#");
  }

  @Test
  void theCallersWordsArriveWhole() throws Exception {
    restartWith(Scenario.script("opens", "Says a sentence").opens("Is this sentence whole?").end());
    buy("");
    service.onTwiml("/voice", service.connect());
    var sid = call("opens");
    var stream = service.stream().started();

    stream.say(VOICE, "Hello.", 1);

    await()
        .untilAsserted(
            () ->
                assertThat(WatermarkReader.words(stream.sound()))
                    .isEqualTo("Is this sentence whole?"));
    await().untilAsserted(() -> assertThat(words(report(sid), "caller")).hasSize(1));
    assertThat(report(sid).path("frames").path("lost").asInt()).isZero();
  }

  /// A call whose stream has started.
  private MediaSocket connected(String verbs) throws Exception {
    buy("");
    service.onTwiml("/voice", verbs);
    call("silent");
    return service.stream().started();
  }

  /// The report after the server has closed the stream and the call is over.
  private JsonNode endedByServer(MediaSocket stream) throws Exception {
    var sid = stream.all.get(1).path("start").path("callSid").asText();
    stream.socket.close(1000, "");
    return reportAtTheEnd(sid);
  }

  private void restartWith(Scenario scenario) {
    standIn.close();
    scenarios.add(scenario);
    start();
  }

  private static byte[] sound(Duration length) {
    var sound = new byte[(int) length.toMillis() * 8];
    Arrays.fill(sound, (byte) 0x20);
    return sound;
  }

  private static String markName(JsonNode mark) {
    return mark.path("mark").path("name").asText();
  }

  /// How many frames of the caller's came before this mark.
  private static long framesBefore(MediaSocket stream, String mark) {
    return stream.all.stream()
        .takeWhile(m -> !(m.path("event").asText().equals("mark") && markName(m).equals(mark)))
        .filter(m -> m.path("event").asText().equals("media"))
        .count();
  }
}
