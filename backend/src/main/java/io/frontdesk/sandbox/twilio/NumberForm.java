package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.IncomingNumber.Hook;
import io.frontdesk.sandbox.wire.Request;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The form that describes a number: a field that is absent changes nothing, an empty one clears.
final class NumberForm {
  private static final int MAX_NAME = 64;
  private static final Set<String> NOT_HERE =
      Set.of("TrunkSid", "EmergencyAddressSid", "IdentitySid");

  private final Request request;

  NumberForm(Request request) {
    this.request = request;
    for (var field : NOT_HERE) {
      if (request.form(field).filter(value -> !value.isEmpty()).isPresent()) {
        throw RestError.invalid(20001, "The stand-in does not know " + field);
      }
    }
  }

  static IncomingNumber blank(Account account, String phoneNumber, Instant now) {
    return new IncomingNumber(
        Sid.of("PN"),
        account.sid(),
        phoneNumber,
        AvailableNumberResource.friendly(phoneNumber),
        Hook.NONE,
        Hook.NONE,
        Hook.NONE,
        Hook.NONE,
        Hook.NONE,
        false,
        null,
        null,
        null,
        null,
        now,
        now);
  }

  /// The number with the form's fields applied.
  ///
  /// @throws RestError 21402 for a bad URL, 21403 for a bad method
  IncomingNumber applyTo(IncomingNumber old) {
    return new IncomingNumber(
        old.sid(),
        old.accountSid(),
        old.phoneNumber(),
        friendlyName(old),
        hook("VoiceUrl", "VoiceMethod", old.voice()),
        hook("VoiceFallbackUrl", "VoiceFallbackMethod", old.voiceFallback()),
        hook("SmsUrl", "SmsMethod", old.sms()),
        hook("SmsFallbackUrl", "SmsFallbackMethod", old.smsFallback()),
        hook("StatusCallback", "StatusCallbackMethod", old.statusCallback()),
        RestApi.flag(request.form("VoiceCallerIdLookup"), "VoiceCallerIdLookup")
            .orElse(old.voiceCallerIdLookup()),
        text("VoiceApplicationSid", old.voiceApplicationSid()),
        text("SmsApplicationSid", old.smsApplicationSid()),
        text("AddressSid", old.addressSid()),
        text("BundleSid", old.bundleSid()),
        old.createdAt(),
        old.updatedAt());
  }

  static IncomingNumber moved(IncomingNumber old, Account owner) {
    return copy(old, owner.sid(), old.updatedAt());
  }

  static IncomingNumber touched(IncomingNumber old, Instant now) {
    return copy(old, old.accountSid(), now);
  }

  private static IncomingNumber copy(IncomingNumber old, String accountSid, Instant updatedAt) {
    return new IncomingNumber(
        old.sid(),
        accountSid,
        old.phoneNumber(),
        old.friendlyName(),
        old.voice(),
        old.voiceFallback(),
        old.sms(),
        old.smsFallback(),
        old.statusCallback(),
        old.voiceCallerIdLookup(),
        old.voiceApplicationSid(),
        old.smsApplicationSid(),
        old.addressSid(),
        old.bundleSid(),
        old.createdAt(),
        updatedAt);
  }

  private String friendlyName(IncomingNumber old) {
    var name = request.form("FriendlyName").orElse(old.friendlyName());
    if (name.length() > MAX_NAME) {
      throw RestError.invalid(20001, "FriendlyName is longer than 64 characters");
    }
    return name;
  }

  private Hook hook(String urlField, String methodField, Hook old) {
    var url = text(urlField, old.url());
    if (url != null && request.form(urlField).isPresent()) {
      check(urlField, url);
    }
    var method = request.form(methodField).orElse(old.method()).toUpperCase(Locale.ROOT);
    if (!method.equals("GET") && !method.equals("POST")) {
      throw RestError.invalid(21403, "%s is invalid: %s".formatted(methodField, method));
    }
    return new Hook(url, method);
  }

  private static void check(String field, String url) {
    try {
      var uri = URI.create(url);
      if (uri.getHost() != null && Set.of("http", "https").contains("" + uri.getScheme())) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw RestError.invalid(21402, "%s is not a valid URL: %s".formatted(field, url));
  }

  private @Nullable String text(String field, @Nullable String old) {
    var value = request.form(field);
    if (value.isEmpty()) {
      return old;
    }
    return value.get().isEmpty() ? null : value.get();
  }
}
