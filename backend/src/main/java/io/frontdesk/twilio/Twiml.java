package io.frontdesk.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Say;
import java.net.URI;
import java.util.Locale;

/// What we answer a call with. Every answer is TwiML, never an error: a caller does not hear one.
/// Source: https://www.twilio.com/docs/voice/twiml
public final class Twiml {
  /// The content type of every answer.
  public static final String CONTENT_TYPE = "text/xml";

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
  private static Say say(String sentence, Locale language) {
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

  public static String hangUp() {
    return new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml();
  }
}
