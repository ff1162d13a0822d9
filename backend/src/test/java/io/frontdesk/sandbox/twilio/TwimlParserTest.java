package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.Stream;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlParserTest {
  @Test
  void readsWhatTwiliosLibraryWrites() throws CallFault, TwiMLException {
    var stream =
        new Stream.Builder()
            .url("wss://voice.example.com/media/t1")
            .parameter(new Parameter.Builder().name("tenant").value("a&b").build())
            .build();
    var written =
        new VoiceResponse.Builder()
            .say(new Say.Builder("Hello <you>").language(Say.Language.EN_US).build())
            .connect(new Connect.Builder().stream(stream).build())
            .redirect(new Redirect.Builder("https://voice.example.com/next").build())
            .reject(new Reject.Builder().reason(Reject.Reason.BUSY).build())
            .build()
            .toXml();

    var twiml = TwimlParser.parse(written);

    assertThat(twiml.warnings()).isEmpty();
    assertThat(twiml.verbs())
        .containsExactly(
            new Verb.Say("Hello <you>", 1),
            new Verb.Connect(
                null,
                "POST",
                new Verb.Stream(
                    "wss://voice.example.com/media/t1",
                    null,
                    Map.of("tenant", "a&b"),
                    null,
                    "POST")),
            new Verb.Redirect("https://voice.example.com/next", "POST"),
            new Verb.Reject(true));
  }

  @Test
  void readsTheSmallVerbs() throws CallFault {
    var twiml =
        parse(
            "<Pause/><Pause length='3'/><Play loop='0'>a.wav</Play><Hangup/><Say><break/>Hi</Say>");

    assertThat(twiml.verbs())
        .containsExactly(
            new Verb.Pause(Duration.ofSeconds(1)),
            new Verb.Pause(Duration.ofSeconds(3)),
            new Verb.Play("a.wav", 0),
            new Verb.Hangup(),
            new Verb.Say("Hi", 1));
  }

  @Test
  void unknownVerbsAndAttributesAreWarnedOfAndSkipped() throws CallFault {
    var twiml =
        parse("<say>no</say><Dance/><Say colour='red'>Hi</Say><Redirect method='PUT'>a</Redirect>");

    assertThat(twiml.verbs())
        .containsExactly(new Verb.Say("Hi", 1), new Verb.Redirect("a", "POST"));
    assertThat(twiml.warnings())
        .extracting(Warning::code)
        .containsExactly(12200, 12200, 12200, 13710);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{}",
        "<Response>",
        "<response/>",
        "<Html/>",
        "<Response><Say>Tom & Ann</Say></Response>",
        "<!DOCTYPE Response [<!ENTITY e SYSTEM"
            + " 'file:///etc/passwd'>]><Response><Say>&e;</Say></Response>",
        "<!DOCTYPE a [<!ENTITY x 'x'><!ENTITY y '&x;&x;'>]><Response><Say>&y;</Say></Response>",
        "<Response><Say>\u0000</Say></Response>",
      })
  void whatIsNoTwimlIsRefused(String document) {
    assertThatThrownBy(() -> TwimlParser.parse(document))
        .isInstanceOfSatisfying(
            CallFault.class, fault -> assertThat(fault.warning().code()).isEqualTo(12100));
  }

  @Test
  void documentsAreBounded() {
    assertThatThrownBy(() -> parse("<Say>" + "é".repeat(33_000) + "</Say>"))
        .isInstanceOfSatisfying(
            CallFault.class, fault -> assertThat(fault.warning().code()).isEqualTo(11750));
  }

  @ParameterizedTest
  @CsvSource({
    "url='ws://voice.example.com/media', 31922",
    "url='https://voice.example.com/media', 31922",
    "url='wss://voice.example.com/media?a=1', 31920",
    "url='not a url', 31922",
    "name='x', 31922",
    "url='wss://voice.example.com/m' track='both_tracks', 31941",
    "url='wss://voice.example.com/m' track='outbound_track', 31941",
  })
  void streamsThatTwilioRefusesFail(String attributes, int code) throws CallFault {
    assertThat(parse("<Connect><Stream %s/></Connect>".formatted(attributes)).verbs())
        .singleElement()
        .isInstanceOfSatisfying(
            Verb.Failing.class, verb -> assertThat(verb.warning().code()).isEqualTo(code));
  }

  @Test
  void plainSocketsAreForThisMachineOnly() throws CallFault {
    assertThat(parse("<Connect><Stream url='ws://127.0.0.1:8080/m'/></Connect>").verbs())
        .singleElement()
        .isInstanceOf(Verb.Connect.class);
  }

  @Test
  void aCallHasOneBidirectionalStream() throws CallFault {
    var stream = "<Stream url='wss://voice.example.com/m'/>";

    assertThat(parse("<Connect>" + stream + stream + "</Connect>").verbs())
        .singleElement()
        .isInstanceOf(Verb.Failing.class);
  }

  @Test
  void longParametersAreLeftOut() throws CallFault {
    var twiml =
        parse(
            "<Connect><Stream url='wss://voice.example.com/m'><Parameter name='a' value='%s'/></Stream></Connect>"
                .formatted("x".repeat(499)));

    assertThat(((Verb.Connect) twiml.verbs().getFirst()).stream().parameters()).isEmpty();
    assertThat(twiml.warnings()).hasSize(1);
  }

  private static Twiml parse(String verbs) throws CallFault {
    return TwimlParser.parse("<Response>" + verbs + "</Response>");
  }
}
