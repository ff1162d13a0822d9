package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.FictionalNumbers.Block;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The form fields that webhooks about a call carry.
/// Source: https://www.twilio.com/docs/voice/twiml#twilios-request-to-your-application
final class CallFields {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private CallFields() {}

  /// Every webhook's.
  static Map<String, String> of(CallRecord call, Instant now) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("CallSid", call.sid());
    fields.put("AccountSid", call.accountSid());
    fields.put("From", call.from());
    fields.put("To", call.to());
    fields.put("Caller", call.from());
    fields.put("Called", call.to());
    fields.put("CallStatus", call.status().wire());
    fields.put("ApiVersion", RestApi.VERSION);
    fields.put("Direction", call.direction());
    var parent = call.parentSid();
    if (parent != null) {
      fields.put("ParentCallSid", parent);
    }
    var placed = call.placed();
    if (placed != null && placed.answeredBy() != null) {
      fields.put("AnsweredBy", placed.answeredBy());
    }
    place(fields, "From", "Caller", call.from());
    place(fields, "To", "Called", call.to());
    var start = call.sandboxStart();
    if (start != null) {
      fields.put("SandboxNow", MINUTES.format(sandboxNow(call, start, now)));
    }
    return fields;
  }

  private static LocalDateTime sandboxNow(CallRecord call, LocalDateTime start, Instant now) {
    return start.plus(Duration.between(call.createdAt(), now)).truncatedTo(ChronoUnit.MINUTES);
  }

  /// What the status callback adds when the call is over.
  static Map<String, String> ended(CallRecord call, Instant now) {
    var placed = call.placed();
    return progress(call, now, placed == null ? 0 : placed.told());
  }

  /// What a status callback adds.
  ///
  /// @param sequence how many came before
  static Map<String, String> progress(CallRecord call, Instant now, int sequence) {
    var fields = of(call, now);
    if (call.status().isOver()) {
      fields.put("CallDuration", "" + call.seconds());
      fields.put("Duration", "" + Math.ceilDiv(call.seconds(), 60L));
      if (call.placed() != null) {
        sipResponse(call.status()).ifPresent(code -> fields.put("SipResponseCode", code));
      }
    }
    fields.put(
        "Timestamp",
        DateTimeFormatter.RFC_1123_DATE_TIME
            .format(now.atOffset(ZoneOffset.UTC))
            .replace("GMT", "+0000"));
    fields.put("CallbackSource", "call-progress-events");
    fields.put("SequenceNumber", "" + sequence);
    return fields;
  }

  private static Optional<String> sipResponse(CallStatus status) {
    return switch (status) {
      case COMPLETED -> Optional.of("200");
      case FAILED -> Optional.of("404");
      case BUSY -> Optional.of("486");
      case NO_ANSWER, CANCELED -> Optional.of("487");
      case QUEUED, RINGING, IN_PROGRESS -> Optional.empty();
    };
  }

  private static void place(Map<String, String> fields, String name, String alias, String number) {
    var place = FictionalNumbers.find(number).map(FictionalNumbers.Offer::place);
    put(
        fields,
        name,
        alias,
        "City",
        place.map(Block::locality).orElse("").toUpperCase(Locale.ROOT));
    put(fields, name, alias, "State", place.map(Block::region).orElse(""));
    put(fields, name, alias, "Zip", "");
    put(fields, name, alias, "Country", place.map(Block::country).orElse(""));
  }

  private static void put(
      Map<String, String> fields, String name, String alias, String what, String value) {
    fields.put(name + what, value);
    fields.put(alias + what, value);
  }
}
