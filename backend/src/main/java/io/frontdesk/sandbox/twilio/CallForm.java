package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.IncomingNumber.Hook;
import io.frontdesk.sandbox.twilio.Placed.Detection;
import io.frontdesk.sandbox.wire.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The form that asks for a call.
/// Source: https://www.twilio.com/docs/voice/api/call-resource#create-a-call
final class CallForm {
  private static final int MAX_TWIML = 4000;
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Set<String> EVENTS = Set.of("initiated", "ringing", "answered", "completed");
  private static final Set<String> NOT_HERE =
      Set.of(
          "ApplicationSid", "SendDigits", "Record", "CallerId", "CallToken", "Byoc", "TimeLimit");

  /// The countries that an account may call as long as nobody has permitted more.
  private static final List<String> PERMITTED = List.of("+1", "+34", "+43", "+41", "+44", "+49");

  private final Request request;
  private final String from;
  private final String to;
  private final Step first;
  private final Placed asked;

  /// @throws RestError with Twilio's code of what is wrong
  CallForm(Request request, Account account, Numbers numbers) {
    this.request = request;
    for (var field : NOT_HERE) {
      if (request.form(field).filter(value -> !value.isEmpty()).isPresent()) {
        throw RestError.invalid(20001, "The stand-in does not know " + field);
      }
    }
    to = number("To", 21201, 21211);
    from = number("From", 21213, 21212);
    check(account, numbers);
    first = start();
    asked =
        new Placed(
            hook("StatusCallback", 21609),
            events(),
            hook("FallbackUrl", 21205),
            Duration.ofSeconds(seconds("Timeout", 60, 1, 600, 21208)),
            detection(),
            Duration.ZERO,
            0,
            null);
  }

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  /// What the call begins with.
  Step first() {
    return first;
  }

  Placed asked() {
    return asked;
  }

  private String number(String field, int missing, int invalid) {
    var number = RestApi.required(request, field, missing).strip();
    if (!NUMBER.matcher(number).matches()) {
      throw RestError.invalid(
          invalid,
          "The phone number you are attempting to call, %s, is not valid.".formatted(number));
    }
    return number;
  }

  private void check(Account account, Numbers numbers) {
    var own = numbers.of(account).stream().map(IncomingNumber::phoneNumber).toList();
    if (!own.contains(from)) {
      throw RestError.invalid(
          21210,
          "The source phone number provided, %s, is not yet verified for your account."
              .formatted(from));
    }
    if (PERMITTED.stream().noneMatch(to::startsWith)) {
      throw RestError.invalid(
          21215,
          "Account not authorized to call %s. Perhaps you need to enable some international permissions."
              .formatted(to));
    }
    if (account.trial() && !own.contains(to)) {
      throw RestError.invalid(
          21219,
          "The number %s is unverified. Trial accounts may only call verified numbers."
              .formatted(to));
    }
  }

  private Step start() {
    var url = request.form("Url").filter(value -> !value.isBlank());
    if (url.isPresent()) {
      checkUrl("Url", url.get(), 21205);
      return new Step.Ask(url.get(), method("Method"), null);
    }
    return document(RestApi.required(request, "Twiml", 21205));
  }

  /// A document that comes with a request.
  ///
  /// @throws RestError if it is too long or no TwiML
  static Step document(String twiml) {
    if (twiml.length() > MAX_TWIML) {
      throw RestError.invalid(21623, "Twiml is longer than 4000 characters");
    }
    try {
      TwimlParser.parse(twiml);
    } catch (CallFault fault) {
      throw RestError.invalid(fault.warning().code(), fault.warning().message());
    }
    return new Step.Perform(twiml, null, 0);
  }

  /// What is not known is not told, as with Twilio.
  private Set<String> events() {
    var named = request.form().getOrDefault("StatusCallbackEvent", List.of());
    return named.isEmpty()
        ? Set.of("completed")
        : Set.copyOf(named.stream().filter(EVENTS::contains).distinct().toList());
  }

  private @Nullable Detection detection() {
    var wanted = request.form("MachineDetection").orElse("");
    if (wanted.isEmpty() || wanted.equals("none")) {
      return null;
    }
    if (!wanted.equals("Enable") && !wanted.equals("DetectMessageEnd")) {
      throw RestError.invalid(20001, "Parameter MachineDetection is invalid: " + wanted);
    }
    boolean async = RestApi.flag(request.form("AsyncAmd"), "AsyncAmd").orElse(false);
    return new Detection(
        wanted.equals("DetectMessageEnd"),
        async ? hook("AsyncAmdStatusCallback", 21609) : null,
        Duration.ofSeconds(seconds("MachineDetectionTimeout", 30, 3, 59, 20001)),
        millis("MachineDetectionSpeechThreshold", 2400, 1000, 6000),
        millis("MachineDetectionSpeechEndThreshold", 1200, 500, 5000),
        millis("MachineDetectionSilenceTimeout", 5000, 2000, 10_000));
  }

  private Duration millis(String field, int usual, int least, int most) {
    return Duration.ofMillis(seconds(field, usual, least, most, 20001));
  }

  private int seconds(String field, int usual, int least, int most, int code) {
    var text = request.form(field).orElse("" + usual);
    if (!text.matches("\\d{1,6}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw RestError.invalid(
          code,
          "Parameter %s is invalid: %s (expected: %d to %d)".formatted(field, text, least, most));
    }
    return Integer.parseInt(text);
  }

  private Hook hook(String field, int code) {
    var url = request.form(field).filter(value -> !value.isBlank()).orElse(null);
    if (url != null) {
      checkUrl(field, url, code);
    }
    var methodField = field.equals("FallbackUrl") ? "FallbackMethod" : field + "Method";
    return new Hook(url, method(methodField));
  }

  private String method(String field) {
    var method = request.form(field).orElse("POST").toUpperCase(Locale.ROOT);
    if (!method.equals("GET") && !method.equals("POST")) {
      throw RestError.invalid(21209, "%s is invalid: %s".formatted(field, method));
    }
    return method;
  }

  private static void checkUrl(String field, String url, int code) {
    try {
      var uri = URI.create(url);
      if (uri.getHost() != null && Set.of("http", "https").contains("" + uri.getScheme())) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw RestError.invalid(code, "%s is not a valid URL: %s".formatted(field, url));
  }
}
