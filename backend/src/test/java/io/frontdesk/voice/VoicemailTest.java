package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A greeting, a beep, and what the caller says then is a message.
@Execution(ExecutionMode.CONCURRENT)
class VoicemailTest {
  private static final int HEADER_BYTES = 44;
  private static final String SID = "RE" + "0123456789abcdef".repeat(2);

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final String receptionist =
      "/api/v1/receptionists/"
          + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();

  VoicemailTest() {
    publish("{'engine': 'voicemail'}");
  }

  @Test
  void whatACallerSaysAfterTheBeepIsAMessageThatCanBeHeardAndRead() {
    JsonNode seen = rings("new_lead_books_visit");

    JsonNode message = awaitsWords();
    String opening = spoken(seen, "caller").getFirst();
    assertThat(message.path("text").asText()).contains(opening);
    assertThat(message.path("kind").asText()).isEqualTo("voicemail");
    assertThat(message.path("status").asText()).isEqualTo("open");
    assertThat(message.path("from_phone").asText()).isEqualTo("+12125550142");
    assertThat(Instant.parse(message.path("due_at").asText())).isAfter(Instant.now());
    String recording = "/api/v1/messages/" + message.path("id").asText() + "/recording";
    await()
        .until(
            () -> owner.api().get(recording + "/details").body().path("state").asText(),
            "ready"::equals);
    assertThat(words(owner.api().download(recording))).contains(opening);
    String link = owner.api().get(recording + "/details").body().path("audio_url").asText();
    assertThat(service.api().download(link)).isEqualTo(owner.api().download(recording));
    assertThat(Owner.signUp(service, "Other").api().get(recording).status()).isEqualTo(404);
  }

  @Test
  void theCallIsRecordedAsOne() {
    JsonNode seen = rings("new_lead_books_visit");

    awaitsWords();
    JsonNode call = awaitsEnd();
    assertThat(call.path("engine").asText()).isEqualTo("voicemail");
    assertThat(call.path("outcome").asText()).isEqualTo("message_taken");
    JsonNode turns =
        owner
            .api()
            .get("/api/v1/calls/" + call.path("id").asText() + "/transcript")
            .body()
            .path("turns");
    assertThat(turns.at("/0/speaker").asText()).isEqualTo("receptionist");
    assertThat(turns.at("/0/text").asText()).startsWith("Thank you for calling Ace Garage Doors.");
    assertThat(turns.at("/1/speaker").asText()).isEqualTo("caller");
    List<String> heard = spoken(seen, "receptionist");
    assertThat(heard.getFirst()).startsWith("Thank you for calling Ace Garage Doors.");
    assertThat(heard.getLast()).contains("Your message was taken");
    assertThat(owner.api().get("/api/v1/stats/summary?period=7d").body().path("voicemails").asInt())
        .isEqualTo(1);
  }

  @Test
  void whoSaysNothingLeavesACallAndNoMessage() {
    JsonNode seen = rings("says_nothing");

    JsonNode call = awaitsEnd();
    assertThat(call.path("outcome").asText()).isEqualTo("silent");
    assertThat(spoken(seen, "receptionist").getLast()).contains("did not hear a message");
    assertThat(owner.api().get("/api/v1/messages").body().path("data")).isEmpty();
  }

  @Test
  void aBusinessGreetsAsItLikes() {
    publish("{'voicemail_greeting': 'Ace here. We are fixing doors. Speak after the beep.'}");
    var phone = new HandPhone(service, owner);

    String twiml = phone.webhook("incoming", Map.of()).body();

    assertThat(twiml)
        .contains("Ace here. We are fixing doors.", "<Record", "playBeep=\"true\"")
        .contains("/api/v1/voice/voicemail-transcription")
        .contains("recordingStatusCallback=", "/api/v1/voice/voicemail-recording");
    assertThat(phone.webhook("incoming", Map.of()).body()).as("asked again").isEqualTo(twiml);
  }

  @Test
  void itSpeaksTheBusinesssLanguage() {
    publish("{'languages': ['de-DE']}");
    var phone = new HandPhone(service, owner);

    String twiml = phone.webhook("incoming", Map.of()).body();

    assertThat(twiml).contains("Signalton", "language=\"de-DE\"");
    assertThat(twiml).as("Twilio writes down English only").doesNotContain("transcribe");
  }

  @Test
  void whateverComesHowOftenInWhicheverOrderItIsOneMessage() {
    var phone = new HandPhone(service, owner);
    phone.webhook("incoming", Map.of());
    var recorded = Map.of("RecordingSid", SID, "RecordingDuration", "7", "Digits", "hangup");
    var written =
        Map.of(
            "RecordingSid",
            SID,
            "TranscriptionText",
            "Call me back.",
            "TranscriptionStatus",
            "completed");
    var steps = new ArrayList<Runnable>();
    for (int i = 0; i < 5; i++) {
      steps.add(() -> assertThat(phone.webhook("voicemail", recorded).status()).isEqualTo(200));
      steps.add(
          () ->
              assertThat(phone.webhook("voicemail-transcription", written).status())
                  .isEqualTo(204));
    }
    Collections.shuffle(steps, new Random(5));

    steps.forEach(Runnable::run);

    JsonNode messages = owner.api().get("/api/v1/messages").body().path("data");
    assertThat(messages).hasSize(1);
    assertThat(messages.at("/0/text").asText()).isEqualTo("Call me back.");
    JsonNode call = owner.api().get("/api/v1/calls").body().at("/data/0");
    assertThat(
            owner
                .api()
                .get("/api/v1/calls/" + call.path("id").asText() + "/transcript")
                .body()
                .path("turns"))
        .hasSize(2);
  }

