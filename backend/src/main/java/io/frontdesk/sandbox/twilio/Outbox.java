package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Texts that would have been sent. Their status callbacks are.
final class Outbox {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final int MAX_BODY = 1600;

  private final Shelf<TextMessage> shelf;
  private final Numbers numbers;
  private final Webhooks webhooks;
  private final InstantSource clock;

  Outbox(Shelf<TextMessage> shelf, Numbers numbers, Webhooks webhooks, InstantSource clock) {
    this.shelf = shelf;
    this.numbers = numbers;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /// The account's texts, newest first.
  List<TextMessage> of(Account account) {
    return shelf.newestFirst(
        TextMessage::createdAt, List.of(message -> message.accountSid().equals(account.sid())));
  }

  /// Takes a text; it is delivered at once, to nobody.
  ///
  /// @throws RestError 21211 bad `to`, 21606 `from` not the account's, 21617 too long
  TextMessage send(
      Account account, String from, String to, String body, Optional<String> statusCallback) {
    if (!E164.matcher(to).matches()) {
      throw RestError.invalid(21211, "Invalid 'To' Phone Number: " + to);
    }
    if (numbers.of(account).stream().noneMatch(number -> number.phoneNumber().equals(from))) {
      throw RestError.invalid(
          21606, "The 'From' phone number %s is not a number of this account".formatted(from));
    }
    if (body.length() > MAX_BODY) {
      throw RestError.invalid(
          21617, "The concatenated message body exceeds the 1600 character limit");
    }
    var message =
        shelf.put(
            new TextMessage(
                Sid.of("SM"),
                account.sid(),
                from,
                to,
                body,
                "queued",
                statusCallback.orElse(null),
                clock.instant(),
                null));
    Thread.ofVirtual().name("deliver " + message.sid()).start(() -> deliver(account, message));
    return message;
  }

  private void deliver(Account account, TextMessage message) {
    var sent = shelf.put(message.with("sent", clock.instant()));
    tell(account, sent);
    tell(account, shelf.put(sent.with("delivered", clock.instant())));
  }

  private void tell(Account account, TextMessage message) {
    var url = message.statusCallback();
    if (url == null) {
      return;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("AccountSid", message.accountSid());
    fields.put("MessageSid", message.sid());
    fields.put("SmsSid", message.sid());
    fields.put("From", message.from());
    fields.put("To", message.to());
    fields.put("MessageStatus", message.status());
    fields.put("SmsStatus", message.status());
    fields.put("ApiVersion", RestApi.VERSION);
    webhooks.ask(new Question("message_status", url, "POST", fields), account.authToken());
  }
}
