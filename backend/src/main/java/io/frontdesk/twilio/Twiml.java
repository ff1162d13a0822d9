package io.frontdesk.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.Stream;
import java.net.URI;
import java.util.Locale;

/// What we answer a call with. Every answer is TwiML, never an error: a caller does not hear one.
/// Source: https://www.twilio.com/docs/voice/twiml
public final class Twiml {
  /// The content type of every answer.
  public static final String CONTENT_TYPE = "text/xml";

  private Twiml() {}

  /// Connects the call to a media stream; when the stream ends and the call goes on, Twilio asks at
  /// `ended` what follows.
  public static String connect(URI stream, URI streamStatus, URI ended) {
    return new VoiceResponse.Builder()
        .connect(
            new Connect.Builder()
                .stream(
                        new Stream.Builder()
                            .url(stream.toString())
                            .statusCallback(streamStatus.toString())
                            .build())
                    .build())
        .redirect(new Redirect.Builder(ended).method(HttpMethod.POST).build())
        .build()
        .toXml();
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
