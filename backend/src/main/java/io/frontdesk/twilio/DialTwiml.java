package io.frontdesk.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import io.frontdesk.tenancy.E164;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a call is answered with that is handed over to somebody, and what that somebody hears.
/// Source: https://www.twilio.com/docs/voice/twiml/dial
public final class DialTwiml {
  private static final int SECONDS_BETWEEN = 2;
  private static final int SECONDS_TO_DECIDE = 5;

  private DialTwiml() {}

  /// Somebody who is to be rung.
  ///
  /// @param shown as who calls: one of the account's own numbers, or one of the call's two
  /// @param rings how long
  /// @param briefing what they hear before both are joined; null if nothing
  /// @param ended is asked what follows when that is over, however it went
  public record Somebody(
      E164 number, E164 shown, Duration rings, @Nullable URI briefing, URI ended) {}

  /// Rings somebody; the caller hears it ring.
  ///
  /// @param first said before; null for nothing
  public static String ring(@Nullable String first, Locale language, Somebody somebody) {
    var number = new Number.Builder(somebody.number().value());
    if (somebody.briefing() != null) {
      number.url(somebody.briefing()).method(HttpMethod.POST);
    }
    var dial =
        new Dial.Builder()
            .action(somebody.ended())
            .method(HttpMethod.POST)
            .callerId(somebody.shown().value())
            .timeout(Math.toIntExact(somebody.rings().toSeconds()))
            .number(number.build())
            .build();
    var answer = new VoiceResponse.Builder();
    if (first != null) {
      answer.say(Twiml.say(first, language));
    }
    return answer.dial(dial).build().toXml();
  }

  /// What somebody hears who was rung and picked up: what it is about, and which key takes the
  /// call. Who presses none has not taken it.
  ///
  /// @param pressed is told which key they press
  public static String brief(String about, String keys, Locale language, URI pressed) {
    Say press = Twiml.say(keys, language);
    return new VoiceResponse.Builder()
        .gather(
            new Gather.Builder()
                .action(pressed)
                .method(HttpMethod.POST)
                .numDigits(1)
                .timeout(SECONDS_TO_DECIDE)
                .say(Twiml.say(about, language))
                .say(press)
                .pause(new Pause.Builder().length(SECONDS_BETWEEN).build())
                .say(press)
                .build())
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  /// Joins who hears it with the caller.
  public static String join() {
    return new VoiceResponse.Builder().build().toXml();
  }

  /// Asks at `address` what follows.
  public static String goOn(URI address) {
    return new VoiceResponse.Builder()
        .redirect(new Redirect.Builder(address).method(HttpMethod.POST).build())
        .build()
        .toXml();
  }
}
