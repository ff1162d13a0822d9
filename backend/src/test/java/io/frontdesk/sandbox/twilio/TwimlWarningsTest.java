package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Enqueue;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Leave;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Queue;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Say;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Twilio's debugger would show of a document, by its codes; and nothing of one that is right.
class TwimlWarningsTest {
  @ParameterizedTest
  @CsvSource({
    "<Gather timeout='0'/>, 13313",
    "<Gather timeout='soon'/>, 13313",
    "<Gather numDigits='0'/>, 13314",
    "<Gather finishOnKey='A'/>, 13310",
    "<Gather method='PUT'/>, 13312",
    "<Gather speechTimeout='x'/>, 13327",
    "<Gather speechTimeout='auto' speechModel='deepgram_nova-3'/>, 13327",
    "<Gather language='English'/>, 13331",
    "<Gather bargeIn='yes'/>, 13332",
    "<Gather debug='1'/>, 13336",
    "<Gather actionOnEmptyResult='1'/>, 13338",
    "<Gather enhanced='1'/>, 13339",
    "<Gather input='telepathy'/>, 12200",
    "<Gather colour='red'/>, 12200",
    "<Gather><Dial>+12125550120</Dial></Gather>, 13320",
    "<Gather><Say/></Gather>, 13520",
    "<Say loop='x'>Hi</Say>, 13510",
    "<Play loop='x'>a.wav</Play>, 13410",
    "<Pause length='x'/>, 13910",
    "<Redirect method='PUT'>a</Redirect>, 13710",
    "<Reject reason='tired'/>, 12200",
    "<Dial timeout='4'>+12125550120</Dial>, 13212",
    "<Dial timeLimit='0'>+12125550120</Dial>, 13216",
    "<Dial hangupOnStar='1'>+12125550120</Dial>, 13213",
    "<Dial method='PUT'>+12125550120</Dial>, 13210",
    "<Dial record='always'>+12125550120</Dial>, 12200",
    "<Dial><Sip>sip:a@b</Sip><Number>+12125550120</Number></Dial>, 13215",
    "<Dial><Number method='PUT'>+12125550120</Number></Dial>, 13221",
    "<Dial><Number sendDigits='x'>+12125550120</Number></Dial>, 13222",
    "<Dial><Number statusCallbackEvent='sneezed'>+12125550120</Number></Dial>, 12200",
    "<Record timeout='x'/>, 13611",
    "<Record maxLength='0'/>, 13612",
    "<Record finishOnKey='A'/>, 13613",
    "<Record transcribe='1'/>, 13614",
    "<Record transcribe='true' maxLength='121'/>, 13615",
    "<Record playBeep='1'/>, 13616",
    "<Record method='PUT'/>, 13610",
    "<Enqueue maxQueueSize='0'>support</Enqueue>, 12200",
    "<Leave now='true'/>, 12200",
    "<Dance/>, 12200",
  })
  void whatIsWrongHasItsCodeAndTheCallGoesOn(String verbs, int code) throws CallFault {
    assertThat(TwimlParser.parse("<Response>" + verbs + "</Response>").warnings())
        .extracting(Warning::code)
        .containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "<Say/>, 13520",
    "<Say voice='Polly.Nobody-Loud'>Hi</Say>, 13511",
    "<Say voice='robot'>Hi</Say>, 13511",
    "<Say language='English'>Hi</Say>, 13511",
    "<Say voice='Google.en-US-Wavenet-A' language='es-ES'>Hola</Say>, 13511",
    "<Play/>, 13420",
    "<Play digits='x'/>, 12200",
    "<Dial/>, 13223",
    "<Enqueue/>, 12200",
  })
  void whatCannotBeDoneIsLeftOut(String verb, int code) throws CallFault {
    assertThat(TwimlParser.parse("<Response>" + verb + "</Response>").verbs())
        .singleElement()
        .isInstanceOfSatisfying(
            Verb.Failing.class, failing -> assertThat(failing.warning().code()).isEqualTo(code));
  }

  @Test
  void everyVoiceAndLanguageOfTwiliosLibraryIsKnown() {
    assertThat(Say.Voice.values())
        .allSatisfy(
            voice -> {
              var say = new Say.Builder("Hello.").voice(voice).build();
              assertThat(parse(new VoiceResponse.Builder().say(say)).verbs())
                  .containsExactly(new Verb.Say("Hello.", 1));
            });
    assertThat(Say.Language.values())
        .allSatisfy(
            language -> {
              var say = new Say.Builder("Hello.").language(language).build();
              assertThat(parse(new VoiceResponse.Builder().say(say)).verbs())
                  .containsExactly(new Verb.Say("Hello.", 1));
            });
    assertThat(Gather.Language.values())
        .allSatisfy(
            language -> {
              var gather = new Gather.Builder().language(language).build();
              assertThat(parse(new VoiceResponse.Builder().gather(gather)).warnings()).isEmpty();
            });
  }

  @Test
  void everythingThatTwiliosLibraryWritesIsUnderstood() throws Exception {
    var twiml =
        parse(
            new VoiceResponse.Builder()
                .gather(
                    new Gather.Builder()
                        .inputs(List.of(Gather.Input.DTMF, Gather.Input.SPEECH))
                        .action("/heard")
                        .timeout(3)
                        .speechTimeout("2")
                        .maxSpeechTime(30)
                        .profanityFilter(false)
                        .finishOnKey("*")
                        .numDigits(4)
                        .partialResultCallback("/partial")
                        .language(Gather.Language.ES_ES)
                        .hints("boiler, sink")
                        .bargeIn(false)
                        .actionOnEmptyResult(true)
                        .speechModel("deepgram_nova-3")
                        .say(new Say.Builder("Hello.").build())
                        .pause(new Pause.Builder().length(2).build())
                        .play(new Play.Builder("a.wav").loop(2).build())
                        .build())
                .play(new Play.Builder().digits("ww1#").build())
                .dial(
                    new Dial.Builder()
                        .action("/dialled")
                        .timeout(20)
                        .timeLimit(600)
                        .hangupOnStar(true)
                        .callerId("+14155550100")
                        .answerOnBridge(true)
                        .number(
                            new Number.Builder("+12125550120")
                                .url("/whisper")
                                .statusCallback("/leg")
                                .statusCallbackEvents(
                                    List.of(Number.Event.ANSWERED, Number.Event.COMPLETED))
                                .sendDigits("w1")
                                .build())
                        .build())
                .record(
                    new Record.Builder()
                        .action("/recorded")
                        .timeout(4)
                        .finishOnKey("#")
                        .maxLength(90)
                        .playBeep(false)
                        .trim(Record.Trim.DO_NOT_TRIM)
                        .recordingStatusCallback("/ready")
                        .transcribe(true)
                        .transcribeCallback("/words")
                        .build())
                .enqueue(
                    new Enqueue.Builder()
                        .name("support")
                        .action("/waited")
                        .waitUrl("/wait")
                        .maxQueueSize(5)
                        .build())
                .leave(new Leave.Builder().build())
                .dial(new Dial.Builder().queue(new Queue.Builder("support").build()).build()));

    assertThat(twiml.warnings()).isEmpty();
    assertThat(twiml.verbs())
        .containsExactly(
            new Verb.Gather(
                List.of(
                    new Verb.Say("Hello.", 1),
                    new Verb.Pause(Duration.ofSeconds(2)),
                    new Verb.Play("a.wav", 2)),
                true,
                true,
                "/heard",
                "POST",
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                "*",
                4,
                true,
                false,
                new Verb.Callback("/partial", "POST")),
            new Verb.PressKeys("ww1#"),
            new Verb.Dial(
                List.of(
                    new Verb.Called(
                        "+12125550120",
                        new Verb.Callback("/whisper", "POST"),
                        new Verb.Callback("/leg", "POST"),
                        Set.of("answered", "completed"),
                        "w1")),
                "/dialled",
                "POST",
                Duration.ofSeconds(20),
                Duration.ofSeconds(600),
                true,
                "+14155550100",
                true,
                false,
                null),
            new Verb.RecordCaller(
                "/recorded",
                "POST",
                Duration.ofSeconds(4),
                "#",
                Duration.ofSeconds(90),
                false,
                true,
                "/words",
                new RecordingOrder(
                    "RecordVerb",
                    1,
                    "inbound",
                    false,
                    new Verb.Callback("/ready", "POST"),
                    Set.of("completed"))),
            new Verb.Enqueue("support", "/waited", "POST", new Verb.Callback("/wait", "POST"), 5),
            new Verb.Leave(),
            new Verb.DialQueue("support", null, "POST", Duration.ofSeconds(30)));
  }

  private static Twiml parse(VoiceResponse.Builder document) throws Exception {
    return TwimlParser.parse(document.build().toXml());
  }
}
