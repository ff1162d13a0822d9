package io.frontdesk.voice.exchange;

import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.web.CleanText;

/// What a caller did when it was their turn.
public sealed interface Heard {
  /// Longer than anybody speaks within Twilio's minute.
  int LONGEST = 4000;

  /// They spoke.
  record Words(String text) implements Heard {}

  /// They pressed keys.
  record Keys(String keys) implements Heard {}

  /// They did nothing.
  record Nothing() implements Heard {}

  /// What a request of `<Gather>` tells.
  /// Source: https://www.twilio.com/docs/voice/twiml/gather#action
  static Heard of(TwilioRequest request) {
    return request
        .field("SpeechResult")
        .map(words -> CleanText.of(words.strip()))
        .<Heard>map(words -> new Words(words.substring(0, Math.min(words.length(), LONGEST))))
        .or(
            () ->
                request
                    .field("Digits")
                    .map(keys -> keys.replaceAll("[^0-9*#]", ""))
                    .filter(keys -> !keys.isEmpty())
                    .map(keys -> new Keys(keys.substring(0, Math.min(keys.length(), 40)))))
        .orElseGet(Nothing::new);
  }
}
