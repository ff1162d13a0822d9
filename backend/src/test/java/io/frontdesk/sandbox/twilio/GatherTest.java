package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Say;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.caller.Script;
import io.frontdesk.sandbox.twilio.TestService.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What callers say and press is gathered and sent on.
class GatherTest extends PhoneTest {
  private static final String QUESTION = "What is your name?";

  @Test
  void whatACallerSaysIsUnderstoodAndSent() throws Exception {
    caller(talkative());
    service.on("/voice", gathering(Gather.Input.SPEECH, speech().speechTimeout("1")));
    service.onTwiml("/heard", "<Say>Thank you.</Say>");

    var report = reportAtTheEnd(call("somebody"));

    assertThat(heard().form())
        .containsEntry("SpeechResult", "Anna Miller.")
        .containsEntry("Confidence", "0.93")
        .containsEntry("CallStatus", "in-progress")
        .doesNotContainKey("Digits");
    assertThat(words(report, "receptionist")).containsExactly(QUESTION, "Thank you.");
    assertThat(warnings(report)).isEmpty();
  }

  @Test
  void keysAreSentWithoutTheOneThatEndsThem() throws Exception {
    caller(presses("12#9"));
    service.on("/voice", gathering(Gather.Input.DTMF, keys()));
    service.onTwiml("/heard", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    assertThat(heard().form())
        .containsEntry("Digits", "12")
        .containsEntry("FinishedOnKey", "#")
        .doesNotContainKey("SpeechResult");
  }

  @Test
  void soManyKeysAsAreAskedForAreEnough() throws Exception {
    caller(presses("123"));
    service.on("/voice", gathering(Gather.Input.DTMF, keys().numDigits(2)));
    service.onTwiml("/heard", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    assertThat(heard().form()).containsEntry("Digits", "12").containsEntry("FinishedOnKey", "");
  }

  @Test
  void keysEndWithTheTimeToo() throws Exception {
    caller(presses("7#"));
    service.on("/voice", gathering(Gather.Input.DTMF, keys().finishOnKey("").timeout(1)));
    service.onTwiml("/heard", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    assertThat(heard().form()).containsEntry("Digits", "7#");
  }

  @Test
  void ofWordsAndKeysTheFirstCounts() throws Exception {
    caller(presses("1"));
    service.on(
        "/voice",
        new VoiceResponse.Builder()
            .gather(
                keys()
                    .inputs(List.of(Gather.Input.DTMF, Gather.Input.SPEECH))
                    .numDigits(1)
                    .say(say(QUESTION))
                    .build()));
    service.onTwiml("/heard", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    assertThat(heard().form()).containsEntry("Digits", "1").doesNotContainKey("SpeechResult");
  }

  @Test
  void whoSaysNothingGoesOnToTheNextVerb() throws Exception {
    buy("");
    service.on(
        "/voice",
        new VoiceResponse.Builder()
            .gather(speech().inputs(Gather.Input.SPEECH).timeout(1).say(say(QUESTION)).build())
            .say(say("Nobody there.")));

    var report = reportAtTheEnd(call("silent"));

    assertThat(service.askedAt("/heard")).isEmpty();
    assertThat(words(report, "receptionist")).containsExactly(QUESTION, "Nobody there.");
  }

  @Test
  void silenceIsAnAnswerWhereThatIsAsked() throws Exception {
    buy("");
    service.on(
        "/voice",
        new VoiceResponse.Builder()
            .gather(speech().actionOnEmptyResult(true).timeout(1).build())
            .say(say("Never said.")));
    service.onTwiml("/heard", "<Hangup/>");

    var report = reportAtTheEnd(call("silent"));

    assertThat(heard().form()).containsEntry("Digits", "").doesNotContainKey("SpeechResult");
    assertThat(words(report, "receptionist")).isEmpty();
  }

  @Test
  void whoSpeaksOrPressesSilencesThePrompts() throws Exception {
    caller(
        Scenario.script("somebody", "Interrupts")
            .opens("Hello.")
            .interrupts(3, "Sorry, I am in a hurry."));
    service.on(
        "/voice",
        new VoiceResponse.Builder()
            .gather(
                speech()
                    .inputs(Gather.Input.SPEECH)
                    .say(say("Good morning and thank you for calling us on this lovely day."))
                    .say(say("How can we help you?"))
                    .build()));
    service.onTwiml("/heard", "<Hangup/>");

    var report = reportAtTheEnd(call("somebody"));

    assertThat(heard().form().get("SpeechResult")).isEqualTo("Sorry, I am in a hurry.");
    assertThat(words(report, "receptionist"))
        .singleElement()
        .asString()
        .startsWith("Good morning and")
        .doesNotContain("lovely");
  }

  @Test
  void withoutBargeInThePromptsAreHeardToTheirEnd() throws Exception {
    caller(
        Scenario.script("somebody", "Interrupts")
            .opens("Hello.")
            .interrupts(2, "I am in a hurry."));
    service.on(
        "/voice",
        new VoiceResponse.Builder()
            .gather(
                speech()
                    .inputs(Gather.Input.SPEECH)
                    .bargeIn(false)
                    .say(say("Good morning and thank you for calling."))
                    .build()));
    service.onTwiml("/heard", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    assertThat(heard().form().get("SpeechResult")).isEqualTo("I am in a hurry.");
  }

  @Test
  void wordsAreToldWhileTheyAreSpoken() throws Exception {
    caller(talkative("My kitchen sink is leaking and I need somebody today."));
    service.on(
        "/voice",
        gathering(
            Gather.Input.SPEECH,
            speech()
                .partialResultCallback("/partial")
                .partialResultCallbackMethod(com.twilio.http.HttpMethod.POST)));
    service.onTwiml("/heard", "<Hangup/>");

    reportAtTheEnd(call("somebody"));

    assertThat(service.askedAt("/partial"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            asked ->
                assertThat("My kitchen sink is leaking and I need somebody today.")
                    .startsWith(asked.form().get("UnstableSpeechResult")));
    assertThat(service.askedAt("/partial"))
        .extracting(asked -> asked.form().get("SequenceNumber"))
        .doesNotHaveDuplicates()
        .contains("0");
  }

  @Test
  void withoutAnActionTheSameDocumentIsAskedAgain() throws Exception {
    caller(presses("1"));
    service.on(
        "/voice",
        asked ->
            asked.form().containsKey("Digits")
                ? TestService.twiml("<Hangup/>")
                : TestService.twiml("<Gather numDigits='1'><Say>Press.</Say></Gather>"));

    reportAtTheEnd(call("somebody"));

    assertThat(service.askedAt("/voice")).hasSize(2);
    assertThat(service.askedAt("/voice").getLast().form()).containsEntry("Digits", "1");
  }

  @Test
  void promptsMayBePlayedPausedAndPressed() throws Exception {
    buy("");
    var speech = io.frontdesk.sandbox.audio.Speech.of(VOICE, "From a file.", 3).ulaw();
    service.on(
        "/sound", asked -> io.frontdesk.sandbox.wire.Response.of(200, "audio/basic", speech));
    service.on(
        "/voice",
        new VoiceResponse.Builder()
            .gather(
                keys()
                    .timeout(1)
                    .play(new Play.Builder("/sound").build())
                    .pause(new Pause.Builder().length(1).build())
                    .say(say("Then words."))
                    .build())
            .play(new Play.Builder().digits("w12#").build())
            .hangup(new Hangup.Builder().build()));

    var report = reportAtTheEnd(call("silent"));

    assertThat(words(report, "receptionist")).containsExactly("From a file.", "Then words.");
    assertThat(warnings(report)).isEmpty();
  }

  @Test
  void aGatherGoesOnAfterARestart() throws Exception {
    caller(talkative());
    service.on("/voice", gathering(Gather.Input.SPEECH, speech().timeout(20)));
    service.onTwiml("/heard", "<Hangup/>");
    var sid = call("somebody");
    org.awaitility.Awaitility.await().until(() -> report(sid).path("documents").size() == 1);

    standIn.close();
    start();
    standIn.resumeCalls();

    reportAtTheEnd(sid);
    assertThat(heard().form()).containsEntry("SpeechResult", "Anna Miller.");
  }

  private Asked heard() {
    assertThat(service.askedAt("/heard")).hasSize(1);
    return service.askedAt("/heard").getFirst();
  }

  private void caller(Script script) {
    standIn.close();
    scenarios.add(script.end());
    start();
    buy("");
  }

  private static Script talkative() {
    return talkative("Anna Miller.");
  }

  private static Script talkative(String words) {
    return Scenario.script("somebody", "Says a name").hearing("name").says(words);
  }

  private static Script presses(String keys) {
    return Scenario.script("somebody", "Presses keys").hearing("name", "press").presses(keys);
  }

  private static VoiceResponse.Builder gathering(Gather.Input input, Gather.Builder gather) {
    return new VoiceResponse.Builder()
        .gather(gather.inputs(List.of(input)).say(say(QUESTION)).build());
  }

  private static Gather.Builder speech() {
    return new Gather.Builder().action("/heard").speechTimeout("auto");
  }

  private static Gather.Builder keys() {
    return new Gather.Builder().action("/heard");
  }

  private static Say say(String words) {
    return new Say.Builder(words).voice(Say.Voice.POLLY_JOANNA_NEURAL).build();
  }
}
