package io.frontdesk.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Say;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What we answer a call with. Every answer is TwiML, never an error: a caller does not hear one.
/// Source: https://www.twilio.com/docs/voice/twiml
public final class Twiml {
  /// The content type of every answer.
  public static final String CONTENT_TYPE = "text/xml";

  /// What is longer Twilio does not write down.
  private static final int LONGEST_VOICEMAIL_SECONDS = 120;

  private static final int SILENCE_SECONDS = 5;

  private Twiml() {}

  /// Connects the call to a media stream; when the stream ends and the call goes on, Twilio asks at
  /// `ended` what follows. Written by hand, since it is what nearly every call is answered:
  /// Twilio's builder looks for an XML library each time, which takes longer than all else.
  public static String connect(URI stream, URI streamStatus, URI ended) {
    return """
    <?xml version="1.0" encoding="UTF-8"?><Response><Connect>\
    <Stream statusCallback="%s" url="%s"/></Connect><Redirect method="POST">%s</Redirect>\
    </Response>\
    """
        .formatted(escaped(streamStatus), escaped(stream), escaped(ended));
  }

  /// An address holds no quotation mark, and nothing else that XML minds.
  private static String escaped(URI address) {
    return address.toString().replace("&", "&amp;");
  }

  /// Says a sentence and ends the call; one that was not answered yet is refused after it.
  public static String sayAndReject(String sentence) {
    return sayAndReject(sentence, Locale.ENGLISH);
  }

  /// The same in another language.
  public static String sayAndReject(String sentence, Locale language) {
    return new VoiceResponse.Builder()
        .say(say(sentence, language))
        .reject(new Reject.Builder().build())
        .build()
        .toXml();
  }

  /// Twilio speaks American English unless told otherwise; it knows Spanish and German by country
  /// only, and some countries of each.
  static Say say(String sentence, Locale language) {
    Say.Builder say = new Say.Builder(sentence);
    return switch (language.getLanguage()) {
      case "es" ->
          say.language(language.getCountry().equals("MX") ? Say.Language.ES_MX : Say.Language.ES_ES)
              .build();
      case "de" -> say.language(Say.Language.DE_DE).build();
      default -> say.build();
    };
  }

  /// Says a sentence and hangs up.
  public static String sayAndHangUp(String sentence, Locale language) {
    return new VoiceResponse.Builder()
        .say(say(sentence, language))
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  /// Takes the call not at all: the caller hears that the line is busy, and nobody pays.
  public static String reject() {
    return new VoiceResponse.Builder()
        .reject(new Reject.Builder().reason(Reject.Reason.BUSY).build())
        .build()
        .toXml();
  }

  /// This answer with a sentence before it.
  public static String saying(String sentence, Locale language, String answer) {
    String response = "<Response>";
    int at = answer.indexOf(response) + response.length();
    String said = new VoiceResponse.Builder().say(say(sentence, language)).build().toXml();
    String verb =
        said.substring(said.indexOf(response) + response.length(), said.lastIndexOf("</Response>"));
    return answer.substring(0, at) + verb + answer.substring(at);
  }

  /// Has Twilio ask elsewhere.
  public static String redirect(URI elsewhere) {
    return new VoiceResponse.Builder().redirect(asking(elsewhere)).build().toXml();
  }

  /// Says a sentence and waits, so many times, and has Twilio ask then.
  public static String waitAndRedirect(
      String sentence, Locale language, Duration wait, int times, URI elsewhere) {
    var response = new VoiceResponse.Builder();
    for (int i = 0; i < times; i++) {
      response
          .say(say(sentence, language))
          .pause(new Pause.Builder().length(Math.toIntExact(wait.toSeconds())).build());
    }
    return response.redirect(asking(elsewhere)).build().toXml();
  }

  /// Who hears of what a caller has left.
  ///
  /// @param asked what follows then
  /// @param told that it is there, whatever becomes of the call
  /// @param transcribed is told what was said; null if nobody is to write it down
  public record Recorded(URI asked, URI told, @Nullable URI transcribed) {}

  /// Says a sentence, beeps, and records what the caller says, two minutes at most, until there is
  /// silence or the pound key. Whoever says nothing hears `nothing`, and the call ends.
  public static String voicemail(
      String sentence, Locale language, Recorded recorded, String nothing) {
    Record.Builder record =
        new Record.Builder()
            .action(recorded.asked())
            .method(HttpMethod.POST)
            .recordingStatusCallback(recorded.told())
            .recordingStatusCallbackMethod(HttpMethod.POST)
            .maxLength(LONGEST_VOICEMAIL_SECONDS)
            .timeout(SILENCE_SECONDS)
            .finishOnKey("#")
            .playBeep(true);
    if (recorded.transcribed() != null) {
      record.transcribe(true).transcribeCallback(recorded.transcribed());
    }
    return new VoiceResponse.Builder()
        .say(say(sentence, language))
        .record(record.build())
        .say(say(nothing, language))
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  private static Redirect asking(URI address) {
    return new Redirect.Builder(address).method(HttpMethod.POST).build();
  }

  public static String hangUp() {
    return new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml();
  }
}
