package io.frontdesk.sandbox.twilio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A text message that an account sent; it is kept here instead of reaching a phone.
///
/// @param status `queued`, `sent`, `delivered`
record TextMessage(
    String sid,
    String accountSid,
    String from,
    String to,
    String body,
    String status,
    @Nullable String statusCallback,
    Instant createdAt,
    @Nullable Instant sentAt) {

  TextMessage with(String next, Instant now) {
    var sent = sentAt == null ? now : sentAt;
    return new TextMessage(sid, accountSid, from, to, body, next, statusCallback, createdAt, sent);
  }

  /// How many messages the carrier counts: 160 GSM characters or 70 others, 153 or 67 in a row.
  int segments() {
    var gsm = body.chars().allMatch(TextMessage::inGsmAlphabet);
    var single = gsm ? 160 : 70;
    var joined = gsm ? 153 : 67;
    return body.length() <= single ? 1 : Math.ceilDiv(body.length(), joined);
  }

  private static boolean inGsmAlphabet(int c) {
    return (c >= ' ' && c <= '~' && c != '`')
        || c == '\n'
        || c == '\r'
        || "£¥èéùìòÇØøÅåÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€".indexOf(c) >= 0;
  }
}
