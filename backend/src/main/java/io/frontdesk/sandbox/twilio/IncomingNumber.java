package io.frontdesk.sandbox.twilio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A phone number that an account rents.
///
/// @param voice what is asked when it is called
/// @param sms what is asked when it is texted
/// @param statusCallback what is told when a call to it is over
record IncomingNumber(
    String sid,
    String accountSid,
    String phoneNumber,
    String friendlyName,
    Hook voice,
    Hook voiceFallback,
    Hook sms,
    Hook smsFallback,
    Hook statusCallback,
    boolean voiceCallerIdLookup,
    @Nullable String voiceApplicationSid,
    @Nullable String smsApplicationSid,
    @Nullable String addressSid,
    @Nullable String bundleSid,
    Instant createdAt,
    Instant updatedAt) {

  /// A webhook as configured: the URL may carry connection overrides in its fragment.
  ///
  /// @param url null if none is set
  /// @param method `GET` or `POST`
  record Hook(@Nullable String url, String method) {
    static final Hook NONE = new Hook(null, "POST");
  }
}