  @Test
  void whatTwilioTakesForWritingItDownIsPartOfTheCost() {
    var phone = new HandPhone(service, owner);
    phone.webhook("incoming", Map.of());
    phone.webhook(
        "voicemail", Map.of("RecordingSid", SID, "RecordingDuration", "30", "Digits", "hangup"));
    var written = Map.of("RecordingSid", SID, "TranscriptionText", "Call me back.");
    phone.webhook("voicemail-transcription", written);
    phone.webhook("voicemail-transcription", written);

    JsonNode items = owner.api().get("/api/v1/calls").body().at("/data/0/cost/items");
    assertThat(items.findValuesAsText("model"))
        .as("paid once")
        .containsOnlyOnce("twilio-transcription");
    assertThat(items.at("/0/kind").asText()).isEqualTo("transcription");
    assertThat(items.at("/0/amount_micros").asLong()).isEqualTo(25_000);
  }

  @Test
  void whatWasLeftIsAMessageThoughNobodyAsksWhatFollowsIt() {
    var phone = new HandPhone(service, owner);
    phone.webhook("incoming", Map.of());
    var ready =
        Map.of("RecordingSid", SID, "RecordingDuration", "7", "RecordingStatus", "completed");

    for (int i = 0; i < 5; i++) {
      assertThat(phone.webhook("voicemail-recording", ready).status()).isEqualTo(204);
    }
    assertThat(
            phone
                .webhook(
                    "voicemail-recording",
                    Map.of(
                        "RecordingSid",
                        "RE" + "f".repeat(32),
                        "RecordingStatus",
                        "absent",
                        "RecordingDuration",
                        "-1"))
                .status())
        .isEqualTo(204);

    assertThat(owner.api().get("/api/v1/messages").body().path("data")).hasSize(1);
    assertThat(phone.send("voicemail-recording", ready, "").status()).isEqualTo(403);
  }

  @Test
  void whatIsToBeSaidMeanwhileIsSaidBeforeAnotherBeep() {
    var phone = new HandPhone(service, owner);
    phone.webhook("incoming", Map.of());
    TurnBasedCallTest.waits(service, owner, "We are on our way.");

    String twiml = phone.webhook("stream-ended", Map.of()).body();

    assertThat(twiml).contains("We are on our way. Please leave", "<Record");
    assertThat(phone.webhook("stream-ended", Map.of()).body()).as("asked again").isEqualTo(twiml);
  }

  @Test
  void strangeWordsAndUnknownCallsHarmNobody() {
    var phone = new HandPhone(service, owner);

    for (var strange :
        List.of(
            Map.of("RecordingSid", SID, "RecordingDuration", "7"),
            Map.of("RecordingSid", "../x", "RecordingDuration", "-7"),
            Map.of("TranscriptionText", "Hm.", "Surprise", "x".repeat(5000)),
            Map.<String, String>of())) {
      var answer = phone.webhook("voicemail", strange);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("<Response>");
      assertThat(phone.webhook("voicemail-transcription", strange).status()).isEqualTo(204);
    }
    assertThat(phone.send("voicemail", Map.of(), "").status()).isEqualTo(403);
    assertThat(owner.api().get("/api/v1/messages").body().path("data")).isEmpty();
  }

  @Test
  void itIsReachedByGetToo() {
    var phone = new HandPhone(service, owner);
    phone.webhook("incoming", Map.of());

    var answer = phone.asks("voicemail");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("<Record");
  }

  private void publish(String change) {
    var changed = owner.api().patch(receptionist, change);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    owner.api().post(receptionist + "/publish", "{}");
  }

  /// A caller's whole call, as the line saw it.
  private JsonNode rings(String scenario) {
    String number = owner.api().get("/api/v1/sandbox").body().path("numbers").get(0).asText();
    String sid =
        owner
            .api()
            .post(
                "/api/v1/sandbox/calls",
                "{'scenario': '%s', 'to': '%s'}".formatted(scenario, number))
            .body()
            .path("call_sid")
            .asText();
    return await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> owner.api().get("/api/v1/sandbox/calls/" + sid).body(),
            seen -> seen.path("status").asText().equals("completed"));
  }

  private JsonNode awaitsWords() {
    return await()
        .until(
            () -> owner.api().get("/api/v1/messages").body().at("/data/0"),
            message -> !message.path("text").asText().isEmpty());
  }

  private JsonNode awaitsEnd() {
    return await()
        .until(
            () -> owner.api().get("/api/v1/calls").body().at("/data/0"),
            call -> call.path("ended_at").isTextual());
  }

  private static List<String> spoken(JsonNode seen, String speaker) {
    return seen.path("turns")
        .valueStream()
        .filter(turn -> turn.path("speaker").asText().equals(speaker))
        .map(turn -> turn.path("words").asText())
        .toList();
  }

  private static String words(byte[] wave) {
    var samples =
        ByteBuffer.wrap(wave, HEADER_BYTES, wave.length - HEADER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer();
    var ulaw = new byte[samples.remaining()];
    IntStream.range(0, ulaw.length).forEach(i -> ulaw[i] = MuLaw.encode(samples.get(i)));
    return WatermarkReader.words(ulaw);
  }
}
